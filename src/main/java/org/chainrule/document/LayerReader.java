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
import org.chainrule.engine.Vector;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one layer of a document. */
final class LayerReader {
    private static final Set<String> KEYS =
            Set.of("name", "activation", "slope", "weights", "biases", "frozen");

    private final Fields fields;
    private final List<String> names;

    LayerReader(Fields fields, List<String> names) {
        this.fields = fields;
        this.names = names;
    }

    /** The number of neurons that this layer has by its weights, or −1. */
    static int sizeOf(JsonNode layer) {
        JsonNode weights = layer.get("weights");
        return weights != null && weights.isArray() && !weights.isEmpty() ? weights.size() : -1;
    }

    @Nullable Layer read(String at, JsonNode node, int l, int layers, int sources) {
        if (!fields.isObject(at, node, KEYS)) {
            return null;
        }
        Activation activation = activation(at, node.get("activation"), l == layers - 1);
        double slope = fields.number(at + "/slope", node.get("slope"), Layer.DEFAULT_SLOPE);
        if (node.get("slope") != null && activation != Activation.LEAKY_RELU) {
            fields.refuse(at + "/slope", Reason.SLOPE);
        }
        Matrix weights = fields.weights(at + "/weights", node.get("weights"), sources);
        Vector biases =
                node.get("biases") == null
                        ? null
                        : fields.vector(
                                at + "/biases",
                                node.get("biases"),
                                sizeOf(node),
                                Noun.BIASES,
                                Noun.NEURONS);
        boolean[] frozen = frozen(at + "/frozen", node.get("frozen"), node.get("biases") != null);
        return weights == null || (biases != null && biases.size() != weights.rows())
                ? null
                : new Layer(names.get(l), activation, slope, weights, biases, frozen[0], frozen[1]);
    }

    private Activation activation(String at, @Nullable JsonNode node, boolean last) {
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
            fields.refuse(place, Reason.SOFTMAX);
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
