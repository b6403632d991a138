package org.chainrule.workbench.network;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.notation.ActivationNames;
import org.chainrule.workbench.kit.Shown;
import org.jspecify.annotations.Nullable;

/**
 * What the drawing of the network shows, whatever is selected; the shape of {@code scene.ts}.
 *
 * @param links from each node of a column to its own of the next, where there are no weights
 * @param dense whether nodes are too many to hold their numbers
 * @param pinned whether numbers need room for their changes
 * @param thinned says that not all weights are drawn; null where all are
 */
record NetworkScene(
        String label,
        List<Column> columns,
        List<Mark> targets,
        List<Edge> edges,
        List<Link> links,
        boolean dense,
        boolean pinned,
        @Nullable String thinned) {
    /** A column of more nodes is drawn without numbers in them. */
    private static final int LEGIBLE = 8;

    /** Characters of a caption above a neuron. */
    private static final int BRIEF = 12;

    /**
     * @param aria all that it says, where that is more than its name and number
     * @param delta its change since the pin, where it changed
     */
    record Mark(
            String q,
            String text,
            @JsonInclude(Include.NON_NULL) @Nullable String aria,
            @JsonInclude(Include.NON_NULL) @Nullable String delta) {}

    record Column(String kind, List<Node> nodes) {}

    record Node(
            String name,
            String caption,
            boolean off,
            double strength,
            @Nullable Mark value,
            @Nullable Mark p,
            @Nullable Mark z,
            @Nullable Mark dz,
            @Nullable Mark bias) {}

    /**
     * @param relative the weight as a share of the largest magnitude in the network, −1 to 1
     */
    record Edge(
            String q,
            String text,
            @JsonInclude(Include.NON_NULL) @Nullable String delta,
            int layer,
            int from,
            int to,
            double relative) {}

    /** An edge without a weight. */
    record Link(int layer, int from, int to) {}

    static NetworkScene of(Shown shown) {
        return of(shown, "network.thinned");
    }

    /** {@code thinned} is the sentence that says how many of all weights are drawn. */
    static NetworkScene of(Shown shown, String thinned) {
        boolean dense = isDense(shown.network());
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("input", each(shown.network().inputs(), t -> input(shown, t))));
        for (Layer layer : shown.network().layers()) {
            columns.add(
                    new Column(
                            "layer",
                            dense
                                    ? DenseLayer.nodes(shown, layer)
                                    : each(layer.size(), k -> neuron(shown, layer, k))));
        }
        List<Mark> targets = each(shown.network().outputs(), k -> mark(shown, Quantity.y(k)));
        Thinning thinning = new Thinning(shown.network());
        return new NetworkScene(
                shown.words().of("network.label", shown.sizes()),
                columns,
                targets,
                edges(shown, thinning),
                links(shown.network()),
                dense,
                shown.comparison() != null,
                thinning.leavesOut() ? thinned(shown, thinned, thinning) : null);
    }

    static boolean isDense(Network network) {
        return network.inputs() > LEGIBLE
                || network.layers().stream().anyMatch(layer -> layer.size() > LEGIBLE);
    }

    private static String thinned(Shown shown, String key, Thinning thinning) {
        return shown.words()
                .of(
                        key,
                        shown.numbers().grouped(thinning.kept()),
                        shown.numbers().grouped(thinning.all()));
    }

    private static <T> List<T> each(int count, java.util.function.IntFunction<T> of) {
        return IntStream.rangeClosed(1, count).mapToObj(of).toList();
    }

    private static Node input(Shown shown, int t) {
        return new Node(
                shown.name(Quantity.x(t)),
                "",
                false,
                1,
                mark(shown, Quantity.x(t)),
                null,
                null,
                null,
                null);
    }

    private static Node neuron(Shown shown, Layer layer, int k) {
        boolean off = isOff(shown, layer, k);
        String function =
                off
                        ? shown.words().of("network.off")
                        : shown.captionOf(layer, k)
                                .map(NetworkScene::brief)
                                .orElse(ActivationNames.of(layer.activation()));
        String name = layer.name();
        return new Node(
                shown.signs().neuron(name, k).indexed(),
                shown.neuron(layer, k) + " · " + function,
                off,
                1,
                null,
                mark(shown, Quantity.p(name, k)),
                mark(shown, Quantity.z(name, k)),
                mark(shown, Quantity.z(name, k).as(shown.display().way().error())),
                layer.biases() == null ? null : mark(shown, Quantity.b(name, k)));
    }

    /** As much of a caption as there is room for. */
    private static String brief(String caption) {
        return caption.codePointCount(0, caption.length()) > BRIEF
                ? caption.substring(0, caption.offsetByCodePoints(0, BRIEF - 1)) + "…"
                : caption;
    }

    static boolean isOff(Shown shown, Layer layer, int k) {
        return layer.activation() == Activation.RELU
                && shown.display().isGiven(Quantity.p(layer.name(), k))
                && shown.values().value(shown.ref(Quantity.p(layer.name(), k))) <= 0;
    }

    static @Nullable Mark mark(Shown shown, Quantity quantity) {
        String text = shown.reached(quantity);
        return text == null ? null : mark(shown, quantity, text);
    }

    private static Mark mark(Shown shown, Quantity quantity, String text) {
        return new Mark(quantity.address(), text, null, shown.delta(quantity));
    }

    /** By address, what every number in the drawing is called that says no more than itself. */
    Map<String, String> names(Shown shown) {
        Map<String, String> names = new LinkedHashMap<>();
        Stream.concat(marks(), edges.stream().map(Edge::q))
                .forEach(q -> names.put(q, name(shown, Quantity.parse(q).orElseThrow())));
        return names;
    }

    private Stream<String> marks() {
        Stream<Node> nodes = columns.stream().flatMap(column -> column.nodes().stream());
        return Stream.concat(
                        nodes.flatMap(
                                node -> Stream.of(node.value, node.p, node.z, node.dz, node.bias)),
                        targets.stream())
                .filter(mark -> mark != null && mark.aria == null)
                .map(Mark::q);
    }

    private static String name(Shown shown, Quantity quantity) {
        String caption = quantity.kind() == Kind.Y ? shown.caption(quantity.k()) : "";
        return caption.isEmpty() ? shown.name(quantity) : caption + ": " + shown.name(quantity);
    }

    private static List<Edge> edges(Shown shown, Thinning thinning) {
        double largest = Thinning.largest(shown.network());
        List<Edge> edges = new ArrayList<>();
        for (int l = 0; l < shown.network().depth(); l++) {
            Layer layer = shown.network().layer(l);
            for (int k = 1; k <= layer.size(); k++) {
                for (int t = 1; t <= layer.sources(); t++) {
                    if (thinning.keeps(l, k, t)) {
                        edges.add(edge(shown, l, k, t, largest));
                    }
                }
            }
        }
        return edges;
    }

    private static List<Link> links(Network network) {
        List<Link> links = new ArrayList<>();
        for (int l = 0; l < network.depth(); l++) {
            Layer layer = network.layer(l);
            for (int k = 0; k < layer.size() && layer.isWeightless(); k++) {
                links.add(new Link(l, k, k));
            }
        }
        return links;
    }

    /**
     * The weight from source t to neuron k of layer l; k and t from 1.
     *
     * @param largest the largest magnitude of a weight
     */
    static Edge edge(Shown shown, int l, int k, int t, double largest) {
        Layer layer = shown.network().layer(l);
        Quantity weight = Quantity.w(layer.name(), k, t);
        double relative = largest == 0 ? 0 : layer.weights().at(k - 1, t - 1) / largest;
        return new Edge(
                weight.address(),
                shown.text(weight),
                shown.delta(weight),
                l,
                t - 1,
                k - 1,
                Math.rint(relative * 100) / 100);
    }
}
