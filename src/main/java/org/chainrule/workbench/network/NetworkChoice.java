package org.chainrule.workbench.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chainrule.derivation.Quantity;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.workbench.kit.Shown;
import org.jspecify.annotations.Nullable;

/**
 * What is selected in the drawing of the network; the shape of {@code scene.ts}. It travels alone
 * where nothing else changes.
 *
 * @param selected the selected number's address
 * @param edges where not all weights are drawn: the selected weight, or those into and out of the
 *     selected neuron, but for the ones that are drawn anyway
 * @param names what these are called, by address
 */
record NetworkChoice(
        @Nullable String selected, List<NetworkScene.Edge> edges, Map<String, String> names) {

    static NetworkChoice of(Shown shown) {
        Quantity selection = shown.view().selection();
        if (selection == null) {
            return new NetworkChoice(null, List.of(), Map.of());
        }
        List<NetworkScene.Edge> edges = edges(shown, selection);
        Map<String, String> names = new LinkedHashMap<>();
        for (NetworkScene.Edge edge : edges) {
            names.put(edge.q(), shown.name(Quantity.parse(edge.q()).orElseThrow()));
        }
        return new NetworkChoice(selection.address(), edges, names);
    }

    private static List<NetworkScene.Edge> edges(Shown shown, Quantity selection) {
        Network network = shown.network();
        Thinning thinning = new Thinning(network);
        List<NetworkScene.Edge> edges = new ArrayList<>();
        if (!thinning.leavesOut()) {
            return edges;
        }
        double largest = Thinning.largest(network);
        for (int l = 0; l < network.depth(); l++) {
            Layer layer = network.layer(l);
            for (int k = 1; k <= layer.size(); k++) {
                for (int t = 1; t <= layer.sources(); t++) {
                    boolean into = isOf(selection, layer.name(), k, t);
                    boolean outOf = l > 0 && isOf(selection, network.layer(l - 1).name(), t, 0);
                    if ((into || outOf) && !thinning.keeps(l, k, t)) {
                        edges.add(NetworkScene.edge(shown, l, k, t, largest));
                    }
                }
            }
        }
        return edges;
    }

    /** Whether a selection is neuron k of a layer, or its weight from source t. */
    private static boolean isOf(Quantity selection, String layer, int k, int t) {
        return selection.layer().equals(layer)
                && selection.k() == k
                && (selection.t() == 0 || selection.t() == t);
    }
}
