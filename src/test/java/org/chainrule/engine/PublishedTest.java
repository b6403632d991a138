package org.chainrule.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Worked examples that others have published, to the digits that they print. */
class PublishedTest {
    private static Problem problem(
            Network network, Loss loss, double rate, double[] x, double... y) {
        return new Problem(
                network,
                List.of(new Sample(Vector.of(x), Vector.of(y))),
                loss,
                Reduction.MEAN,
                new Optimizer.Sgd(rate));
    }

    /** Matt Mazur, "A Step by Step Backpropagation Example", 2015; its biases stay as they are. */
    @Test
    void mazur() {
        Network network =
                new Network(
                        2,
                        List.of(
                                new Layer(
                                        "hid",
                                        Activation.SIGMOID,
                                        0.01,
                                        Matrix.of(new double[] {.15, .20}, new double[] {.25, .30}),
                                        Vector.of(.35, .35),
                                        false,
                                        true),
                                new Layer(
                                        "out",
                                        Activation.SIGMOID,
                                        0.01,
                                        Matrix.of(new double[] {.40, .45}, new double[] {.50, .55}),
                                        Vector.of(.60, .60),
                                        false,
                                        true)));
        Trace trace =
                Backprop.run(
                        problem(
                                network,
                                Loss.HALF_SQUARED_ERROR,
                                0.5,
                                new double[] {.05, .10},
                                .01,
                                .99));
        assertThat(trace.loss()).isCloseTo(0.298371109, within(5e-10));
        assertThat(trace.updatedWeight(1, 0, 0)).isCloseTo(0.35891648, within(5e-9));
        assertThat(trace.updatedWeight(1, 0, 1)).isCloseTo(0.408666186, within(5e-10));
        assertThat(trace.updatedWeight(1, 1, 0)).isCloseTo(0.511301270, within(5e-10));
        assertThat(trace.updatedWeight(1, 1, 1)).isCloseTo(0.561370121, within(5e-10));
        assertThat(trace.updatedWeight(0, 0, 0)).isCloseTo(0.149780716, within(5e-10));
        assertThat(trace.updatedWeight(0, 0, 1)).isCloseTo(0.19956143, within(5e-9));
        assertThat(trace.updatedWeight(0, 1, 0)).isCloseTo(0.24975114, within(5e-9));
        assertThat(trace.updatedWeight(0, 1, 1)).isCloseTo(0.29950229, within(5e-9));
        assertThat(trace.updatedBias(0, 0)).isEqualTo(.35);
    }

    /**
     * Andrej Karpathy, micrograd, the neuron of its lecture "The spelled-out intro to neural
     * networks", 2022.
     */
    @Test
    void micrograd() {
        Network network =
                new Network(
                        2,
                        List.of(
                                new Layer(
                                        "x",
                                        Activation.IDENTITY,
                                        Matrix.of(new double[] {1, 0}, new double[] {0, 1})),
                                new Layer(
                                        "out",
                                        Activation.TANH,
                                        Matrix.of(new double[] {-3, 1}),
                                        Vector.of(6.8813735870195432))));
        Trace trace =
                Backprop.run(problem(network, Loss.CROSS_ENTROPY, 0.1, new double[] {2, 0}, 1));
        assertThat(trace.activation(0, 1, 0)).isCloseTo(0.7071067811865476, within(1e-15));
        // The lecture's output is the neuron's own; here its gradient is divided out of the loss's.
        double output = trace.errorGradient(0, 1, 0);
        assertThat(trace.errorGradient(0, 0, 0) / output).isCloseTo(-1.5, within(1e-12));
        assertThat(trace.errorGradient(0, 0, 1) / output).isCloseTo(0.5, within(1e-12));
        assertThat(trace.weightGradient(1, 0, 0) / output).isCloseTo(1.0, within(1e-12));
        assertThat(trace.weightGradient(1, 0, 1) / output).isCloseTo(0.0, within(1e-12));
    }

    /**
     * Han, Kamber, Pei, "Data Mining", 3rd ed. 2012, example 9.1; it rounds to three decimals on
     * its way.
     */
    @Test
    void hanAndKamber() {
        Network network =
                new Network(
                        3,
                        List.of(
                                new Layer(
                                        "hid",
                                        Activation.SIGMOID,
                                        Matrix.of(
                                                new double[] {.2, .4, -.5},
                                                new double[] {-.3, .1, .2}),
                                        Vector.of(-.4, .2)),
                                new Layer(
                                        "out",
                                        Activation.SIGMOID,
                                        Matrix.of(new double[] {-.3, -.2}),
                                        Vector.of(.1))));
        Trace trace =
                Backprop.run(
                        problem(network, Loss.HALF_SQUARED_ERROR, .9, new double[] {1, 0, 1}, 1));
        assertThat(trace.activation(0, 0, 0)).isCloseTo(.332, within(1e-3));
        assertThat(trace.activation(0, 0, 1)).isCloseTo(.525, within(1e-3));
        assertThat(trace.activation(0, 1, 0)).isCloseTo(.474, within(1e-3));
        double[] printed = {.192, .400, -.508, -.306, .100, .194};
        for (int i = 0; i < 6; i++) {
            assertThat(trace.updatedWeight(0, i / 3, i % 3)).isCloseTo(printed[i], within(1e-3));
        }
        assertThat(trace.updatedWeight(1, 0, 0)).isCloseTo(-.261, within(1e-3));
        assertThat(trace.updatedWeight(1, 0, 1)).isCloseTo(-.138, within(1e-3));
        assertThat(trace.updatedBias(1, 0)).isCloseTo(.218, within(1e-3));
        assertThat(trace.updatedBias(0, 0)).isCloseTo(-.408, within(1e-3));
        assertThat(trace.updatedBias(0, 1)).isCloseTo(.194, within(1e-3));
    }

    /**
     * Stanford CS231n, "Backpropagation, Intuitions", the sigmoid circuit: w = (2, −3, −3), x =
     * (−1, −2).
     */
    @Test
    void cs231n() {
        Network network =
                new Network(
                        2,
                        List.of(
                                new Layer(
                                        "out",
                                        Activation.SIGMOID,
                                        Matrix.of(new double[] {2, -3}),
                                        Vector.of(-3))));
        Trace trace =
                Backprop.run(problem(network, Loss.CROSS_ENTROPY, 0.1, new double[] {-1, -2}, 1));
        double output = trace.errorGradient(0, 0, 0);
        assertThat(trace.activation(0, 0, 0)).isCloseTo(0.73, within(5e-3));
        assertThat(trace.weightGradient(0, 0, 0) / output).isCloseTo(-0.20, within(5e-3));
        assertThat(trace.weightGradient(0, 0, 1) / output).isCloseTo(-0.39, within(5e-3));
        assertThat(trace.biasGradient(0, 0) / output).isCloseTo(0.20, within(5e-3));
    }
}
