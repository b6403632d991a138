package org.chainrule.notation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.chainrule.RandomWorksheets;
import org.chainrule.Seeds;
import org.chainrule.derivation.Derivation;
import org.chainrule.derivation.Evaluation;
import org.chainrule.derivation.ExactValues;
import org.chainrule.derivation.Expr;
import org.chainrule.derivation.Form;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Walk;
import org.chainrule.derivation.Way;
import org.chainrule.engine.Problem;
import org.chainrule.worksheet.View;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Letters that stand for minus a number: θ for −b, δ for −∂J/∂p. The numbers stay what they are.
 */
class OppositesTest {
    private static final Notation OPPOSITES =
            View.INITIAL
                    .notation()
                    .with(Choice.BIASES, Biases.THRESHOLD)
                    .flatMap(threshold -> threshold.with(Choice.DELTAS, Deltas.MINUS))
                    .orElseThrow();

    /**
     * With −θ put in for b, and −δ for ∂J/∂p, every formula gives what it gave; of θ itself, minus
     * that.
     */
    @ParameterizedTest
    @Seeds(500)
    void aFormulaInSuchLettersHasTheSameValue(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        Problem problem = RandomWorksheets.problem(random);
        Way way = new Way(Form.values()[random.nextInt(2)], null);
        ExactValues values = ExactValues.of(problem);
        Opposites opposites = new Opposites(OPPOSITES);
        for (Ref ref : Walk.order(problem)) {
            Expr formula = Derivation.formula(problem, ref, way);
            Kind kind = ref.quantity().kind();
            double expected = Evaluation.of(formula, values);
            double read =
                    Evaluation.with(
                            opposites.side(kind, formula),
                            leaf -> sign(leaf.quantity().kind()) * values.value(leaf));
            if (Double.isFinite(expected)) {
                assertThat(sign(kind) * read)
                        .as("worksheet " + seed + " " + ref)
                        .isCloseTo(
                                expected,
                                org.assertj.core.data.Offset.offset(
                                        1e-12 * Math.max(1, Math.abs(expected))));
            }
        }
    }

    private static int sign(Kind kind) {
        return kind == Kind.B || kind == Kind.DB || kind == Kind.NB || kind == Kind.DP ? -1 : 1;
    }

    @ParameterizedTest
    @CsvSource({
        "−0.30, 0.30",
        "0.30, −0.30",
        "0.00, 0.00",
        "0, 0",
        "1.2e−5, −1.2e−5",
        "−∞, ∞",
        "undefined, undefined",
    })
    void theOppositeOfATextIsThatOfItsNumber(String text, String opposite) {
        assertThat(Numbers.opposite(text)).isEqualTo(opposite);
    }
}
