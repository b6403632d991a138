package org.chainrule.workbench.network;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.engine.Layer;
import org.chainrule.workbench.kit.Shown;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a layer too large for numbers in them: each is filled as its activation is large in
 * its layer, and says its numbers when pointed at.
 */
final class DenseLayer {
    private DenseLayer() {}

    static List<NetworkScene.Node> nodes(Shown shown, Layer layer) {
        List<Quantity> all =
                IntStream.rangeClosed(1, layer.size())
                        .mapToObj(k -> Quantity.z(layer.name(), k))
                        .toList();
        double largest =
                all.stream()
                        .mapToDouble(z -> magnitude(shown, z))
                        .filter(Double::isFinite)
                        .max()
                        .orElse(0);
        return all.stream().map(z -> node(shown, layer, z, largest)).toList();
    }

    private static NetworkScene.Node node(Shown shown, Layer layer, Quantity z, double largest) {
        double magnitude = magnitude(shown, z);
        double strength = largest == 0 ? 0 : Double.isFinite(magnitude) ? magnitude / largest : 1;
        return new NetworkScene.Node(
                shown.signs().neuron(layer.name(), z.k()).indexed(),
                "",
                NetworkScene.isOff(shown, layer, z.k()),
                Math.rint(strength * 100) / 100,
                null,
                null,
                mark(shown, z),
                null,
                null);
    }

    private static double magnitude(Shown shown, Quantity z) {
        return shown.display().isGiven(z) ? Math.abs(shown.values().value(shown.ref(z))) : 0;
    }

    private static NetworkScene.@Nullable Mark mark(Shown shown, Quantity z) {
        NetworkScene.Mark mark = NetworkScene.mark(shown, z);
        String all =
                Stream.of(z.as(Kind.P), z, z.as(shown.display().way().error()))
                        .filter(shown::isReached)
                        .map(quantity -> said(shown, quantity))
                        .collect(Collectors.joining(", "));
        return mark == null
                ? null
                : new NetworkScene.Mark(mark.q(), mark.text(), all, mark.delta());
    }

    private static String said(Shown shown, Quantity quantity) {
        String delta = shown.delta(quantity);
        String equation = shown.name(quantity) + " = " + shown.text(quantity);
        return delta == null ? equation : equation + " (Δ " + delta + ")";
    }
}
