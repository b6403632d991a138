package org.chainrule.workbench.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Rounding;
import org.chainrule.derivation.Values;
import org.chainrule.engine.Sample;
import org.chainrule.engine.Vector;
import org.chainrule.gallery.Example;
import org.chainrule.gallery.Gallery;
import org.chainrule.notation.Language;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Text;
import org.chainrule.workbench.kit.Words;
import org.chainrule.workbench.kit.Workspace;
import org.chainrule.worksheet.SampleEdit;
import org.chainrule.worksheet.Step;
import org.chainrule.worksheet.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class StepContentTest {
    private final Workspace workspace = new Workspace(Gallery.first(), View.INITIAL);

    @ParameterizedTest
    @EnumSource
    void everyStepIsWrittenInBothLanguages(Step step) {
        workspace.look(view -> view.withStep(step));
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
            String html = StepContent.of(Shown.of(workspace, Words.in(locale)));
            assertThat(html).contains("<math").contains("data-ref").doesNotContain("null");
        }
    }

    private String html(Step step, int samples, int shown) {
        List<Sample> more =
                IntStream.range(1, samples)
                        .mapToObj(s -> new Sample(Vector.of(s, 1), Vector.of(0, 1)))
                        .toList();
        workspace.choose(null);
        workspace.edit(new SampleEdit.Insert(1, more));
        workspace.look(view -> view.withStep(step).withSample(shown));
        return StepContent.of(shown());
    }

    private Shown shown() {
        return Shown.of(workspace, Words.in(Locale.ENGLISH));
    }

    static Stream<Example> examples() {
        return Stream.of(Example.Chapter.values()).flatMap(c -> Gallery.examples(c).stream());
    }

    /** So that the page can ask for them by their numbers. */
    @ParameterizedTest
    @MethodSource("examples")
    void thereIsLatexOfEveryFormulaInItsOrder(Example example) {
        for (Step step : Step.of(example.worksheet())) {
            Shown shown = CopiedFormulas.shown(example, step);
            List<String> spoken =
                    StepContent.equations(shown).stream()
                            .map(e -> Text.escape(e.in(Language.TEXT)))
                            .toList();
            assertThat(labels(StepContent.of(shown))).isEqualTo(spoken);
        }
        Shown shown = CopiedFormulas.shown(example, Step.FORWARD);
        boolean weightless = shown.network().last().isWeightless();
        String last = shown.network().last().name();
        Quantity weight = weightless ? Quantity.z(last, 1) : Quantity.w(last, 1, 1);
        List<String> spoken =
                Selected.equations(shown, weight).stream()
                        .map(e -> Text.escape(e.in(Language.TEXT)))
                        .toList();
        assertThat(labels(Selected.of(shown, weight)))
                .isEqualTo(spoken)
                .hasSizeGreaterThan(weightless ? 0 : 3);
    }

    private static List<String> labels(String html) {
        return Pattern.compile("<div class=\"eq[ \"].*? aria-label=\"([^\"]*)\"")
                .matcher(html)
                .results()
                .map(formula -> formula.group(1))
                .toList();
    }

    private String value(int sample) {
        return "<mn data-ref=\"dw.out.1.1\" class=\"cdw\">%s</mn>".formatted(text(sample));
    }

    private String text(int sample) {
        return shown().text(new Ref(Quantity.dw("out", 1, 1), sample));
    }

    private static final String LOSS = "<msub><mi>J</mi><mi>%s</mi></msub>";

    @Test
    void untilTheReductionTheGradientsAreThoseOfTheSampleOnShow() {
        String html = html(Step.OUTPUT_WEIGHTS, 3, 1);
        assertThat(html)
                .contains("Sample 2 of 3", LOSS.formatted("s"), LOSS.formatted(2), value(1))
                .doesNotContain(value(Values.BATCH));
    }

    @Test
    void theReductionIsWrittenOutForJAndEveryWeight() {
        String html = html(Step.REDUCE, 3, 1);
        assertThat(html)
                .contains("Batch of 3 (mean)", "mean of its samples")
                .contains(value(0), value(1), value(2), value(Values.BATCH))
                .contains("data-ref=\"J\"", "data-ref=\"dw.hid.2.2\"");
    }

    @Test
    void aLargeBatchIsWrittenAsItsFirstTwoAndItsLast() {
        String html = html(Step.REDUCE, 200, 0);
        String together =
                shown().numbers()
                        .format(
                                IntStream.range(2, 199)
                                        .mapToDouble(s ->
                                                shown().values().value(Quantity.dw("out", 1, 1), s))
                                        .sum(),
                                4);
        assertThat(html)
                .contains(
                        "(%s + %s + […197: %s] + ".formatted(text(0), text(1), together),
                        ")/(200) = " + text(Values.BATCH));
    }

    @Test
    void theSelectedGradientIsExplained() {
        String html =
                Selected.of(Shown.of(workspace, Words.in(Locale.ENGLISH)), Quantity.w("out", 1, 1));
        assertThat(html).contains("0.07629436595258351").contains("0.077").contains("−0.854");
    }

    @Test
    void theGradientOfSoftmaxWithCrossEntropyIsWhatIsLeftOfIt() {
        Example softmax = Gallery.find("softmax").orElseThrow();
        Workspace opened = new Workspace(softmax.worksheet(), softmax.view());
        Quantity second = Quantity.dp("out", 2);
        String html = Selected.of(Shown.of(opened, Words.in(Locale.ENGLISH)), second);
        assertThat(html).contains("δ₂[out] = a₂[out] − y₂", "δ₂[out] = 0.2447 − 1 = −0.7553");
    }

    /** σ(9) is written as 1 where the target is 0. */
    private static final String SATURATED =
            "v=1&n=1&l1=out:sigmoid:9&loss=binary-cross-entropy&x=1&y=0&opt=sgd:0.1";

    private static List<String> equations(String link, Step step) {
        Workspace opened = new Workspace(Gallery.open(link).worksheet(), View.INITIAL);
        opened.look(view -> view.withStep(step));
        return StepContent.equations(Shown.of(opened, Words.in(Locale.ENGLISH))).stream()
                .map(equation -> equation.in(Language.TEXT))
                .toList();
    }

    @Test
    void whereSlopesCancelOnPaperTheFirstStepIsTheirProduct() {
        List<String> lines = equations(SATURATED + "&paper=2,3", Step.OUTPUT_ERROR);
        assertThat(lines).hasSize(6);
        assertThat(lines.get(0)).endsWith("= z_k[out] − y_k");
        assertThat(lines.get(1)).endsWith("= 1.00 − 0 = 1.000");
        assertThat(lines.get(3)).endsWith("= ∞");
        assertThat(lines.get(4)).endsWith("= σ(p_k[out]) · (1 − σ(p_k[out]))");
        assertThat(equations(SATURATED + "&paper=2,3", Step.OUTPUT_WEIGHTS).getLast())
                .endsWith("= (1.00 − 0) · 1 = 1.000");
        List<String> exact = equations(SATURATED, Step.OUTPUT_ERROR);
        assertThat(exact.get(1)).endsWith("= 0.9999 − 0 = 0.9999");
        // 1/(1 − 0.9999) would be 10,000.
        assertThat(exact.get(3)).endsWith("(1 − 0)/(1 − 0.99987661) = 8104.0839");
    }

    @Test
    void whereALossIsInfiniteOnPaperMoreDecimalsAreAdvised() {
        Workspace opened =
                new Workspace(Gallery.open(SATURATED + "&paper=2,3").worksheet(), View.INITIAL);
        Shown shown = Shown.of(opened, Words.in(Locale.ENGLISH));
        assertThat(StepContent.of(shown)).contains("is written as 1").contains("more decimals");
        assertThat(Selected.of(shown, Quantity.loss())).contains("more decimals");
        assertThat(Selected.of(shown, Quantity.z("out", 1))).doesNotContain("more decimals");
        opened.choose(new Rounding(4, 3));
        assertThat(StepContent.of(Shown.of(opened, Words.in(Locale.ENGLISH))))
                .doesNotContain("more decimals");
    }

    /** They are an extra: the panel writes them once they are asked for, paper at once. */
    @Test
    void theInputsGradientsStandBesideTheLastStepBack() {
        Shown shown = Shown.of(workspace, Words.in(Locale.ENGLISH));
        String line = "data-line=\"dx.1\"";
        assertThat(StepContent.of(shown, Step.HIDDEN_WEIGHTS)).doesNotContain("dx.1");
        assertThat(StepContent.printed(shown, Step.HIDDEN_WEIGHTS)).contains(line);
        assertThat(StepContent.ofInputs(shown)).contains(line, "data-line=\"dx.2\"");
        assertThat(InputGradients.equations(shown)).hasSize(3);
    }

    @Test
    void aSlopeStandsInALineUnderItsOwnAddress() {
        Shown shown = Shown.of(workspace, Words.in(Locale.ENGLISH));
        assertThat(StepContent.of(shown, Step.HIDDEN_ERROR))
                .contains("<mover><mn data-ref=\"s.out.1\" class=\"cp\">0.210</mn>");
        assertThat(selected(Locale.ENGLISH, "s.out.1")).contains("data-line=\"s.out.1\"", "0.210");
    }

    @Test
    void aNumberThatIsZeroSaysWhyInBothLanguages() {
        assertThat(selected(Locale.ENGLISH, "dw.hid.2.1"))
                .contains(
                        "<p class=\"why\">n₂ hid is off: ",
                        "<b data-ref=\"p.hid.2\">−0.64</b> is not above 0");
        assertThat(selected(Locale.GERMAN, "s.hid.2"))
                .contains("<p class=\"why\">n₂ hid ist aus: ");
        assertThat(selected(Locale.ENGLISH, "p.hid.2")).doesNotContain("class=\"why\"");
    }

    /** What the panel says of the number that a link selects. */
    private static String selected(Locale locale, String address) {
        Quantity selection =
                Objects.requireNonNull(Gallery.open("sel=" + address).view().selection());
        assertThat(selection.address()).isEqualTo(address);
        View view = View.INITIAL.withShowAll(true);
        return Selected.of(
                Shown.of(new Workspace(Gallery.first(), view), Words.in(locale)), selection);
    }
}
