package org.chainrule.workbench.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.chainrule.RandomWorksheets;
import org.chainrule.derivation.Quantity;
import org.chainrule.engine.GradientCheck;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Nudge;
import org.chainrule.gallery.Gallery;
import org.chainrule.link.Permalink;
import org.chainrule.notation.Manner;
import org.chainrule.notation.Notation;
import org.chainrule.notation.Preset;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Words;
import org.chainrule.workbench.kit.Workspace;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a nudge, in words and tables. */
class NudgeTextTest {
    private static final Quantity WEIGHT = Quantity.w("out", 1, 1);

    /** One ReLU neuron that feeds a linear one; b.hid.1 is p.hid.1, and J is (z − y)². */
    private static final String KINK =
            "v=1&n=1&l1=hid:relu:0&b1=%s&l2=out:identity:1&x=1&y=1&opt=sgd:0.1";

    private Workspace workspace = new Workspace(Gallery.first(), View.INITIAL);
    private Locale locale = Locale.ENGLISH;

    private void open(String link) {
        Permalink.Opened opened = Gallery.open(link);
        assertThat(opened.refusals()).isEmpty();
        workspace = new Workspace(opened.worksheet(), opened.view());
    }

    private Shown shown() {
        return Shown.of(workspace, Words.in(locale));
    }

    private GradientCheck check(Quantity parameter) {
        return Curve.check(shown(), parameter);
    }

    private NudgeText text(Quantity parameter, double h) {
        return new NudgeText(shown(), parameter, check(parameter).nudge(h));
    }

    private String quotients(Quantity parameter, double h) {
        return new Quotients(shown(), parameter, check(parameter)).of(check(parameter).nudge(h));
    }

    private static String plain(String html) {
        return html.replaceAll("<[^>]*>", "").replace("\u00a0", " ");
    }

    /** J = σ(0.61 w)² + (σ(−0.4941) − 1)², worked with a calculator at w = −1.41, −1.4, −1.39. */
    @Test
    void whatJDoesStandsBesideWhatTheGradientSays() {
        assertThat(plain(text(WEIGHT, 0.01).forecast()))
                .isEqualTo("A step of +h moves J by +0.000766; the gradient says +0.000763.");
        assertThat(plain(quotients(WEIGHT, 0.01)))
                .contains("0.07655", "0.07603", "0.07629437", "✓", "not as on paper");
    }

    @Test
    void aNudgeIsSaidAndItsUndoTakesTheWordBack() {
        assertThat(text(WEIGHT, 0.01).moved()).isEmpty();
        workspace.move(WEIGHT, 0.01);
        assertThat(plain(text(WEIGHT, 0.01).moved()))
                .contains("went from −1.4 to −1.39, and J from 0.474889 to 0.475654.")
                .contains("= 0.07655; the gradient was 0.07629.");
        assertThat(text(Quantity.w("out", 2, 1), 0.01).moved()).isEmpty();
        workspace.commit(Map.of(WEIGHT, "2"), Manner.TYPED);
        assertThat(plain(text(WEIGHT, 0.01).moved())).contains("went from −1.39 to 2, and J");
        workspace.undo();
        workspace.undo();
        assertThat(text(WEIGHT, 0.01).moved()).isEmpty();
        assertThat(workspace.worksheet()).isEqualTo(Gallery.first());
    }

    @ParameterizedTest
    @CsvSource({"0, stands at p = 0, ReLU′(0) = 0", "0.004, crosses p = 0, 'slope 1)'"})
    void aKinkIsNamedWithItsNeuronAndWhatBackpropagationTakes(
            String bias, String where, String slope) {
        open(KINK.formatted(bias));
        Quantity b = Quantity.b("hid", 1);
        assertThat(plain(text(b, 0.01).forecast())).contains("n₁ hid " + where, slope);
        assertThat(plain(text(b, 0.001).forecast()).contains("kink")).isEqualTo(bias.equals("0"));
        assertThat(quotients(b, 0.01).contains("≠")).isEqualTo(bias.equals("0"));
    }

    @Test
    void anOverflowIsSaidAndLeavesNoCurve() {
        open("v=1&n=1&l1=out:identity:0&x=1e200&y=0&opt=sgd:0.1");
        Quantity w = Quantity.w("out", 1, 1);
        assertThat(plain(text(w, 0.1).forecast())).contains("J is not finite everywhere");
        assertThat(plain(quotients(w, 0.1))).contains("∞", "undefined");
        assertThat(new Quotients(shown(), w, check(w)).sizes(0.1)).doesNotContain("null");
    }

