package org.chainrule.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Perceptrons of exercise sheets, sample after sample: w ← w + η (t − o) x, worked out beside the
 * engine, and the weights that their authors print where they do.
 */
class PerceptronTest {
    private static final double[][] BINARY = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    private static final double[][] BIPOLAR = {{1, 1}, {1, -1}, {-1, 1}, {-1, -1}};

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "NAND of a step, STEP, 1, 0.2, '1 1 1 0', '0 0', 0, 3, ",
        "AND of a step, STEP, 0, 1, '0 0 0 1', '0 0', 0, 10, ",
        "AND of a step that fires at 0, STEP, 1, 0.1, '0 0 0 1', '0.3 -0.1', 0, 4, ",
        "OR of a step from given weights, STEP, 0, 0.5, '0 1 1 1', '0.3 -0.7', -0.1, 6, ",
        "OR of a sign, SIGN, -1, 1, '1 1 1 -1', '0 0', 0, 1, '2 2 2'",
        "AND of a sign that is 0 at 0, SIGN, 0, 1, '1 -1 -1 -1', '0 0', 0, 4, ",
        "NAND of a sign, SIGN, 1, 0.25, '-1 1 1 1', '0.1 0.2', -0.3, 8, "
    })
    void itLearnsAsTheRuleSays(
            String name,
            Activation activation,
            double atZero,
            double rate,
            String targets,
            String weights,
            double bias,
            int epochs,
            String printed) {
        double[] t = numbers(targets);
        double[] w = numbers(weights + " " + bias);
        double[][] x = activation == Activation.STEP ? BINARY : BIPOLAR;
        Layer layer =
                new Layer("out", activation, Matrix.of(numbers(weights)), Vector.of(bias))
                        .withActivation(activation, atZero);
        for (int i = 0; i < 4 * epochs; i++) {
            double[] in = x[i % 4];
            double net = w[0] * in[0] + w[1] * in[1] + w[2];
            double low = activation == Activation.STEP ? 0 : -1;
            double o = net > 0 ? 1 : net < 0 ? low : atZero;
            layer = stepped(layer, in, t[i % 4], rate);
            for (int k = 0; k < 2; k++) {
                w[k] += rate * (t[i % 4] - o) * in[k];
            }
            w[2] += rate * (t[i % 4] - o);
            assertThat(parameters(layer)).as("%s, update %d", name, i + 1).containsExactly(w);
        }
        if (printed != null) {
            assertThat(parameters(layer)).containsExactly(numbers(printed));
        }
    }

    private static Layer stepped(Layer layer, double[] x, double y, double rate) {
        Problem problem =
                new Problem(
                        new Network(2, List.of(layer)),
                        List.of(new Sample(Vector.of(x), Vector.of(y))),
                        Loss.HALF_SQUARED_ERROR,
                        Reduction.MEAN,
                        new Optimizer.Sgd(rate));
        Trace trace = Backprop.run(problem);
        double[] weights = {trace.updatedWeight(0, 0, 0), trace.updatedWeight(0, 0, 1)};
        return layer.with(Matrix.of(weights), Vector.of(trace.updatedBias(0, 0)));
    }

    private static double[] parameters(Layer layer) {
        double[] w = Arrays.copyOf(layer.weights().row(0), 3);
        w[2] = java.util.Objects.requireNonNull(layer.biases()).at(0);
        return w;
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
