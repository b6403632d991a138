package org.chainrule.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chainrule.document.Fault.Noun;
import org.chainrule.document.Fault.Reason;
import org.chainrule.engine.Matrix;
import org.chainrule.engine.Vector;
import org.chainrule.worksheet.Limits;
import org.chainrule.worksheet.Worksheet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads bare weights: a list of matrices, one matrix, or a state dict as PyTorch names it. */
final class WeightsJson {
    private static final Pattern NAME = Pattern.compile("(?:(.*)\\.)?(weight|bias)");
    private static final Pattern NUMBERED = Pattern.compile("(.*?)([0-9]{1,9})");

    /** One layer's weights, and its biases where there are some. */
    record Bare(Matrix weights, @Nullable Vector biases) {}

    /** A layer's entries in a state dict. */
    private static final class Entry {
        private final String prefix;
        private @Nullable JsonNode weight;
        private @Nullable JsonNode bias;

        private Entry(String prefix) {
            this.prefix = prefix;
        }

        private String at(String part) {
            return prefix.isEmpty() ? part : prefix + "." + part;
        }
    }

    private final Fields fields = new Fields();
    private final List<Bare> layers = new ArrayList<>();
    private int sources = -1;

    /** Whether this is meant as bare weights: a list, or any name that ends as a tensor's does. */
    static boolean isWeights(JsonNode tree) {
        return tree.isArray()
                || (tree.isObject()
                        && !tree.has("version")
                        && !tree.has("layers")
                        && tree.propertyNames().stream().anyMatch(n -> NAME.matcher(n).matches()));
    }

    Brought read(JsonNode tree, Worksheet present) {
        if (tree.isArray()) {
            matrices(tree);
        } else {
            stateDict(tree);
        }
        int parameters = layers.stream().mapToInt(WeightsJson::parameters).sum();
        if (fields.none() && parameters > Limits.PARAMETERS) {
            fields.refuse("", Reason.PARAMETERS, parameters, Limits.PARAMETERS);
        }
        return fields.none()
                ? WeightsFit.of(layers, tree.isObject(), present)
                : Brought.Refused.of(fields.refused());
    }

    private static int parameters(Bare bare) {
        int biases = bare.biases() == null ? 0 : bare.biases().size();
        return bare.weights().rows() * bare.weights().columns() + biases;
    }

    private void matrices(JsonNode tree) {
        switch (depth(tree)) {
            case 2 -> layer("", tree, "", null);
            case 3 -> {
                List<JsonNode> entries = fields.list("", tree, 1, Limits.LAYERS, Noun.MATRICES);
                for (int l = 0; l < entries.size(); l++) {
                    layer(Integer.toString(l), entries.get(l), "", null);
                }
            }
            default -> fields.refuse("", Reason.MATRICES);
        }
    }

    /** How deep the first number lies. */
    private static int depth(JsonNode node) {
        int depth = 0;
        for (JsonNode at = node; at != null && at.isArray(); at = at.get(0)) {
            depth++;
        }
        return depth;
    }

    private void stateDict(JsonNode tree) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        tree.properties()
                .forEach(property -> {
                    Matcher name = NAME.matcher(property.getKey());
                    if (!name.matches()) {
                        fields.refuse(property.getKey(), Reason.UNKNOWN_TENSOR);
                        return;
                    }
                    String prefix = name.group(1) == null ? "" : name.group(1);
                    Entry entry = entries.computeIfAbsent(prefix, Entry::new);
                    if (name.group(2).equals("weight")) {
                        entry.weight = property.getValue();
                    } else {
                        entry.bias = property.getValue();
                    }
                });
        if (entries.size() > Limits.LAYERS) {
            fields.refuse("", Reason.COUNT, entries.size(), Noun.LAYERS, 1, Limits.LAYERS);
            return;
        }
        for (Entry entry : ordered(List.copyOf(entries.values()))) {
            layer(entry.at("weight"), entry.weight, entry.at("bias"), entry.bias);
        }
    }

    /** By number, where the names differ in their last number alone; else as they stand. */
    private static List<Entry> ordered(List<Entry> entries) {
        List<Matcher> names =
                entries.stream().map(entry -> NUMBERED.matcher(entry.prefix)).toList();
        boolean numbered =
                names.stream().allMatch(Matcher::matches)
                        && names.stream().map(name -> name.group(1)).distinct().count() == 1;
        Stream<Entry> ordered = entries.stream();
        return numbered
                ? ordered.sorted(Comparator.comparingInt(WeightsJson::number)).toList()
                : entries;
    }

    private static int number(Entry entry) {
        Matcher name = NUMBERED.matcher(entry.prefix);
        return name.matches() ? Integer.parseInt(name.group(2)) : 0;
    }

    private void layer(
            String at, @Nullable JsonNode weights, String biasesAt, @Nullable JsonNode biases) {
        if (sources < 0 && weights != null && weights.isArray()) {
            sources = inputs(at, weights);
        }
        Matrix matrix = fields.weights(at, weights, sources);
        int neurons = weights == null ? -1 : weights.size();
        Vector vector =
                biases == null
                        ? null
                        : fields.vector(biasesAt, biases, neurons, Noun.BIASES, Noun.NEURONS);
        sources = neurons;
        if (matrix != null) {
            layers.add(new Bare(matrix, vector));
        }
    }

    /** The number of inputs, by the first row of the first matrix; −1 where that is refused. */
    private int inputs(String at, JsonNode weights) {
        int inputs = weights.path(0).size();
        if (weights.path(0).isArray() && (inputs < 1 || inputs > Limits.INPUTS)) {
            fields.refuse(Fields.under(at, 0), Reason.INPUTS, inputs, Limits.INPUTS);
            return -1;
        }
        return weights.path(0).isArray() ? inputs : -1;
    }
}
