package org.chainrule.export;

import java.util.List;
import java.util.Locale;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Optimizer;
import org.chainrule.engine.Problem;

/**
 * What goes into a Java program as data, and how the program prints its numbers.
 *
 * <p>Arrays are text: as initialisers, large ones would not fit into a class file.
 */
final class JavaData {
    /** Below the 65,535 bytes that a constant may have. */
    private static final int LONGEST_TEXT = 30_000;

    private JavaData() {}

    static String weights(Layer layer) {
        return "W_" + layer.name().toUpperCase(Locale.ROOT);
    }

    static String biases(Layer layer) {
        return "B_" + layer.name().toUpperCase(Locale.ROOT);
    }

    static void write(Lines lines, Problem problem) {
        for (Layer layer : problem.network().layers()) {
            if (!layer.isWeightless()) {
                matrix(lines, "[][] " + weights(layer), Code.rows(layer.weights()), ";");
            }
            if (layer.biases() != null) {
                List<double[]> row = List.of(layer.biases().toArray());
                matrix(lines, "[] " + biases(layer), row, "[0];");
            }
        }
        matrix(lines, "[][] X", Code.inputs(problem), ";");
        matrix(lines, "[][] Y", Code.targets(problem), ";");
        lines.add(constant("LEARNING_RATE", problem.optimizer().learningRate()));
        switch (problem.optimizer()) {
            case Optimizer.Sgd sgd -> {
                boolean carried = problem.state().carried();
                if (sgd.momentum() != 0 && (sgd.nesterov() || carried)) {
                    lines.add(constant("MOMENTUM", sgd.momentum()));
                }
                if (sgd.weightDecay() != 0) {
                    lines.add(constant("WEIGHT_DECAY", sgd.weightDecay()));
                }
            }
            case Optimizer.LookAhead _ -> {}
            case Optimizer.RmsProp prop -> {
                lines.add(constant("DECAY", prop.decay()));
                lines.add(constant("EPSILON", prop.epsilon()));
            }
            case Optimizer.Adam adam -> {
                if (problem.state().carried()) {
                    lines.add(constant("BETA_1", adam.beta1()));
                    lines.add(constant("BETA_2", adam.beta2()));
                }
                lines.add(constant("EPSILON", adam.epsilon()));
            }
        }
    }

    private static String constant(String name, double value) {
        return "static final double %s = %s;".formatted(name, Code.literal(value));
    }

    static void matrix(Lines lines, String name, List<double[]> rows, String end) {
        lines.add("static final double" + name + " = matrix(\"\"\"");
        lines.indented(() -> {
            int length = 0;
            for (double[] row : rows) {
                String text = Code.literals(row, " ");
                length += text.length() + 1;
                if (length > LONGEST_TEXT) {
                    lines.add("\"\"\", \"\"\"");
                    length = text.length() + 1;
                }
                lines.add(text);
            }
            lines.add("\"\"\")" + end);
        });
    }

    /** The method {@code update}: the first step of the optimizer. */
    static void update(Lines lines, Optimizer optimizer) {
        lines.add("static double update(double parameter, double gradient) {");
        lines.indented(() -> {
            switch (optimizer) {
                case Optimizer.Sgd sgd -> sgd(lines, sgd);
                case Optimizer.LookAhead _ ->
                        lines.add("// «lookahead»", "double direction = gradient;");
                case Optimizer.RmsProp _ ->
                        lines.add(
                                "// «rmsprop»",
                                "double root = Math.sqrt((1 - DECAY) * gradient * gradient);",
                                "double direction = gradient / (root + EPSILON);");
                case Optimizer.Adam _ ->
                        lines.add(
                                "// «adam»",
                                "double direction = gradient / (Math.abs(gradient) + EPSILON);");
            }
            lines.add("return parameter - LEARNING_RATE * direction;");
        });
        lines.add("}");
    }

    private static void sgd(Lines lines, Optimizer.Sgd sgd) {
        lines.add(
                sgd.weightDecay() == 0
                        ? "double direction = gradient;"
                        : "double direction = gradient + WEIGHT_DECAY * parameter;");
        if (sgd.momentum() != 0) {
            lines.add("// «momentum»");
        }
        if (sgd.nesterov() && sgd.momentum() != 0) {
            lines.add("direction += MOMENTUM * direction;");
        }
    }

    static void showSample(Lines lines, Problem problem) {
        lines.add("");
        if (problem.samples().size() > 1) {
            lines.add("System.out.println(\"# «sample» \" + (s + 1));");
        }
        lines.add("show(\"x\", x);", "show(\"y\", y);");
        for (Layer layer : problem.network().layers()) {
            for (String kind : List.of("p", "z", "dz", "dp")) {
                lines.add(
                        "show(\"%s.%s\", %s%s);"
                                .formatted(kind, layer.name(), kind, JavaCode.name(layer)));
            }
        }
    }

    private static void showKept(JavaUpdate update, Layer layer) {
        if (!layer.weightsFrozen()) {
            update.show(layer, true);
        }
        if (layer.biases() != null && !layer.biasesFrozen()) {
            update.show(layer, false);
        }
    }

    static void showBatch(Lines lines, Problem problem) {
        lines.add("");
        if (problem.samples().size() > 1) {
            lines.add("System.out.println(\"# «batch»\");");
        }
        lines.add("System.out.println(\"lr \" + LEARNING_RATE);");
        lines.add("System.out.println(\"J \" + J);");
        for (Layer layer : problem.network().layers()) {
            if (layer.isWeightless()) {
                continue;
            }
            String at = layer.name();
            String n = JavaCode.name(layer);
            lines.add("showRows(\"w.%s\", %s);".formatted(at, weights(layer)));
            lines.add("showRows(\"dw.%s\", dw%s);".formatted(at, n));
            lines.add("showRows(\"nw.%s\", nw%s);".formatted(at, n));
            if (layer.biases() != null) {
                lines.add("show(\"b.%s\", %s);".formatted(at, biases(layer)));
                lines.add("show(\"db.%s\", db%s);".formatted(at, n));
                lines.add("show(\"nb.%s\", nb%s);".formatted(at, n));
            }
            showKept(new JavaUpdate(lines, new Kept(problem)), layer);
        }
    }
}
