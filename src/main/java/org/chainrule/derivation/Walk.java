package org.chainrule.derivation;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.engine.Problem;

/** The order in which a person computes all numbers of a problem: each after those it reads. */
public final class Walk {
    private Walk() {}

    /**
     * Every computed number: sample by sample forward and back, then the batch, then the update.
     */
    public static List<Ref> order(Problem problem) {
        List<Ref> order = new ArrayList<>();
        for (int s = 0; s < problem.samples().size(); s++) {
            sample(problem.network(), s, order);
        }
        order.add(Ref.batch(Quantity.loss()));
        for (Layer layer : problem.network().layers()) {
            gradients(layer, Values.BATCH, order);
            update(problem, layer, order);
        }
        return order;
    }

    private static void sample(Network network, int s, List<Ref> order) {
        for (Layer layer : network.layers()) {
            neurons(layer, Quantity.Kind.P, s, order);
            neurons(layer, Quantity.Kind.Z, s, order);
        }
        order.add(new Ref(Quantity.loss(), s));
        for (Layer layer : network.layers().reversed()) {
            neurons(layer, Quantity.Kind.DZ, s, order);
            if (layer.activation().hasSlope()) {
                neurons(layer, Quantity.Kind.S, s, order);
            }
            neurons(layer, Quantity.Kind.DP, s, order);
            gradients(layer, s, order);
        }
        for (int t = 1; t <= network.inputs(); t++) {
            order.add(new Ref(Quantity.dx(t), s));
        }
    }

    private static void neurons(Layer layer, Quantity.Kind kind, int s, List<Ref> order) {
        for (int k = 1; k <= layer.size(); k++) {
            order.add(new Ref(new Quantity(kind, layer.name(), k, 0), s));
        }
    }

    private static void edges(Layer layer, Quantity.Kind kind, int s, List<Ref> order) {
        for (int k = 1; k <= layer.size(); k++) {
            for (int t = 1; t <= layer.sources(); t++) {
                order.add(new Ref(new Quantity(kind, layer.name(), k, t), s));
            }
        }
    }

    private static void gradients(Layer layer, int s, List<Ref> order) {
        edges(layer, Quantity.Kind.DW, s, order);
        if (layer.biases() != null) {
            neurons(layer, Quantity.Kind.DB, s, order);
        }
    }

    private static void update(Problem problem, Layer layer, List<Ref> order) {
        for (Quantity.Kind kind : States.computed(problem)) {
            if (!layer.weightsFrozen()) {
                edges(layer, kind, Values.BATCH, order);
            }
            if (layer.biases() != null && !layer.biasesFrozen()) {
                neurons(layer, kind, Values.BATCH, order);
            }
        }
        edges(layer, Quantity.Kind.NW, Values.BATCH, order);
        if (layer.biases() != null) {
            neurons(layer, Quantity.Kind.NB, Values.BATCH, order);
        }
    }
}
