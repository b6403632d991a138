package org.chainrule.workbench.network;

import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.jspecify.annotations.Nullable;

/** Which weights of a large network are drawn, whatever is selected: the largest of each layer. */
final class Thinning {
    /** More weights than this would be neither legible nor quick. */
    private static final int MOST = 300;

    private static final int LEAST_PER_LAYER = 16;

    private final Network network;

    /** The number of a layer's weights that are drawn, at most. */
    private final int share;

    /**
     * By layer, bit k · sources + t from 0: the weights drawn; null where none was asked for yet.
     */
    private final @Nullable BitSet[] drawn;

    Thinning(Network network) {
        this.network = network;
        share = all() <= MOST ? MOST : Math.max(LEAST_PER_LAYER, MOST / network.depth());
        drawn = new @Nullable BitSet[network.depth()];
    }

    private BitSet largest(Layer layer) {
        int all = count(layer);
        BitSet largest = new BitSet(all);
        if (all <= share) {
            largest.set(0, all);
            return largest;
        }
        IntStream.range(0, all)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -magnitude(layer, i)))
                .limit(share)
                .forEach(largest::set);
        return largest;
    }

    private static int count(Layer layer) {
        return layer.size() * layer.sources();
    }

    private static double magnitude(Layer layer, int i) {
        return Math.abs(layer.weights().at(i / layer.sources(), i % layer.sources()));
    }

    /** The number of weights. */
    int all() {
        return network.layers().stream().mapToInt(Thinning::count).sum();
    }

    /** The number of weights drawn. */
    int kept() {
        return network.layers().stream().mapToInt(layer -> Math.min(share, count(layer))).sum();
    }

    /** Whether some weights are not drawn. */
    boolean leavesOut() {
        return kept() < all();
    }

    /** Whether the weight from source t to neuron k of layer l is drawn; k and t from 1. */
    boolean keeps(int l, int k, int t) {
        Layer layer = network.layer(l);
        BitSet kept = drawn[l];
        if (kept == null) {
            kept = largest(layer);
            drawn[l] = kept;
        }
        return kept.get((k - 1) * layer.sources() + t - 1);
    }

    /** The largest magnitude of a weight. */
    static double largest(Network network) {
        return network.layers().stream()
                .flatMapToDouble(layer ->
                        IntStream.range(0, count(layer)).mapToDouble(i -> magnitude(layer, i)))
                .max()
                .orElse(0);
    }
}
