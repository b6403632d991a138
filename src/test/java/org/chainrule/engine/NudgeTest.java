package org.chainrule.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Nudges against what is known of J on paper. */
class NudgeTest {
    private static final double SLOPE = 0.2;

    private static Sample sample(double x, double y) {
        return new Sample(Vector.of(x), Vector.of(y));
    }

    private static Problem neuron(
            Activation activation, double w, double b, Reduction reduction, Sample... samples) {
        Layer layer =
                new Layer(
                        "out",
                        activation,
                        SLOPE,
                        Matrix.of(new double[] {w}),
                        Vector.of(b),
                        false,
                        false);
        return new Problem(
                new Network(1, List.of(layer)),
                List.of(samples),
                Loss.SQUARED_ERROR,
                reduction,
                new Optimizer.Sgd(0.1));
    }

    private static GradientCheck weight(Problem problem) {
        return new GradientCheck(Backprop.run(problem), 0, 0, 0);
    }

    private static GradientCheck bias(Problem problem) {
        return new GradientCheck(Backprop.run(problem), 0, 0, -1);
    }

    /**
     * A line through three points: J(w) = Σ(wx + b − y)² is a parabola with J′ = Σ2x(wx + b − y)
     * and J″ = Σ2x², so that the central quotient is exact and each one-sided one is off by h·J″/2.
     */
    @ParameterizedTest
    @CsvSource({"SUM, 0.1", "SUM, 0.01", "SUM, 0.001", "MEAN, 0.1", "MEAN, 0.01"})
    void onAParabolaTheCentralQuotientIsExactAndTheOthersAreOffByHalfOfHTimesTheCurvature(
            Reduction reduction, double h) {
        Problem problem =
                neuron(
                        Activation.IDENTITY,
                        0.5,
                        -0.25,
                        reduction,
                        sample(1, 2),
                        sample(-2, 0.5),
                        sample(3, 1));
        double divisor = reduction == Reduction.SUM ? 1 : 3;
        double slope = (2 * (0.25 - 2) - 4 * (-1.25 - 0.5) + 6 * (1.25 - 1)) / divisor;
        double curvature = 2 * (1 + 4 + 9) / divisor;
        Nudge nudge = weight(problem).nudge(h);
        assertThat(nudge.gradient()).isEqualTo(slope, within(1e-14));
        assertThat(nudge.central()).isEqualTo(slope, within(1e-12));
        assertThat(nudge.forward()).isEqualTo(slope + h * curvature / 2, within(1e-11));
        assertThat(nudge.backward()).isEqualTo(slope - h * curvature / 2, within(1e-11));
        assertThat(nudge.crossings()).isEmpty();
    }

