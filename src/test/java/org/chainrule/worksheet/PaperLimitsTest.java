package org.chainrule.worksheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.chainrule.RandomWorksheets;
import org.chainrule.derivation.PaperTrace;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Rounding;
import org.chainrule.derivation.Walk;
import org.chainrule.document.Reading;
import org.chainrule.document.WorksheetJson;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Problem;
import org.chainrule.gallery.Gallery;
import org.chainrule.worksheet.advice.Objection;
import org.chainrule.worksheet.advice.Refusals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is too large to be worked as on paper is known, and said, before the work. */
class PaperLimitsTest {
    private static final Edit PAPER = new Edit.SetArithmetic(Rounding.SHEET);

    /** Two layers of 10^200: a p of 10^400. */
    private static final String LONG =
            "v=1&n=1&l1=h1:identity:1e200&l2=out:identity:1e200&x=1&y=0&opt=sgd:0.1";

    private static Worksheet huge() {
        return Gallery.open(LONG).worksheet();
    }

    @Test
    void anEditIsRefusedWithTheDigitsAndTheLimit() {
        Objection why = Refusals.of(PAPER, huge()).orElseThrow();
        assertThat(why.reason()).isEqualTo(Objection.Reason.PAPER_DIGITS);
        assertThat(why.values()).last().isEqualTo(Limits.PAPER_DIGITS);
        assertThat((int) why.values().getFirst()).isGreaterThan(800);
    }

    @Test
    void aLinkIsRefused() {
        assertThat(Gallery.open(LONG + "&paper=2,3").refusals())
                .extracting(refusal -> (Object) refusal.fault().reason())
                .containsExactly(Objection.Reason.PAPER_DIGITS);
    }

    @Test
    void aDocumentIsRefusedAtItsPlace() {
        String document =
                """
                {"version": 1, "inputs": 1, "arithmetic": {}, "samples": [{"x": [1], "y": [0]}],
                 "layers": [{"activation": "identity", "weights": [[1e308]]}]}\
                """;
        assertThat(WorksheetJson.read(document.getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> {
                            assertThat(refused.refusals()).hasSize(1);
                            Reading.Refusal refusal = refused.refusals().getFirst();
                            assertThat(refusal.at()).isEqualTo("arithmetic");
                            assertThat(refusal.fault().in(Locale.ENGLISH))
                                    .contains("digits", "309 at most");
                            assertThat(refusal.fault().in(Locale.GERMAN))
                                    .contains("Stellen", "höchstens 309");
                        });
    }

    @Test
    void aPinOfItIsDamaged() {
        assertThat(Gallery.open(LONG + "&pin=paper:2:3").refusals())
                .extracting(Reading.Refusal::at)
                .containsExactly("pin");
    }

    @Test
    void aNumberThatPaperCannotTakeMakesTheWorksheetExact() {
        History history =
                History.of(Gallery.first())
                        .after(new Edit.SetNumber(Quantity.w("hid", 1, 1), 0, 1e308));
        assertThat(history.present().paper()).isNull();
        assertThat(history.undo().present()).isEqualTo(Gallery.first());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e3, 1e12, 1e30})
    void noNumberHasMoreDigitsThanWereForeseen(double factor) {
        RandomGenerator random = new SplittableRandom(47);
        int worked = 0;
        for (int i = 0; i < 300; i++) {
            Problem problem = larger(RandomWorksheets.problem(random), factor);
            if (Limits.allowPaper(problem)) {
                worked++;
                int digits = Magnitudes.digits(problem);
                PaperTrace trace = PaperTrace.of(problem, new Rounding(10, 10));
                for (Ref ref : Walk.order(problem)) {
                    assertThat(digits(trace.written(ref)))
                            .as("worksheet " + i + " " + ref)
                            .isLessThanOrEqualTo(digits);
                }
            }
        }
        assertThat(worked).isGreaterThan(100);
    }

    /** Before the point; what is not finite has none. */
    private static int digits(BigDecimal written) {
        return written == null || written.signum() == 0 ? 0 : written.precision() - written.scale();
    }

    /** The first weight of each layer, and the first input, so many times as large. */
    private static Problem larger(Problem problem, double factor) {
        Worksheet worksheet = new Worksheet("", problem, null);
        for (Layer layer : problem.network().layers()) {
            if (layer.isWeightless()) {
                continue;
            }
            double weight = layer.weights().at(0, 0) * factor;
            worksheet =
                    new Edit.SetNumber(Quantity.w(layer.name(), 1, 1), 0, weight).apply(worksheet);
        }
        double x = problem.samples().getFirst().x().at(0) * factor;
        return new Edit.SetNumber(Quantity.x(1), 0, x).apply(worksheet).problem();
    }
}
