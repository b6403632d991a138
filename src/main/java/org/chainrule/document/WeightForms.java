package org.chainrule.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.chainrule.document.Bare.Found;
import org.chainrule.document.Bare.Part;
import org.chainrule.document.Brought.Assumption;
import org.chainrule.document.Brought.Assumption.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Finds bare weights in a tree, by its form alone: lists as NumPy, PyTorch and Keras give them,
 * objects as scikit-learn's, Nielsen's and brain.js' networks are kept in, and named tensors.
 */
final class WeightForms {
    private static final List<String> WRAPPERS =
            List.of("state_dict", "model_state_dict", "model", "weights", "params", "parameters");
    private static final int DEEPEST_WRAPPER = 3;
    private static final int NAMED_ASIDE = 5;

    private WeightForms() {}

    /** The weights of {@code tree}, if it has one of the forms. */
    static Optional<Found> in(JsonNode tree) {
        return in("", tree, 0);
    }

    private static Optional<Found> in(String at, JsonNode tree, int depth) {
        if (tree.isArray()) {
            return list(at, tree);
        }
        return !tree.isObject()
                ? Optional.empty()
                : kept(at, tree)
                        .or(() -> wrapped(at, tree, depth))
                        .or(() -> NamedTensors.in(at, tree));
    }

    private static Optional<Found> wrapped(String at, JsonNode tree, int depth) {
        return depth == DEEPEST_WRAPPER
                ? Optional.empty()
                : WRAPPERS.stream()
                        .filter(tree::has)
                        .flatMap(key ->
                                in(Fields.under(at, key), tree.get(key), depth + 1)
                                        .map(found -> aside(found, tree, Set.of(key)))
                                        .stream())
                        .findFirst();
    }

    /** Says which keys of an object were not looked at. */
    static Found aside(Found found, JsonNode tree, Set<String> read) {
        List<String> left = tree.propertyNames().stream().filter(k -> !read.contains(k)).toList();
        if (left.isEmpty()) {
            return found;
        }
        List<String> named = left.stream().limit(NAMED_ASIDE).map(Fault::shortened).toList();
        int more = left.size() - named.size();
        List<String> about = new ArrayList<>(named);
        about.addFirst(Integer.toString(more));
        return found.saying(new Assumption(Kind.LEFT_ASIDE, about));
    }

    /** Lists of matrices and of vectors beside each other, as networks are kept. */
    private static Optional<Found> kept(String at, JsonNode tree) {
        for (String ending : List.of("_", "")) {
            String coefs = "coefs" + ending;
            if (tree.has(coefs)) {
                String intercepts = "intercepts" + ending;
                return beside(at, tree, coefs, intercepts, Orientation.COLUMNS)
                        .map(found -> aside(found, tree, Set.of(coefs, intercepts)));
            }
        }
        if (tree.has("sizes") && tree.has("layers")) {
            return brain(at, tree.get("layers"))
                    .map(found -> aside(found, tree, Set.of("sizes", "layers")));
        }
        if (tree.path("weights").isArray()) {
            Orientation known = tree.has("sizes") ? Orientation.ROWS : null;
            return beside(at, tree, "weights", "biases", known)
                    .map(found -> aside(found, tree, Set.of("weights", "biases", "sizes")));
        }
        return Optional.empty();
    }

    private static Optional<Found> beside(
            String at,
            JsonNode tree,
            String matrices,
            String vectors,
            @Nullable Orientation known) {
        JsonNode weights = tree.path(matrices);
        JsonNode biases = tree.get(vectors);
        int depth = depth(weights);
        if (depth == 2) {
            Part one =
                    new Part(
                            Fields.under(at, matrices), weights, Fields.under(at, vectors), biases);
            return Optional.of(new Found(List.of(one), known, biases != null));
        }
        return depth == 3
                ? Optional.of(
                        beside(
                                Fields.under(at, matrices),
                                weights,
                                Fields.under(at, vectors),
                                biases,
                                known))
                : Optional.empty();
    }

