package org.chainrule.document;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chainrule.document.Bare.Found;
import org.chainrule.document.Bare.Part;
import org.chainrule.document.Fault.Reason;
import org.chainrule.worksheet.Limits;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Finds weights by name: a state dict of PyTorch, kernels of Keras and Flax, {@code W1} and {@code
 * b1}, or a matrix and a vector for each layer's name.
 */
final class NamedTensors {
    /** A longer key is no tensor's name. */
    private static final int LONGEST = 200;

    private static final int DEEPEST = 3;
    private static final Pattern TENSOR =
            Pattern.compile("(?:(.*)[./])?(weight|kernel|bias)(?::0)?");
    private static final Pattern NUMBERED =
            Pattern.compile("(?i)(w|weights?|b|bias|biases)[_.]?([0-9]{1,9})");

    /** What stands under one name, and where. */
    private record Tensor(String at, JsonNode value) {}

    private final Map<String, Tensor> matrices = new LinkedHashMap<>();
    private final Map<String, Tensor> vectors = new LinkedHashMap<>();
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Places<Reading.Refusal> unknown = new Places<>();
    private boolean kernels;
    private boolean lists;

    private final String root;

    private NamedTensors(String root) {
        this.root = root;
    }

    /** The weights that are named in an object, if it names any. */
    static Optional<Found> in(String at, JsonNode tree) {
        return new NamedTensors(at)
                .stateDict(tree)
                .or(() -> new NamedTensors(at).numbered(tree))
                .or(() -> layers(at, tree));
    }

    private Optional<Found> stateDict(JsonNode tree) {
        collect(root, "", tree, 0);
        if (!lists) {
            return Optional.empty();
        }
        Orientation way = kernels ? Orientation.COLUMNS : Orientation.ROWS;
        Found found = found(way, way);
        return Optional.of(unknown.none() ? found : found.without(Reading.Refused.of(unknown)));
    }

    private void collect(String at, String prefix, JsonNode tree, int depth) {
        for (Map.Entry<String, JsonNode> property : tree.properties()) {
            String key = property.getKey();
            JsonNode value = property.getValue();
            String place = Fields.under(at, Fault.shortened(key));
            Matcher name = TENSOR.matcher(key);
            if (value.isObject() && depth < DEEPEST && key.length() <= LONGEST) {
                collect(place, prefix + key + ".", value, depth + 1);
            } else if (key.length() <= LONGEST && name.matches()) {
                String layer = prefix + (name.group(1) == null ? "" : name.group(1));
                add(layer, place, name.group(2), value);
            } else {
                unknown.add(new Reading.Refusal(place, Fault.of(Reason.UNKNOWN_TENSOR)));
            }
        }
    }

    private void add(String layer, String place, String kind, JsonNode value) {
        Tensor twice =
                (kind.equals("bias") ? vectors : matrices).put(layer, new Tensor(place, value));
        if (twice != null) {
            unknown.add(new Reading.Refusal(place, Fault.of(Reason.GIVEN_TWICE)));
        }
        kernels |= kind.equals("kernel");
        lists |= value.isArray();
    }

    private Optional<Found> numbered(JsonNode tree) {
        Set<String> read = new HashSet<>();
        boolean matrix = false;
        for (Map.Entry<String, JsonNode> property : tree.properties()) {
            Matcher name = NUMBERED.matcher(property.getKey());
            if (property.getKey().length() <= LONGEST && name.matches()) {
                boolean weights = name.group(1).toLowerCase(Locale.ROOT).startsWith("w");
                add(
                        name.group(2),
                        Fields.under(root, property.getKey()),
                        weights ? "weight" : "bias",
                        property.getValue());
                read.add(property.getKey());
                matrix |= weights && WeightForms.depth(property.getValue()) == 2;
            }
        }
        return matrix && unknown.none()
                ? Optional.of(WeightForms.aside(found(null, Orientation.ROWS), tree, read))
                : Optional.empty();
    }

    private static Optional<Found> layers(String at, JsonNode tree) {
        NamedTensors tensors = new NamedTensors(at);
        for (Map.Entry<String, JsonNode> property : tree.properties()) {
            String key = property.getKey();
            if (property.getKey().length() <= LONGEST && WeightForms.isPair(property.getValue())) {
                tensors.parts.put(
                        key, WeightForms.pair(Fields.under(at, key), property.getValue()));
            } else if (!property.getValue().isArray() || !property.getValue().isEmpty()) {
                return Optional.empty();
            }
        }
        return tensors.parts.isEmpty()
                ? Optional.empty()
                : Optional.of(tensors.ordered(null, Orientation.COLUMNS));
    }

    private Found found(@Nullable Orientation known, Orientation likely) {
        Set<String> layers = new LinkedHashSet<>(matrices.keySet());
        layers.addAll(vectors.keySet());
        for (String layer : layers) {
            Tensor matrix = matrices.get(layer);
            Tensor vector = vectors.get(layer);
            String missing = layer.isEmpty() ? "weight" : layer + ".weight";
            parts.put(
                    layer,
                    new Part(
                            matrix == null ? Fields.under(root, missing) : matrix.at(),
                            matrix == null ? null : matrix.value(),
                            vector == null ? "" : vector.at(),
                            vector == null ? null : vector.value()));
        }
        return ordered(known, likely);
    }

    /** More layers than there may be are refused anyway, whatever their order. */
    private Found ordered(@Nullable Orientation known, Orientation likely) {
        List<Map.Entry<String, Part>> named = List.copyOf(parts.entrySet());
        if (named.size() > Limits.LAYERS) {
            return new Found(List.copyOf(parts.values()), known, true);
        }
        LayerOrder.Ordered order =
                LayerOrder.of(
                        named.stream()
                                .map(layer ->
                                        new LayerOrder.Layer(
                                                layer.getKey(),
                                                likely.sources(layer.getValue()),
                                                likely.neurons(layer.getValue())))
                                .toList());
        Found found =
                new Found(
                        order.indices().stream().map(i -> named.get(i).getValue()).toList(),
                        known,
                        true);
        return order.said().map(found::saying).orElse(found);
    }
}
