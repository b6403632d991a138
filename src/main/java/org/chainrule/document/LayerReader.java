package org.chainrule.document;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chainrule.document.Fault.Noun;
import org.chainrule.document.Fault.Reason;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Matrix;
import org.chainrule.engine.Shape;
import org.chainrule.engine.Vector;
import org.chainrule.worksheet.advice.Objection;
import org.chainrule.worksheet.advice.Refusals;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one layer of a document. */
final class LayerReader {
    /** In the place of weights where there are none. */
    static final String NONE = "none";

    private static final Set<String> KEYS =
            Set.of(
                    "name",
                    "activation",
                    "slope",
                    "steepness",
                    "atZero",
                    "weights",
                    "biases",
                    "frozen");

    private final Fields fields;
    private final List<String> names;

    LayerReader(Fields fields, List<String> names) {
        this.fields = fields;
        this.names = names;
    }

    /**
     * The number of neurons that this layer has by its weights, or by what it is given; or −1.
     *
     * @param sources how many values it is given, or −1
     */
    static int sizeOf(JsonNode layer, int sources) {
        JsonNode weights = layer.get("weights");
        if (isNone(weights)) {
            return sources;
        }
        return weights != null && weights.isArray() && !weights.isEmpty() ? weights.size() : -1;
    }

    private static boolean isNone(@Nullable JsonNode weights) {
        return weights != null && weights.isString() && weights.stringValue().equals(NONE);
    }

    @Nullable Layer read(String at, JsonNode node, int l, int layers, int sources) {
        if (!fields.isObject(at, node, KEYS)) {
            return null;
        }
        Activation activation = activation(at, node.get("activation"), l == layers - 1, layers);
        double shape = shape(at, node, activation);
        if (isNone(node.get("weights"))) {
            return weightless(at, node, names.get(l), activation, shape, sources);
        }
        Matrix weights = fields.weights(at + "/weights", node.get("weights"), sources);
        Vector biases =
                node.get("biases") == null
                        ? null
                        : fields.vector(
                                at + "/biases",
                                node.get("biases"),
                                sizeOf(node, sources),
                                Noun.BIASES,
                                Noun.NEURONS);
        boolean[] frozen = frozen(at + "/frozen", node.get("frozen"), node.get("biases") != null);
        return weights == null || (biases != null && biases.size() != weights.rows())
                ? null
                : new Layer(names.get(l), activation, shape, weights, biases, frozen[0], frozen[1]);
    }

    private @Nullable Layer weightless(
            String at,
            JsonNode node,
            String name,
            Activation activation,
            double shape,
            int sources) {
        for (String key : List.of("biases", "frozen")) {
            if (node.get(key) != null) {
                fields.refuse(at + "/" + key, Reason.NO_WEIGHTS);
            }
        }
        return sources < 1 ? null : Layer.weightless(name, activation, shape, sources);
    }

    private double shape(String at, JsonNode node, Activation activation) {
        Shape own = activation.shape();
        double shape = activation.usualShape();
        for (Shape each : List.of(Shape.SLOPE, Shape.STEEPNESS, Shape.AT_ZERO)) {
            JsonNode number = node.get(each.key());
            if (number != null) {
                String place = at + "/" + each.key();
                double read = fields.number(place, number, shape);
                if (each == own) {
                    fields.refuse(place, Refusals.shape(activation, read));
                    shape = read;
                } else {
                    fields.refuse(place, notOf(each));
                }
            }
        }
        return shape;
    }

    private static Reason notOf(Shape shape) {
        return switch (shape) {
            case NONE, SLOPE -> Reason.SLOPE;
            case STEEPNESS -> Reason.STEEPNESS;
            case AT_ZERO -> Reason.STEP;
        };
    }

    private Activation activation(String at, @Nullable JsonNode node, boolean last, int layers) {
        String place = at + "/activation";
        if (node == null) {
            fields.refuse(place, Reason.MISSING);
            return Activation.IDENTITY;
        }
        String key = fields.text(place, node, "identity");
        Optional<Activation> found =
                Arrays.stream(Activation.values()).filter(a -> a.key().equals(key)).findFirst();
        if (found.isEmpty()) {
            fields.unknown(
                    place, key, Arrays.stream(Activation.values()).map(Activation::key).toList());
        } else if (found.get() == Activation.SOFTMAX && !last) {
            fields.refuse(place, Fault.of(Objection.Reason.SOFTMAX_HIDDEN));
        } else if (found.get().isRule() && layers > 1) {
            fields.refuse(place, Fault.of(Objection.Reason.RULE_LAYER));
        }
        return found.orElse(Activation.IDENTITY);
    }

    private boolean[] frozen(String at, @Nullable JsonNode node, boolean biased) {
        boolean[] frozen = new boolean[2];
        List<JsonNode> entries =
                node == null ? List.of() : fields.list(at, node, 0, 2, Noun.ENTRIES);
        for (int i = 0; i < entries.size(); i++) {
            String place = at + "/" + i;
            String part = fields.text(place, entries.get(i), "weights");
            int which = List.of("weights", "biases").indexOf(part);
            if (which < 0) {
                fields.unknown(place, part, List.of("weights", "biases"));
            } else if (frozen[which]) {
                fields.refuse(place, Reason.NAMED_TWICE);
            } else if (which == 1 && !biased) {
                fields.refuse(place, Reason.NO_BIASES);
            } else {
                frozen[which] = true;
            }
        }
        return frozen;
    }
}
