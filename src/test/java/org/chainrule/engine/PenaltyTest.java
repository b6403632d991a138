package org.chainrule.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.engine.Penalty.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Penalties in J: of an exercise with printed numbers, and of one neuron worked by hand. */
class PenaltyTest {
    /** Coursera Machine Learning, exercise 4: a published test case, λ = 4, biases left out. */
    @Test
    void aPublishedCaseHasItsPrintedNumbers() {
        List<Sample> samples = new ArrayList<>();
        for (int s = 0; s < 3; s++) {
            double[] y = new double[4];
            y[new int[] {3, 1, 2}[s]] = 1;
            Vector x = Vector.of(Math.cos(2 * s + 1), Math.cos(2 * s + 2));
            samples.add(new Sample(x, Vector.of(y)));
        }
        double[][] hidden = {{0.3, 0.5}, {0.4, 0.6}};
        double[][] last = {{1.1, 1.5}, {1.2, 1.6}, {1.3, 1.7}, {1.4, 1.8}};
        Problem problem =
                new Problem(
                                new Network(
                                        2,
                                        List.of(
                                                sigmoid("hid", hidden, 0.1, 0.2),
                                                sigmoid("out", last, 0.7, 0.8, 0.9, 1.0))),
                                samples,
                                Loss.BINARY_CROSS_ENTROPY,
                                Reduction.MEAN,
                                new Optimizer.Sgd(0.1))
                        .with(new Penalty(4, Scale.HALF_MEAN, false));
        Trace trace = Backprop.run(problem);
        assertThat(trace.loss()).isCloseTo(19.474, within(5e-4));
        double[] printed = {
            0.76614, 0.97990, 0.37246, 0.49749, 0.64174, 0.74614, 0.88342, 0.56876, 0.58467,
            0.59814, 1.92598, 1.94462, 1.98965, 2.17855, 2.47834, 2.50225, 2.52644, 2.72233
        };
        int i = 0;
        for (int l = 0; l < 2; l++) {
            for (int t = -1; t < 2; t++) {
                for (int k = 0; k < problem.network().layer(l).size(); k++) {
                    double gradient =
                            t < 0 ? trace.biasGradient(l, k) : trace.weightGradient(l, k, t);
                    assertThat(gradient).isCloseTo(printed[i++], within(6e-6));
                }
            }
        }
    }

    private static Layer sigmoid(String name, double[][] weights, double... biases) {
        return new Layer(name, Activation.SIGMOID, Matrix.of(weights), Vector.of(biases));
    }

    /** z = 2 · 3 + 0.5 = 6.5, twice; half the squared error of y = 6 is 0.125, its slope 0.5. */
    @ParameterizedTest
    @CsvSource({
        "HALF, false, 0.325, 1.7, 0.5",
        "HALF, true, 0.3375, 1.7, 0.55",
        "HALF_MEAN, false, 0.225, 1.6, 0.5",
        "HALF_MEAN, true, 0.23125, 1.6, 0.525",
        "WHOLE, false, 0.525, 1.9, 0.5",
        "WHOLE, true, 0.55, 1.9, 0.6"
    })
    void itIsAddedOnce(Scale scale, boolean biases, double loss, double dw, double db) {
        Sample sample = new Sample(Vector.of(3), Vector.of(6));
        Layer layer =
                new Layer("out", Activation.IDENTITY, Matrix.of(new double[] {2}), Vector.of(0.5));
        Problem problem =
                new Problem(
                                new Network(1, List.of(layer)),
                                List.of(sample, sample),
                                Loss.HALF_SQUARED_ERROR,
                                Reduction.MEAN,
                                new Optimizer.Sgd(0.1))
                        .with(new Penalty(0.1, scale, biases));
        Trace trace = Backprop.run(problem);
        assertThat(trace.loss()).isCloseTo(loss, within(1e-15));
        assertThat(trace.weightGradient(0, 0, 0)).isCloseTo(dw, within(1e-15));
        assertThat(trace.biasGradient(0, 0)).isCloseTo(db, within(1e-15));
    }
}
