package org.chainrule.link;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chainrule.document.Fault.Reason;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.engine.Shape;
import org.chainrule.engine.Vector;
import org.chainrule.notation.Numbers;
import org.chainrule.worksheet.Worksheet;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The layers as parts of a link, by their numbers from 1: {@code l1=hid:relu:0.19,0.42;-0.94,0.3}
 * (name, activation, a row of weights for each neuron, or {@code none}), {@code b1=0,0} (biases),
 * {@code f1=weights} (what is frozen).
 */
final class LayerParts {
    static final Pattern KEY = Pattern.compile("[lbf][1-9][0-9]{0,2}");

    private static final String LAYER = "l";
    private static final String BIASES = "b";
    private static final String FROZEN = "f";

    /** In the place of weights where there are none. */
    private static final String NONE = "none";

    private LayerParts() {}

    static void write(Map<String, String> parts, Worksheet worksheet) {
        Network network = worksheet.problem().network();
        for (int l = 0; l < network.depth(); l++) {
            write(parts, network.layer(l), l + 1);
        }
    }

    private static void write(Map<String, String> parts, Layer layer, int number) {
        String weights = layer.isWeightless() ? NONE : rows(layer);
        parts.put(LAYER + number, layer.name() + ":" + activation(layer) + ":" + weights);
        if (layer.biases() != null) {
            parts.put(BIASES + number, SampleParts.row(layer.biases()));
        }
        String frozen = frozen(layer);
        if (!frozen.isEmpty()) {
            parts.put(FROZEN + number, frozen);
        }
    }

    private static String rows(Layer layer) {
        return IntStream.range(0, layer.size())
                .mapToObj(k -> SampleParts.row(Vector.of(layer.weights().row(k))))
                .collect(Collectors.joining(";"));
    }

    private static String activation(Layer layer) {
        String key = layer.activation().key();
        return layer.saysShape() ? key + "~" + Numbers.canonical(layer.shape()) : key;
    }

    /** What a number behind the name of an activation is; a slope where it has none. */
    private static Shape shapeOf(String activation) {
        return Arrays.stream(Activation.values())
                .filter(each -> each.key().equals(activation))
                .map(Activation::shape)
                .filter(shape -> shape != Shape.NONE)
                .findFirst()
                .orElse(Shape.SLOPE);
    }

    private static String frozen(Layer layer) {
        String weights = layer.weightsFrozen() ? "weights" : "";
        String biases = layer.biasesFrozen() ? "biases" : "";
        return weights + (weights.isEmpty() || biases.isEmpty() ? "" : ",") + biases;
    }

    static void read(LinkReader link) {
        ArrayNode layers = link.document().putArray("layers");
        for (int number = 1; link.has(LAYER + number); number++) {
            read(link, number, layers.addObject());
        }
        if (layers.isEmpty()) {
            link.refuse(LAYER + 1, Reason.MISSING);
        }
    }

    private static void read(LinkReader link, int number, ObjectNode layer) {
        String key = LAYER + number;
        String[] fields = String.valueOf(link.take(key)).split(":", -1);
        if (fields.length != 3) {
            link.refuse(key, Reason.LAYER);
            return;
        }
        layer.put("name", fields[0]);
        int mark = fields[1].indexOf('~');
        String activation = mark < 0 ? fields[1] : fields[1].substring(0, mark);
        layer.put("activation", activation);
        if (mark >= 0) {
            link.number(key, fields[1].substring(mark + 1), layer, shapeOf(activation).key());
        }
        if (fields[2].equals(NONE)) {
            layer.put("weights", NONE);
        } else {
            ArrayNode weights = layer.putArray("weights");
            for (String row : fields[2].split(";", -1)) {
                link.row(key, row, weights.addArray());
            }
        }
        String biases = link.take(BIASES + number);
        if (biases != null) {
            link.row(BIASES + number, biases, layer.putArray("biases"));
        }
        String frozen = link.take(FROZEN + number);
        if (frozen != null) {
            ArrayNode names = layer.putArray("frozen");
            List.of(frozen.split(",", -1)).forEach(names::add);
        }
    }
}
