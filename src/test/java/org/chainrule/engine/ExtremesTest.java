package org.chainrule.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where doubles overflow or saturate and the true value does not. */
class ExtremesTest {
    private static Trace neuron(Activation activation, Loss loss, double[] weights, double[] y) {
        double[][] rows = new double[weights.length][];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = new double[] {weights[k]};
        }
        Network network = new Network(1, List.of(new Layer("out", activation, Matrix.of(rows))));
        return Backprop.run(
                new Problem(
                        network,
                        List.of(new Sample(Vector.of(1), Vector.of(y))),
                        loss,
                        Reduction.MEAN,
                        new Optimizer.Sgd(0.1)));
    }

    @ParameterizedTest
    @CsvSource({"800, 1, 0, 0", "800, 0, 800, 1", "-800, 0, 0, 0", "-800, 1, 800, -1"})
    void binaryCrossEntropyOfASaturatedSigmoid(double p, double y, double loss, double gradient) {
        Trace trace =
                neuron(
                        Activation.SIGMOID,
                        Loss.BINARY_CROSS_ENTROPY,
                        new double[] {p},
                        new double[] {y});
        assertThat(trace.loss()).isEqualTo(loss);
        assertThat(trace.preactivationGradient(0, 0, 0) + 0.0).isEqualTo(gradient);
        assertThat(trace.weightGradient(0, 0, 0) + 0.0).isEqualTo(gradient);
    }

    @Test
    void crossEntropyOfASoftmaxAtAThousand() {
        Trace trace =
                neuron(
                        Activation.SOFTMAX,
                        Loss.CROSS_ENTROPY,
                        new double[] {1000, -1000},
                        new double[] {0, 1});
        assertThat(trace.activation(0, 0, 0)).isEqualTo(1);
        assertThat(trace.loss()).isEqualTo(2000);
        assertThat(trace.preactivationGradient(0, 0, 0)).isEqualTo(1);
        assertThat(trace.preactivationGradient(0, 0, 1)).isEqualTo(-1);
        assertThat(trace.errorGradient(0, 0, 1)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @ParameterizedTest
    @CsvSource({"800, 1, 800", "-800, 0, 0", "0, 0.5, 0.6931471805599453"})
    void sigmoidAndSoftplusDoNotOverflow(double p, double sigmoid, double softplus) {
        assertThat(Activation.sigmoid(p)).isEqualTo(sigmoid);
        assertThat(Activation.softplus(p))
                .isCloseTo(softplus, within(1e-16 * Math.max(1, softplus)));
    }

    @Test
    void theSlopeOfReluAtZeroIsZero() {
        assertThat(Activation.RELU.derivative(0, 0)).isZero();
        assertThat(Activation.LEAKY_RELU.derivative(0, 0.1)).isEqualTo(0.1);
    }

    @Test
    void zeroTimesTheLogarithmOfZeroIsZero() {
        Trace trace =
                neuron(
                        Activation.IDENTITY,
                        Loss.CROSS_ENTROPY,
                        new double[] {0, 1},
                        new double[] {0, 1});
        assertThat(trace.loss()).isZero();
        assertThat(trace.errorGradient(0, 0, 0) + 0.0).isZero();
    }

    @Test
    void whatIsInfiniteIsCarriedAsInfinite() {
        Trace trace =
                neuron(Activation.IDENTITY, Loss.CROSS_ENTROPY, new double[] {0}, new double[] {1});
        assertThat(trace.loss()).isEqualTo(Double.POSITIVE_INFINITY);
        Trace large =
                neuron(
                        Activation.IDENTITY,
                        Loss.SQUARED_ERROR,
                        new double[] {1e200},
                        new double[] {0});
        assertThat(large.loss()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(large.errorGradient(0, 0, 0)).isEqualTo(2e200);
    }

    @Test
    void theUpdateIsPyTorchsFirstStep() {
        assertThat(new Optimizer.Sgd(0.1, 0.9, false, 0).step(1, 0.5)).isEqualTo(0.95);
        assertThat(new Optimizer.Sgd(0.1, 0.9, true, 0).step(1, 0.5))
                .isCloseTo(0.905, within(1e-15));
        assertThat(new Optimizer.Sgd(0.1, 0, false, 0.2).step(1, 0.5))
                .isCloseTo(0.93, within(1e-15));
        assertThat(new Optimizer.Adam(0.001, 0.9, 0.999, 1e-8).step(1, 0.5))
                .isCloseTo(0.99900000002, within(1e-15));
    }
}
