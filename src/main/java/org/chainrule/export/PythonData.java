package org.chainrule.export;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Optimizer;
import org.chainrule.engine.Problem;

/** What goes into a Python program as data, and how the program prints its numbers. */
final class PythonData {
    private PythonData() {}

    /** From the third line on: a comment in the first two could declare an encoding. */
    static void title(Lines lines, Snippets snippets) {
        if (snippets.isTitled()) {
            lines.add("#", "# «title»");
        }
    }

    /** Parameters, samples and the optimizer's numbers, each array between these brackets. */
    static void write(Lines lines, Problem problem, String open, String close) {
        for (Layer layer : problem.network().layers()) {
            if (!layer.isWeightless()) {
                array(lines, "w_" + layer.name(), Code.rows(layer.weights()), open, close);
            }
            if (layer.biases() != null) {
                lines.add(
                        "b_%s = %s%s%s"
                                .formatted(
                                        layer.name(), open, row(layer.biases().toArray()), close));
            }
        }
        array(lines, "X", Code.inputs(problem), open, close);
        array(lines, "Y", Code.targets(problem), open, close);
        numbers(problem.optimizer()).forEach(lines::add);
        kept(lines, new Kept(problem), open, close);
    }

    private static void kept(Lines lines, Kept kept, String open, String close) {
        if (kept.isOfAdam()) {
            lines.add("t = " + kept.problem().state().updates() + "  # «updates»");
        }
        List<Layer> layers = kept.problem().network().layers();
        for (int l = 0; l < layers.size(); l++) {
            Layer layer = layers.get(l);
            for (String name : kept.before()) {
                String at = name + "_%s_" + layer.name();
                if (!layer.isWeightless()) {
                    array(lines, at.formatted("w"), kept.weights(name, l), open, close);
                }
                if (layer.biases() != null) {
                    String row = row(kept.biases(name, l));
                    lines.add("%s = %s%s%s".formatted(at.formatted("b"), open, row, close));
                }
            }
        }
    }

    private static List<String> numbers(Optimizer optimizer) {
        List<String> numbers = new ArrayList<>();
        numbers.add("learning_rate = " + Code.literal(optimizer.learningRate()));
        switch (optimizer) {
            case Optimizer.Sgd sgd -> {
                if (sgd.momentum() != 0) {
                    numbers.add("momentum = " + Code.literal(sgd.momentum()));
                }
                if (sgd.weightDecay() != 0) {
                    numbers.add("weight_decay = " + Code.literal(sgd.weightDecay()));
                }
            }
            case Optimizer.LookAhead _ -> {}
            case Optimizer.RmsProp prop -> {
                numbers.add("decay = " + Code.literal(prop.decay()));
                numbers.add("epsilon = " + Code.literal(prop.epsilon()));
            }
            case Optimizer.Adam adam -> {
                numbers.add(
                        "beta1, beta2 = %s, %s"
                                .formatted(Code.literal(adam.beta1()), Code.literal(adam.beta2())));
                numbers.add("epsilon = " + Code.literal(adam.epsilon()));
            }
        }
        return numbers;
    }

    private static void array(
            Lines lines, String name, List<double[]> rows, String open, String close) {
        String start = name + " = " + open + "[";
        lines.add(
                rows.stream()
                        .map(PythonData::row)
                        .collect(
                                Collectors.joining(
                                        ",\n" + " ".repeat(start.length()), start, "]" + close)));
    }

    private static String row(double[] values) {
        return "[" + Code.literals(values, ", ") + "]";
    }

    /** Prints one sample's numbers; in a batch, under a heading. */
    static void showSample(Lines lines, Problem problem, BinaryOperator<String> of) {
        lines.add("");
        if (problem.samples().size() > 1) {
            lines.add("print(\"# «sample»\", s)");
        }
        lines.add("show(\"x\", x)", "show(\"y\", y)");
        for (Layer layer : problem.network().layers()) {
            for (String kind : List.of("p", "z", "dz", "dp")) {
                lines.add(
                        "show(\"%s.%s\", %s)"
                                .formatted(kind, layer.name(), of.apply(kind, layer.name())));
            }
        }
    }

    /** Begins the batch's numbers: a heading where there are several samples, α and J. */
    static void heading(Lines lines, Problem problem) {
        if (problem.samples().size() > 1) {
            lines.add("print(\"# «batch»\")");
        }
        lines.add("show(\"lr\", learning_rate)", "show(\"J\", J)");
    }

    /** Prints the batch's numbers. */
    static void showBatch(Lines lines, Problem problem) {
        lines.add("");
        heading(lines, problem);
        for (Layer layer : problem.network().layers()) {
            for (String p : NumpyCode.parameters(layer)) {
                String at = p.replace('_', '.');
                lines.add("show(\"%s\", %s)".formatted(at, p));
                lines.add("show(\"d%s\", d%s)".formatted(at, p));
                lines.add("show(\"n%s\", n%s)".formatted(at, p));
                if (!Kept.isFrozen(layer, p.startsWith("w"))) {
                    showKept(lines, new Kept(problem), layer, p);
                }
            }
        }
    }

    /** Prints what is kept of the parameters {@code p} of a layer, before and after the update. */
    static void showKept(Lines lines, Kept kept, Layer layer, String p) {
        Stream.concat(kept.before().stream(), kept.after().stream())
                .forEach(name ->
                        lines.add("show(\"%s.%s\", %s_%s)".formatted(name, layer.name(), name, p)));
    }
}