    /** There are as many layers as the longer list has entries: what lacks is refused later. */
    private static Found beside(
            String weightsAt,
            JsonNode weights,
            String biasesAt,
            @Nullable JsonNode biases,
            @Nullable Orientation known) {
        int layers = Math.max(weights.size(), biases == null ? 0 : biases.size());
        List<Part> parts =
                IntStream.range(0, layers)
                        .mapToObj(l ->
                                new Part(
                                        weightsAt + "/" + l,
                                        weights.get(l),
                                        biasesAt + "/" + l,
                                        biases == null ? null : biases.get(l)))
                        .toList();
        return new Found(parts, known, biases != null);
    }

    /** The layers of brain.js, of which the first is the input and has no weights. */
    private static Optional<Found> brain(String at, JsonNode layers) {
        List<Part> parts = new ArrayList<>();
        for (int l = 0; l < layers.size(); l++) {
            JsonNode weights = layers.get(l).path("weights");
            String place = Fields.under(at, "layers/" + l);
            if (depth(weights) == 2) {
                parts.add(
                        new Part(
                                place + "/weights",
                                weights,
                                place + "/biases",
                                layers.get(l).get("biases")));
            } else if (l > 0) {
                return Optional.empty();
            }
        }
        return found(parts, Orientation.ROWS, true);
    }

    private static Optional<Found> found(
            List<Part> parts, @Nullable Orientation known, boolean saysBiases) {
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Found(parts, known, saysBiases));
    }

    private static Optional<Found> list(String at, JsonNode tree) {
        int depth = 0;
        for (int i = 0; i < tree.size() && depth == 0; i++) {
            depth = tree.get(i).isEmpty() && i < tree.size() - 1 ? 0 : depth(tree.get(i));
        }
        return switch (depth) {
            case 1 -> found(List.of(new Part(at, tree, "", null)), null, false);
            case 2 -> alternating(at, tree);
            case 3 -> pairs(at, tree).or(() -> grouped(at, tree));
            default -> Optional.empty();
        };
    }

    /** Matrices, each followed by a vector of its biases or not. */
    private static Optional<Found> alternating(String at, JsonNode tree) {
        List<Part> parts = new ArrayList<>();
        boolean biased = false;
        for (int i = 0; i < tree.size(); i++) {
            String place = Fields.under(at, i);
            JsonNode entry = tree.get(i);
            if (depth(entry) != 1 || !isVector(entry)) {
                parts.add(new Part(place, entry, "", null));
            } else if (parts.isEmpty() || parts.getLast().biases() != null) {
                return Optional.empty();
            } else {
                Part last = parts.removeLast();
                parts.add(new Part(last.at(), last.weights(), place, entry));
                biased = true;
            }
        }
        return found(parts, null, biased);
    }

    /** A matrix and a vector for each layer; nothing for one that has no weights. */
    private static Optional<Found> pairs(String at, JsonNode tree) {
        List<Part> parts = new ArrayList<>();
        for (int l = 0; l < tree.size(); l++) {
            JsonNode entry = tree.get(l);
            if (isPair(entry)) {
                parts.add(pair(Fields.under(at, l), entry));
            } else if (!entry.isEmpty() || !entry.isArray()) {
                return Optional.empty();
            }
        }
        return found(parts, null, true);
    }

    static boolean isPair(JsonNode entry) {
        return entry.size() == 2 && depth(entry) == 3 && isVector(entry.get(1));
    }

    static Part pair(String at, JsonNode entry) {
        return new Part(at + "/0", entry.get(0), at + "/1", entry.get(1));
    }

    /** All matrices, then all vectors. */
    private static Optional<Found> grouped(String at, JsonNode tree) {
        if (tree.size() != 2 || !tree.get(1).isArray() || tree.get(1).isEmpty()) {
            return Optional.empty();
        }
        for (JsonNode vector : tree.get(1)) {
            if (!isVector(vector)) {
                return Optional.empty();
            }
        }
        return Optional.of(
                beside(Fields.under(at, 0), tree.get(0), Fields.under(at, 1), tree.get(1), null));
    }

    static boolean isVector(JsonNode node) {
        return node.isArray() && !node.isEmpty() && !node.get(0).isArray();
    }

    /** How deep in lists the first number lies. */
    static int depth(JsonNode node) {
        int depth = 0;
        for (JsonNode at = node; at != null && at.isArray(); at = at.get(0)) {
            depth++;
        }
        return depth;
    }
}
