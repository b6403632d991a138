package org.chainrule.export;

import java.util.List;
import java.util.Locale;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Optimizer;

/** The update of a Java program with what is kept of those before it, and what is kept as data. */
final class JavaUpdate {
    private final Lines lines;
    private final Kept kept;

    JavaUpdate(Lines lines, Kept kept) {
        this.lines = lines;
        this.kept = kept;
    }

    private static String constant(String name, Layer layer, boolean weights) {
        return "%s_%s_%s"
                .formatted(name, weights ? "w" : "b", layer.name())
                .toUpperCase(Locale.ROOT);
    }

    private static String variable(String name, Layer layer, boolean weights) {
        return name + (weights ? "w" : "b") + JavaCode.name(layer);
    }

    void data() {
        if (kept.isOfAdam()) {
            lines.add("// «updates»");
            lines.add("static final int T = %d;".formatted(kept.problem().state().updates()));
        }
        List<Layer> layers = kept.problem().network().layers();
        for (int l = 0; l < layers.size(); l++) {
            Layer layer = layers.get(l);
            for (String name : kept.before()) {
                if (!layer.isWeightless()) {
                    String at = "[][] " + constant(name, layer, true);
                    JavaData.matrix(lines, at, kept.weights(name, l), ";");
                }
                if (layer.biases() != null) {
                    String at = "[] " + constant(name, layer, false);
                    JavaData.matrix(lines, at, List.of(kept.biases(name, l)), "[0];");
                }
            }
        }
    }

    /** The update of a layer's weights, or of its biases. */
    void step(Layer layer, boolean weights) {
        String n = JavaCode.name(layer);
        String w = weights ? "w" : "b";
        String size = weights ? "[%d][%d]" : "[%d]";
        String type = weights ? "double[][]" : "double[]";
        String of = "%s %s = new double" + size + ";";
        lines.add(of(of, layer, type, "n" + w + n));
        kept.after()
                .forEach(name -> lines.add(of(of, layer, type, variable(name, layer, weights))));
        lines.add("for (int k = 0; k < %d; k++) {".formatted(layer.size()));
        lines.indented(() -> {
            if (weights) {
                lines.add("for (int t = 0; t < %d; t++) {".formatted(layer.sources()));
                lines.indented(() -> one(layer, true, "[k][t]"));
                lines.add("}");
            } else {
                one(layer, false, "[k]");
            }
        });
        lines.add("}");
    }

    private static String of(String declaration, Layer layer, String type, String name) {
        return declaration.formatted(type, name, layer.size(), layer.sources());
    }

    private void one(Layer layer, boolean weights, String at) {
        String n = (weights ? "w" : "b") + JavaCode.name(layer);
        String constant = weights ? JavaData.weights(layer) : JavaData.biases(layer);
        lines.add("double parameter = %s%s;".formatted(constant, at));
        lines.add("double gradient = d%s%s;".formatted(n, at));
        for (String name : kept.before()) {
            lines.add("double %s = %s%s;".formatted(name, constant(name, layer, weights), at));
        }
        lines.add(direction());
        lines.add("n%s%s = parameter - LEARNING_RATE * direction;".formatted(n, at));
        for (String name : kept.after()) {
            lines.add("%s%s = %s;".formatted(variable(name, layer, weights), at, name));
        }
    }

    private String[] direction() {
        return switch (kept.problem().optimizer()) {
            case Optimizer.Sgd sgd -> {
                boolean decays = sgd.weightDecay() != 0;
                String decayed = "gradient" + (decays ? " + WEIGHT_DECAY * parameter" : "");
                yield new String[] {
                    "double nu = MOMENTUM * u + " + decayed + ";",
                    "double direction = " + (sgd.nesterov() ? decayed + " + MOMENTUM * nu;" : "nu;")
                };
            }
            case Optimizer.RmsProp _ ->
                    new String[] {
                        "double nv = DECAY * v + (1 - DECAY) * gradient * gradient;",
                        "double direction = gradient / (Math.sqrt(nv) + EPSILON);"
                    };
            case Optimizer.Adam _ ->
                    new String[] {
                        "double nm = BETA_1 * m + (1 - BETA_1) * gradient;",
                        "double nv = BETA_2 * v + (1 - BETA_2) * gradient * gradient;",
                        "double mh = nm / (1 - Math.pow(BETA_1, T + 1));",
                        "double vh = nv / (1 - Math.pow(BETA_2, T + 1));",
                        "double direction = mh / (Math.sqrt(vh) + EPSILON);"
                    };
            case Optimizer.LookAhead _ -> new String[] {"double direction = gradient;"};
        };
    }

    /** Prints what is kept of a layer's weights, or of its biases, before and after. */
    void show(Layer layer, boolean weights) {
        String call = weights ? "showRows" : "show";
        for (String name : kept.before()) {
            String value = constant(name, layer, weights);
            lines.add("%s(\"%s.%s\", %s);".formatted(call, name, layer.name(), value));
        }
        for (String name : kept.after()) {
            String value = variable(name, layer, weights);
            lines.add("%s(\"%s.%s\", %s);".formatted(call, name, layer.name(), value));
        }
    }
}
