package org.chainrule.workbench.network;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.chainrule.derivation.Quantity;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.jspecify.annotations.Nullable;

/**
 * Which weights of a large network are drawn: the largest of each layer, those of the selected
 * neuron, and the selected one.
 */
final class Thinning {
    /** More weights than this would be neither legible nor quick. */
    private static final int MOST = 300;

    private static final int LEAST_PER_LAYER = 16;

    private final Network network;
    private final @Nullable Quantity selection;

    /** By layer, bit k · sources + t from 0: the weights drawn for their magnitude. */
    private final List<BitSet> largest;

    Thinning(Network network, @Nullable Quantity selection) {
        this.network = network;
        this.selection = selection;
        int share = all() <= MOST ? MOST : Math.max(LEAST_PER_LAYER, MOST / network.depth());
        largest = network.layers().stream().map(layer -> largest(layer, share)).toList();
    }

    private static BitSet largest(Layer layer, int most) {
        int all = layer.size() * layer.sources();
        BitSet drawn = new BitSet(all);
        IntStream.range(0, all)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -magnitude(layer, i)))
                .limit(most)
                .forEach(drawn::set);
        return drawn;
    }

    private static double magnitude(Layer layer, int i) {
        return Math.abs(layer.weights().at(i / layer.sources(), i % layer.sources()));
    }

    /** The number of weights. */
    int all() {
        return network.layers().stream().mapToInt(l -> l.size() * l.sources()).sum();
    }

    /** The number of weights drawn for their magnitude. */
    int kept() {
        return largest.stream().mapToInt(BitSet::cardinality).sum();
    }

    /** Whether the weight from source t to neuron k of layer l is drawn; k and t from 1. */
    boolean keeps(int l, int k, int t) {
        Layer layer = network.layer(l);
        return largest.get(l).get((k - 1) * layer.sources() + t - 1)
                || isSelected(layer.name(), k, t)
                || (l > 0 && isSelected(network.layer(l - 1).name(), t, 0));
    }

    /** Whether the selection is neuron k of a layer, or its weight from source t. */
    private boolean isSelected(String layer, int k, int t) {
        return selection != null
                && selection.layer().equals(layer)
                && selection.k() == k
                && (selection.t() == 0 || selection.t() == t);
    }

    /** The largest magnitude of a weight. */
    static double largest(Network network) {
        return network.layers().stream()
                .flatMapToDouble(layer ->
                        IntStream.range(0, layer.size() * layer.sources())
                                .mapToDouble(i -> magnitude(layer, i)))
                .max()
                .orElse(0);
    }
}