    /**
     * At p = 0 the loss (g(p) − 1)² has the slope −2 from the right and −2·g′ from the left, where
     * g′ is 0, or a leaky ReLU's own slope: backpropagation's is the left one.
     */
    @ParameterizedTest
    @CsvSource({"RELU, 0", "LEAKY_RELU, 0.2"})
    void atAKinkTheOneSidedQuotientsPartAndBackpropagationTakesTheSlopeOfTheLeft(
            Activation activation, double left) {
        Nudge nudge = bias(neuron(activation, 1, 0, Reduction.MEAN, sample(0, 1))).nudge(1e-4);
        assertThat(nudge.gradient()).isEqualTo(-2 * left);
        assertThat(nudge.backward()).isEqualTo(-2 * left, within(1e-4));
        assertThat(nudge.forward()).isEqualTo(-2, within(1.001e-4));
        assertThat(nudge.crossings()).containsExactly(new Crossing(0, 0, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({"RELU, 1", "LEAKY_RELU, 1", "IDENTITY, 0", "TANH, 0", "ELU, 0", "SOFTPLUS, 0"})
    void onlyActivationsWithAKinkAreSaidToCrossIt(Activation activation, int crossings) {
        Problem problem = neuron(activation, 1, 0.004, Reduction.MEAN, sample(0, 1));
        assertThat(bias(problem).nudge(0.01).crossings()).hasSize(crossings);
        assertThat(bias(problem).nudge(0.001).crossings()).isEmpty();
    }

    @Test
    void ofSeveralSamplesTheOneNearestToTheKinkIsNamed() {
        Problem problem =
                neuron(
                        Activation.RELU,
                        1,
                        0,
                        Reduction.MEAN,
                        sample(3, 1),
                        sample(-0.05, 1),
                        sample(0.02, 1),
                        sample(-4, 1));
        assertThat(bias(problem).nudge(0.1).crossings())
                .containsExactly(new Crossing(0, 0, 2, 0.02));
        assertThat(bias(problem).nudge(0.01).crossings()).isEmpty();
    }

    @Test
    void aKinkThatTheLossDoesNotFeelIsNone() {
        Layer hidden = new Layer("hid", Activation.RELU, Matrix.of(new double[] {1}), Vector.of(0));
        Layer deaf = new Layer("out", Activation.IDENTITY, Matrix.of(new double[] {0}));
        Problem problem =
                new Problem(
                        new Network(1, List.of(hidden, deaf)),
                        List.of(sample(0, 1)),
                        Loss.SQUARED_ERROR,
                        Reduction.MEAN,
                        new Optimizer.Sgd(0.1));
        assertThat(bias(problem).nudge(0.1).crossings()).isEmpty();
    }

    @Test
    void whereJOverflowsTheNudgeSaysSoAndDoesNotThrow() {
        Problem problem = neuron(Activation.IDENTITY, 0, 0, Reduction.MEAN, sample(1e200, 0));
        Nudge nudge = weight(problem).nudge(0.1);
        assertThat(nudge.isFinite()).isFalse();
        assertThat(nudge.forward()).isInfinite();
        assertThat(nudge.central()).isNaN();
    }

    /** Taylor: the forward quotient is off by h·J″/2 + …, the central one by h²·J‴/6 + …. */
    @Test
    void onASmoothLossTheErrorsFallLikeHAndLikeItsSquareUntilRoundingTakesOver() {
        Problem problem = neuron(Activation.TANH, 0.7, 0.1, Reduction.MEAN, sample(1.3, -0.4));
        GradientCheck check = weight(problem);
        for (double h : new double[] {0.01, 0.001}) {
            Nudge coarse = check.nudge(h);
            Nudge fine = check.nudge(h / 10);
            assertThat(coarse.error(coarse.forward()) / fine.error(fine.forward()))
                    .isCloseTo(10, within(0.5));
            assertThat(coarse.error(coarse.central()) / fine.error(fine.central()))
                    .isCloseTo(100, within(5.0));
        }
        Nudge least = check.nudge(1e-8);
        Nudge best = check.nudge(1e-5);
        assertThat(least.error(least.central())).isGreaterThan(best.error(best.central()));
    }

    /** The three J of a nudge in 100 digits. */
    @ParameterizedTest
    @EnumSource(
            value = Activation.class,
            names = {"TANH", "SIGMOID", "GELU", "SILU", "SOFTPLUS", "ELU", "RELU"})
    void theLossesAreThoseOfAnIndependentForwardPass(Activation activation) {
        for (double h : Nudge.SIZES) {
            Nudge nudge =
                    weight(neuron(activation, 0.7, 0.1, Reduction.MEAN, sample(1.3, -0.4)))
                            .nudge(h);
            close(
                    nudge.below(),
                    activation,
                    BigDecimal.valueOf(0.7).subtract(BigDecimal.valueOf(h)));
            close(nudge.loss(), activation, BigDecimal.valueOf(0.7));
            close(nudge.above(), activation, BigDecimal.valueOf(0.7).add(BigDecimal.valueOf(h)));
        }
    }

    private static void close(double loss, Activation activation, BigDecimal w) {
        Problem problem =
                neuron(activation, w.doubleValue(), 0.1, Reduction.MEAN, sample(1.3, -0.4));
        assertThat(loss)
                .as("%s at %s", activation, w)
                .isCloseTo(new PreciseNetwork(problem, 0).loss.value.doubleValue(), within(4e-15));
    }

    @ParameterizedTest
    @CsvSource({"0.19, 0.01, 0.2", "0.2, 0.1, 0.3", "-1.4, -1e-8, -1.40000001", "-0.1, 0.1, 0"})
    void aNudgeAddsAsOneDoesByHand(double value, double by, double moved) {
        assertThat(Nudge.moved(value, by)).isEqualTo(moved);
        assertThat(Nudge.moved(moved, -by)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"1, 1e-8, true", "1e7, 1e-8, true", "1e9, 1e-8, false", "1e16, 0.1, false"})
    void besideALargeNumberASmallNudgeIsLost(double value, double h, boolean felt) {
        Problem problem = neuron(Activation.IDENTITY, value, 0, Reduction.MEAN, sample(1, 0));
        assertThat(weight(problem).nudge(h).isFelt()).isEqualTo(felt);
    }
}
