package org.chainrule.document;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.chainrule.document.Fault.Noun;
import org.chainrule.document.Fault.Reason;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Optimizer;
import org.chainrule.engine.OptimizerState;
import org.chainrule.engine.Vector;
import org.chainrule.worksheet.advice.Refusals;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what the optimizer of a document has kept of the updates before. */
public final class StateReader {
    private static final String AT = "optimizer/state";

    private final Fields fields;

    StateReader(Fields fields) {
        this.fields = fields;
    }

    /** What the number of a mean of gradients, or of a velocity, is called. */
    public static String first(Optimizer optimizer) {
        return optimizer instanceof Optimizer.Adam ? "m" : "u";
    }

    /**
     * @param layers all of the document's
     */
    OptimizerState read(@Nullable JsonNode node, Optimizer optimizer, List<Layer> layers) {
        if (node == null) {
            return OptimizerState.NONE;
        }
        Set<String> keys = new LinkedHashSet<>(List.of("t"));
        if (optimizer.keepsFirst()) {
            keys.add(first(optimizer));
        }
        if (optimizer.keepsSecond()) {
            keys.add("v");
        }
        if (keys.size() == 1) {
            fields.refuse(AT, Reason.NO_STATE);
            return OptimizerState.NONE;
        }
        if (!fields.isObject(AT, node, keys)) {
            return OptimizerState.NONE;
        }
        int updates = fields.integer(AT + "/t", node.get("t"), 0, OptimizerState.MOST_UPDATES, 0);
        return new OptimizerState(
                true,
                Math.max(0, updates),
                all(first(optimizer), node.get(first(optimizer)), layers),
                all("v", node.get("v"), layers));
    }

    private List<Vector> all(String key, @Nullable JsonNode node, List<Layer> layers) {
        if (node == null) {
            return List.of();
        }
        String at = AT + "/" + key;
        List<JsonNode> entries = fields.list(at, node, layers.size(), layers.size(), Noun.LAYERS);
        List<Vector> all = new ArrayList<>();
        for (int l = 0; l < entries.size(); l++) {
            all.add(of(at + "/" + l, entries.get(l), layers.get(l), key.equals("v")));
        }
        return all;
    }

    private Vector of(String at, JsonNode node, Layer layer, boolean squares) {
        double[] numbers = new double[layer.parameters()];
        if (fields.isObject(at, node, keys(layer))) {
            if (node.get("weights") != null && !layer.isWeightless()) {
                weights(at + "/weights", node.get("weights"), layer, numbers);
            }
            if (node.get("biases") != null && layer.biases() != null) {
                Vector biases =
                        fields.vector(
                                at + "/biases",
                                node.get("biases"),
                                layer.size(),
                                Noun.VALUES,
                                Noun.NEURONS);
                put(biases, numbers, OptimizerState.place(layer, 0, -1), layer.size());
            }
            if (squares) {
                notNegative(at, layer, numbers);
            }
        }
        return Vector.of(numbers);
    }

    private static Set<String> keys(Layer layer) {
        return layer.isWeightless()
                ? Set.of()
                : layer.biases() == null ? Set.of("weights") : Set.of("weights", "biases");
    }

    private void weights(String at, JsonNode node, Layer layer, double[] numbers) {
        List<JsonNode> rows = fields.list(at, node, layer.size(), layer.size(), Noun.NEURONS);
        for (int k = 0; k < rows.size(); k++) {
            Vector row =
                    fields.vector(
                            at + "/" + k, rows.get(k), layer.sources(), Noun.VALUES, Noun.SOURCES);
            put(row, numbers, OptimizerState.place(layer, k, 0), layer.sources());
        }
    }

    private static void put(@Nullable Vector from, double[] numbers, int start, int count) {
        for (int i = 0; from != null && i < Math.min(count, from.size()); i++) {
            numbers[start + i] = from.at(i);
        }
    }

    /** A mean of squares is never below 0. */
    private void notNegative(String at, Layer layer, double[] numbers) {
        int biases = OptimizerState.place(layer, 0, -1);
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] < 0) {
                String place =
                        i < biases
                                ? "/weights/" + i / layer.sources() + "/" + i % layer.sources()
                                : "/biases/" + (i - biases);
                fields.refuse(at + place, Refusals.negative(numbers[i]));
            }
        }
    }
}