    @Test
    void aFrozenParameterIsNudgedByHandAllTheSame() {
        open(KINK.formatted("1") + "&f1=biases");
        Quantity b = Quantity.b("hid", 1);
        workspace.move(b, -0.1);
        assertThat(plain(text(b, 0.1).moved())).contains("went from 1 to 0.9");
        assertThat(shown().text(b.as(Quantity.Kind.NB))).isEqualTo("0.9000");
    }

    @Test
    void aStepThatRoundingSwallowsIsSaid() {
        open("v=1&n=1&l1=out:identity:1e9&x=1&y=0&opt=sgd:0.1");
        assertThat(plain(text(Quantity.w("out", 1, 1), 1e-8).forecast())).contains("too small");
    }

    @Test
    void ofABatchItIsSaidWhoseJItIs() {
        open("from=xor");
        assertThat(quotients(Quantity.w("hid", 1, 1), 0.01)).contains("Batch of 4 (mean)");
    }

    @Test
    void theTableHasEverySizeAndMarksTheBest() {
        String html = new Quotients(shown(), WEIGHT, check(WEIGHT)).sizes(0.01);
        assertThat(html.split("<th scope=\"row\">")).hasSize(Nudge.SIZES.size() + 1);
        assertThat(html.split("<b>")).hasSize(3);
        assertThat(html).contains("<tr class=\"on\"><th scope=\"row\">0.01</th>", "1e−8");
    }

    @Test
    void theSecantIsDrawnWhereItsPointsAreTwoToTheEye() {
        Curve near = Curve.of(shown(), WEIGHT, check(WEIGHT).nudge(0.01));
        Curve far = Curve.of(shown(), WEIGHT, check(WEIGHT).nudge(0.1));
        assertThat(near).isNotNull();
        assertThat(near.secant()).isNull();
        assertThat(far).isNotNull();
        assertThat(far.secant()).isNotNull();
        assertThat(far.secant().points().getFirst().getFirst()).isEqualTo(0.45);
        assertThat(far.secant().text()).isEqualTo("secant over ±0.1: 0.0763");
    }

    @ParameterizedTest
    @CsvSource({"de, SHEET", "de, TEXTBOOK", "en, DELTA"})
    void everyNotationAndLanguageHasItsOwnLetters(String language, Preset preset) {
        Notation notation = preset.notation();
        locale = Locale.of(language);
        workspace.look(view -> view.withNotation(notation));
        String html =
                text(WEIGHT, 1e-5).forecast()
                        + quotients(WEIGHT, 1e-5)
                        + new Quotients(shown(), WEIGHT, check(WEIGHT)).sizes(1e-5);
        assertThat(html)
                .contains("<mi>" + notation.loss() + "</mi>", "<mi>" + notation.weight() + "</mi>")
                .contains(language.equals("de") ? "0,0762" : "0.0762")
                .doesNotContain("null");
    }

    /** With any network, any decimals, and weights from the tiny to those that overflow J. */
    @Test
    void nothingIsTooOddToBeNudged() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 300; i++) {
            Worksheet worksheet = RandomWorksheets.worksheet(random);
            Layer last =
                    worksheet.problem().network().layers().reversed().stream()
                            .filter(layer -> !layer.isWeightless())
                            .findFirst()
                            .orElseThrow();
            Quantity weight = Quantity.w(last.name(), 1, 1);
            int digits = random.nextInt(2, 11);
            double h = Nudge.SIZES.get(random.nextInt(Nudge.SIZES.size()));
            double value = Math.pow(10, random.nextInt(-300, 300));
            workspace = new Workspace(worksheet, View.INITIAL.withDigits(digits));
            for (double by : new double[] {h, value}) {
                workspace.move(weight, by);
                Quotients quotients = new Quotients(shown(), weight, check(weight));
                assertThat(
                                text(weight, h).forecast()
                                        + text(weight, h).moved()
                                        + quotients.of(check(weight).nudge(h))
                                        + quotients.sizes(h)
                                        + Curve.of(shown(), weight, check(weight).nudge(h)))
                        .as("worksheet %d", i)
                        .doesNotContain("NaN", "Infinity");
            }
        }
    }
}
