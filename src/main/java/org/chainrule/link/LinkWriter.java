package org.chainrule.link;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Loss;
import org.chainrule.engine.Optimizer;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Reduction;
import org.chainrule.engine.Sample;
import org.chainrule.engine.Vector;
import org.chainrule.notation.Numbers;
import org.chainrule.worksheet.Worksheet;

/** Writes a worksheet as the parts of a link, in one fixed order. */
final class LinkWriter {
    private LinkWriter() {}

    static Map<String, String> parts(Worksheet worksheet) {
        Problem problem = worksheet.problem();
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("v", "1");
        if (!worksheet.title().isEmpty()) {
            parts.put("t", Escapes.escape(worksheet.title()));
        }
        parts.put("n", Integer.toString(problem.network().inputs()));
        for (int l = 0; l < problem.network().depth(); l++) {
            layer(problem.network().layer(l), l + 1, parts);
        }
        if (problem.loss() != Loss.SQUARED_ERROR) {
            parts.put("loss", problem.loss().key());
        }
        parts.put("x", table(problem.samples(), Sample::x));
        parts.put("y", table(problem.samples(), Sample::y));
        if (problem.reduction() == Reduction.SUM) {
            parts.put("red", "sum");
        }
        parts.put("opt", optimizer(problem.optimizer()));
        if (worksheet.paper() != null) {
            parts.put(
                    "paper",
                    worksheet.paper().decimals() + "," + worksheet.paper().gradientDecimals());
        }
        return parts;
    }

    private static void layer(Layer layer, int number, Map<String, String> parts) {
        String activation =
                layer.activation().key()
                        + (layer.activation() == Activation.LEAKY_RELU
                                ? "~" + Numbers.canonical(layer.slope())
                                : "");
        String weights =
                IntStream.range(0, layer.size())
                        .mapToObj(k -> row(Vector.of(layer.weights().row(k))))
                        .collect(Collectors.joining(";"));
        parts.put("l" + number, layer.name() + ":" + activation + ":" + weights);
        if (layer.biases() != null) {
            parts.put("b" + number, row(layer.biases()));
        }
        if (layer.weightsFrozen() || layer.biasesFrozen()) {
            parts.put(
                    "f" + number,
                    layer.weightsFrozen()
                            ? layer.biasesFrozen() ? "weights,biases" : "weights"
                            : "biases");
        }
    }

    private static String row(Vector vector) {
        return Arrays.stream(vector.toArray())
                .mapToObj(Numbers::canonical)
                .collect(Collectors.joining(","));
    }

    private static String table(List<Sample> samples, Function<Sample, Vector> column) {
        return samples.stream().map(column).map(LinkWriter::row).collect(Collectors.joining(";"));
    }

    private static String optimizer(Optimizer optimizer) {
        return switch (optimizer) {
            case Optimizer.Sgd(var rate, var momentum, var nesterov, var weightDecay) -> {
                String text = "sgd:" + Numbers.canonical(rate);
                boolean plain = isZero(momentum) && !nesterov && isZero(weightDecay);
                yield plain
                        ? text
                        : text
                                + ":"
                                + Numbers.canonical(momentum)
                                + ":"
                                + (nesterov ? "nesterov" : "plain")
                                + ":"
                                + Numbers.canonical(weightDecay);
            }
            case Optimizer.Adam(var rate, var beta1, var beta2, var epsilon) ->
                    IntStream.range(0, 4)
                            .mapToObj(i ->
                                    Numbers.canonical(
                                            new double[] {rate, beta1, beta2, epsilon}[i]))
                            .collect(Collectors.joining(":", "adam:", ""));
        };
    }

    private static boolean isZero(double value) {
        return Double.doubleToRawLongBits(value) == 0;
    }
}
