package org.chainrule.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.chainrule.RandomWorksheets;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.engine.Problem;
import org.chainrule.notation.Language;
import org.chainrule.notation.Preset;
import org.chainrule.notation.Signs;
import org.chainrule.notation.Typesetter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The two statements of the mathematics, arrays and trees, say the same. */
class DerivationTest {
    @ParameterizedTest
    @EnumSource(Form.class)
    void everyFormulaHasTheValueOfTheTrace(Form form) {
        RandomGenerator random = new SplittableRandom(42);
        for (int i = 0; i < 500; i++) {
            Problem problem = RandomWorksheets.problem(random);
            ExactValues values = ExactValues.of(problem);
            for (Ref ref : Walk.order(problem)) {
                double value = Evaluation.of(Derivation.of(problem, ref, form).formula(), values);
                same("worksheet " + i + " " + ref, value, values.value(ref));
            }
        }
    }

    /** What is shown on paper is what was worked out, in either form. */
    @ParameterizedTest
    @EnumSource(Form.class)
    void everyFormulaOnPaperHasTheWrittenValue(Form form) {
        RandomGenerator random = new SplittableRandom(46);
        for (int i = 0; i < 300; i++) {
            Problem problem = RandomWorksheets.problem(random);
            Rounding rounding = RandomWorksheets.rounding(random);
            PaperTrace trace = PaperTrace.of(problem, rounding);
            DecimalEvaluation evaluation = new DecimalEvaluation(ref -> decimal(trace, ref));
            for (Ref ref : Walk.order(problem)) {
                Expr formula = Derivation.onPaper(problem, ref, form, rounding).formula();
                Decimal value = evaluation.value(formula);
                boolean frozen = formula instanceof Expr.Leaf(var leaf) && leaf.isBatch();
                Decimal shown = frozen ? value : rounding.write(ref.quantity().kind(), value);
                assertThat(Double.valueOf(shown.toDouble()))
                        .as("worksheet " + i + " " + ref)
                        .isEqualTo(Double.valueOf(trace.value(ref)));
            }
        }
    }

    private static Decimal decimal(PaperTrace trace, Ref ref) {
        BigDecimal written = trace.written(ref);
        return written == null ? Decimal.of(trace.value(ref)) : Decimal.of(written);
    }

    @Test
    void aCleanGradientIsTheGradient() {
        RandomGenerator random = new SplittableRandom(44);
        int found = 0;
        for (int i = 0; i < 2_000; i++) {
            Problem problem = RandomWorksheets.problem(random);
            ExactValues values = ExactValues.of(problem);
            for (Ref ref : Walk.order(problem)) {
                Quantity q = ref.quantity();
                if (q.kind() == Kind.DP && CleanGradient.isOf(problem, q.layer())) {
                    found++;
                    Expr clean = CleanGradient.formula(problem, q.k(), ref.sample());
                    assertThat(
                                    Derivation.onPaper(problem, ref, Form.DELTAS, Rounding.SHEET)
                                            .formula())
                            .isEqualTo(clean);
                    same(
                            "worksheet " + i + " " + ref,
                            Evaluation.of(clean, values),
                            values.value(ref));
                }
            }
        }
        assertThat(found).isGreaterThan(50);
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    void theChainRulesPathsAddUpToTheGradient(Preset preset) {
        RandomGenerator random = new SplittableRandom(43);
        for (int i = 0; i < 100; i++) {
            Problem problem = RandomWorksheets.problem(random);
            if (problem.loss().isCrossEntropy()) {
                continue;
            }
            ExactValues values = ExactValues.of(problem);
            String name = problem.network().layer(0).name();
            Chain chain = Chain.of(problem, null, Quantity.dw(name, 1, 1), 0, Integer.MAX_VALUE);
            assertThat(chain.paths()).hasSize((int) Chain.count(problem, Quantity.dw(name, 1, 1)));
            same(
                    "worksheet " + i,
                    Evaluation.of(chain.formula(), values),
                    values.value(Quantity.dw(name, 1, 1), 0));
            String latex =
                    Typesetter.symbols(
                                    Language.LATEX, new Signs(preset.notation(), problem.network()))
                            .of(chain.formula());
            assertThat(latex.chars().filter(c -> c == '{').count())
                    .isEqualTo(latex.chars().filter(c -> c == '}').count());
        }
    }

    private static void same(String name, double actual, double expected) {
        if (Double.isFinite(expected)) {
            assertThat(Math.abs(actual - expected))
                    .as("%s: %s against %s", name, actual, expected)
                    .isLessThanOrEqualTo(1e-12 * Math.max(1, Math.abs(expected)));
        } else {
            assertThat(Double.valueOf(actual)).as(name).isEqualTo(Double.valueOf(expected));
        }
    }
}
