package org.chainrule.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.chainrule.RandomWorksheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The engine against automatic differentiation in 100 digits, and against central differences. */
class OracleTest {
    private static final int WORKSHEETS = 2_000;

    @Test
    void everyNumberOfRandomWorksheetsIsPrecise() {
        RandomGenerator random = new SplittableRandom(20261124);
        int compared = 0;
        for (int i = 0; compared < WORKSHEETS; i++) {
            Problem problem = RandomWorksheets.problem(random);
            Trace trace = Backprop.run(problem);
            if (isDefined(problem, trace)) {
                compare("worksheet " + i, problem, trace);
                compared++;
            }
            assertThat(i).isLessThan(2 * WORKSHEETS);
        }
    }

    /**
     * A logarithm of an activation that is not within its domain has no true value to compare with.
     */
    private static boolean isDefined(Problem problem, Trace trace) {
        int last = problem.network().depth() - 1;
        if (problem.network().last().activation().isRule()) {
            return false;
        }
        for (int s = 0; s < problem.samples().size(); s++) {
            for (int k = 0;
                    problem.loss().isCrossEntropy() && k < problem.network().outputs();
                    k++) {
                double z = trace.activation(s, last, k);
                boolean binary = problem.loss().isBinary();
                boolean one =
                        problem.network().last().activation() == Activation.SOFTMAX
                                && problem.network().outputs() == 1;
                if (!(z > 0) || (binary && !(z < 1)) || one) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void compare(String name, Problem problem, Trace trace) {
        int samples = problem.samples().size();
        PreciseNetwork[] precise = new PreciseNetwork[samples];
        BigDecimal loss = BigDecimal.ZERO;
        for (int s = 0; s < samples; s++) {
            precise[s] = new PreciseNetwork(problem, s);
            close(name + " J of sample " + s, trace.loss(s), precise[s].loss.value);
            loss = loss.add(precise[s].loss.value);
            for (int l = 0; l < problem.network().depth(); l++) {
                neurons(name, problem.network().layer(l), trace, precise[s], s, l);
            }
            for (int t = 0; t < problem.network().inputs(); t++) {
                close(name + " dx " + t, trace.inputGradient(s, t), precise[s].x.get(t).gradient);
            }
        }
        BigDecimal divisor =
                BigDecimal.valueOf(problem.reduction() == Reduction.MEAN ? samples : 1);
        close(
                name + " J",
                trace.loss(),
                loss.divide(divisor, Precise.DIGITS).add(penalty(problem)));
        for (int l = 0; l < problem.network().depth(); l++) {
            batch(name, problem, trace, precise, l, divisor);
        }
    }

    /** λ/2, λ/2m or λ. */
    private static BigDecimal factor(Problem problem) {
        Penalty penalty = problem.penalty();
        BigDecimal lambda = new BigDecimal(penalty.lambda());
        return switch (penalty.scale()) {
            case HALF -> lambda.divide(BigDecimal.TWO);
            case HALF_MEAN ->
                    lambda.divide(
                            BigDecimal.valueOf(2L * problem.samples().size()), Precise.DIGITS);
            case WHOLE -> lambda;
        };
    }

    /** What the penalty adds to the gradient of a parameter of this value. */
    private static BigDecimal pull(Problem problem, double value) {
        return factor(problem).multiply(new BigDecimal(value)).multiply(BigDecimal.TWO);
    }

    private static BigDecimal penalty(Problem problem) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Layer layer : problem.network().layers()) {
            for (int k = 0; k < layer.size(); k++) {
                for (double w : layer.weights().row(k)) {
                    sum = sum.add(new BigDecimal(w).pow(2));
                }
                if (problem.penalty().biases() && layer.biases() != null) {
                    sum = sum.add(new BigDecimal(layer.biases().at(k)).pow(2));
                }
            }
        }
        return sum.multiply(factor(problem));
    }

    private static void neurons(
            String name, Layer layer, Trace trace, PreciseNetwork precise, int s, int l) {
        for (int k = 0; k < layer.size(); k++) {
            String at = name + " " + layer.name() + " " + k;
            close(at + " p", trace.preactivation(s, l, k), precise.p.get(l).get(k).value);
            close(at + " z", trace.activation(s, l, k), precise.z.get(l).get(k).value);
            close(at + " dz", trace.errorGradient(s, l, k), precise.z.get(l).get(k).gradient);
            close(
                    at + " dp",
                    trace.preactivationGradient(s, l, k),
                    precise.p.get(l).get(k).gradient);
            for (int t = 0; t < layer.sources(); t++) {
                close(
                        at + " dw",
                        trace.weightGradient(s, l, k, t),
                        precise.weights.get(l)[k][t].gradient);
            }
        }
    }

    private static void batch(
            String name,
            Problem problem,
            Trace trace,
            PreciseNetwork[] precise,
            int l,
            BigDecimal divisor) {
        Layer layer = problem.network().layer(l);
        for (int k = 0; k < layer.size(); k++) {
            for (int t = 0; t < layer.sources(); t++) {
                BigDecimal sum = BigDecimal.ZERO;
                for (PreciseNetwork sample : precise) {
                    sum = sum.add(sample.weights.get(l)[k][t].gradient);
                }
                close(
                        name + " batch dw",
                        trace.weightGradient(l, k, t),
                        sum.divide(divisor, Precise.DIGITS)
                                .add(pull(problem, layer.weights().at(k, t))));
            }
            if (layer.biases() != null) {
                BigDecimal sum = BigDecimal.ZERO;
                for (PreciseNetwork sample : precise) {
                    sum = sum.add(sample.biases.get(l)[k].gradient);
                }
                close(
                        name + " batch db",
                        trace.biasGradient(l, k),
                        sum.divide(divisor, Precise.DIGITS)
                                .add(
                                        problem.penalty().biases()
                                                ? pull(problem, layer.biases().at(k))
                                                : BigDecimal.ZERO));
            }
        }
    }

    private static void close(String name, double actual, BigDecimal truth) {
        double error = new BigDecimal(actual).subtract(truth).abs().doubleValue();
        assertThat(error)
                .as("%s: %s against %s", name, actual, truth.doubleValue())
                .isLessThanOrEqualTo(1e-12 * Math.max(1, Math.abs(truth.doubleValue())));
    }

    /** A neuron alone, with weight 1: its slope is what ∂J/∂p has over ∂J/∂z. */
    @ParameterizedTest
    @EnumSource(
            value = Activation.class,
            names = {"SOFTMAX", "STEP", "SIGN"},
            mode = EnumSource.Mode.EXCLUDE)
    void everySlopeIsPrecise(Activation activation) {
        RandomGenerator random = new SplittableRandom(11);
        // Of erf the oracle knows its series alone.
        double far = activation == Activation.GELU ? 8 : 30;
        Layer layer =
                new Layer(
                        "out",
                        activation,
                        0.3,
                        Matrix.of(new double[][] {{1}}),
                        null,
                        false,
                        false);
        for (int i = 0; i < 400; i++) {
            double p = random.nextDouble(-1, 1) * (i % 2 == 0 ? 3 : far);
            Problem problem =
                    new Problem(
                            new Network(1, List.of(layer)),
                            List.of(new Sample(Vector.of(p), Vector.of(-1_000))),
                            Loss.HALF_SQUARED_ERROR,
                            Reduction.MEAN,
                            new Optimizer.Sgd(0.1));
            PreciseNetwork precise = new PreciseNetwork(problem, 0);
            BigDecimal slope =
                    precise.p
                            .get(0)
                            .get(0)
                            .gradient
                            .divide(precise.z.get(0).get(0).gradient, Precise.DIGITS);
            close(activation + "′ of " + p, Backprop.run(problem).slope(0, 0, 0), slope);
        }
    }

    @Test
    void centralDifferencesAgreeAwayFromKinks() {
        RandomGenerator random = new SplittableRandom(7);
        int agreed = 0;
        for (int i = 0; i < 400; i++) {
            Problem problem = RandomWorksheets.problem(random);
            Trace trace = Backprop.run(problem);
            if (!isDefined(problem, trace) || nearKink(problem, trace)) {
                continue;
            }
            for (int l = 0; l < problem.network().depth(); l++) {
                if (problem.network().layer(l).isWeightless()) {
                    continue;
                }
                double difference = new GradientCheck(trace, l, 0, 0).centralDifference();
                double gradient = trace.weightGradient(l, 0, 0);
                assertThat(difference)
                        .as("worksheet %d, layer %d", i, l)
                        .isCloseTo(
                                gradient,
                                org.assertj.core.data.Offset.offset(
                                        1e-5
                                                * Math.max(
                                                        1,
                                                        Math.abs(trace.loss())
                                                                + Math.abs(gradient))));
                agreed++;
            }
        }
        assertThat(agreed).isGreaterThan(300);
    }

    private static boolean nearKink(Problem problem, Trace trace) {
        for (int s = 0; s < problem.samples().size(); s++) {
            for (int l = 0; l < problem.network().depth(); l++) {
                for (int k = 0; k < problem.network().layer(l).size(); k++) {
                    if (Math.abs(trace.preactivation(s, l, k)) < 1e-2) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
