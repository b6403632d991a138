package org.chainrule.export;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;

/** A network's parameters, layer by layer, row by row, a neuron's weights before its bias. */
public final class Parameters {
    private Parameters() {}

    public static List<Quantity> of(Network network) {
        return network.layers().stream().flatMap(layer -> of(layer).stream()).toList();
    }

    public static List<Quantity> of(Layer layer) {
        List<Quantity> parameters = new ArrayList<>();
        for (int k = 1; k <= layer.size(); k++) {
            for (int t = 1; t <= layer.sources(); t++) {
                parameters.add(Quantity.w(layer.name(), k, t));
            }
            if (layer.biases() != null) {
                parameters.add(Quantity.b(layer.name(), k));
            }
        }
        return parameters;
    }

    public static List<Quantity> withGradientAndUpdate(Quantity parameter) {
        boolean weight = parameter.kind() == Kind.W;
        return List.of(
                parameter,
                parameter.as(weight ? Kind.DW : Kind.DB),
                parameter.as(weight ? Kind.NW : Kind.NB));
    }
}
