package org.chainrule.workbench.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.chainrule.derivation.Quantity;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Layer;
import org.chainrule.notation.Typesetter;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Text;
import org.jspecify.annotations.Nullable;

/** What the drawing of the network shows; the shape of {@code scene.ts}. */
record NetworkScene(
        String label,
        List<Column> columns,
        List<Mark> targets,
        List<Edge> edges,
        @Nullable String selected) {

    record Mark(String q, String text, String aria) {}

    record Column(String kind, List<Node> nodes) {}

    record Node(
            String name,
            String caption,
            boolean off,
            @Nullable Mark value,
            @Nullable Mark p,
            @Nullable Mark z,
            @Nullable Mark dz,
            @Nullable Mark bias) {}

    record Edge(
            String q,
            String text,
            String aria,
            int layer,
            int from,
            int to,
            double magnitude,
            boolean dead) {}

    static NetworkScene of(Shown shown) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("input", each(shown.network().inputs(), t -> input(shown, t))));
        for (Layer layer : shown.network().layers()) {
            columns.add(new Column("layer", each(layer.size(), k -> neuron(shown, layer, k))));
        }
        List<Mark> targets = each(shown.network().outputs(), k -> mark(shown, Quantity.y(k)));
        Quantity selection = shown.view().selection();
        return new NetworkScene(
                shown.words().of("network.label", shown.sizes()),
                columns,
                targets,
                edges(shown),
                selection == null ? null : selection.address());
    }

    private static <T> List<T> each(int count, java.util.function.IntFunction<T> of) {
        return IntStream.rangeClosed(1, count).mapToObj(of).toList();
    }

    private static Node input(Shown shown, int t) {
        return new Node(
                "x" + Text.subscript(t),
                "",
                false,
                mark(shown, Quantity.x(t)),
                null,
                null,
                null,
                null);
    }

    private static Node neuron(Shown shown, Layer layer, int k) {
        boolean off = isOff(shown, layer, k);
        String function =
                off ? shown.words().of("network.off") : Typesetter.nameOf(layer.activation());
        String name = layer.name();
        return new Node(
                "n" + Text.subscript(k),
                shown.neuron(layer, k) + " · " + function,
                off,
                null,
                mark(shown, Quantity.p(name, k)),
                mark(shown, Quantity.z(name, k)),
                mark(shown, Quantity.dz(name, k)),
                layer.biases() == null ? null : mark(shown, Quantity.b(name, k)));
    }

    private static boolean isOff(Shown shown, Layer layer, int k) {
        return layer.activation() == Activation.RELU
                && shown.values().value(shown.ref(Quantity.p(layer.name(), k))) <= 0;
    }

    private static @Nullable Mark mark(Shown shown, Quantity quantity) {
        String text = shown.reached(quantity);
        return text == null
                ? null
                : new Mark(quantity.address(), text, shown.name(quantity) + " = " + text);
    }

    private static List<Edge> edges(Shown shown) {
        double largest = largest(shown);
        List<Edge> edges = new ArrayList<>();
        for (int l = 0; l < shown.network().depth(); l++) {
            Layer layer = shown.network().layer(l);
            for (int k = 1; k <= layer.size(); k++) {
                for (int t = 1; t <= layer.sources(); t++) {
                    edges.add(edge(shown, l, k, t, largest));
                }
            }
        }
        return edges;
    }

    private static Edge edge(Shown shown, int l, int k, int t, double largest) {
        Layer layer = shown.network().layer(l);
        Quantity weight = Quantity.w(layer.name(), k, t);
        String text = shown.text(weight);
        double magnitude = largest == 0 ? 0 : Math.abs(layer.weights().at(k - 1, t - 1)) / largest;
        boolean dead =
                isOff(shown, layer, k) || (l > 0 && isOff(shown, shown.network().layer(l - 1), t));
        return new Edge(
                weight.address(),
                text,
                shown.name(weight) + " = " + text,
                l,
                t - 1,
                k - 1,
                magnitude,
                dead);
    }

    private static double largest(Shown shown) {
        double largest = 0;
        for (Layer layer : shown.network().layers()) {
            for (int k = 0; k < layer.size(); k++) {
                for (double weight : layer.weights().row(k)) {
                    largest = Math.max(largest, Math.abs(weight));
                }
            }
        }
        return largest;
    }
}
