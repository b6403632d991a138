package org.chainrule.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A neuron whose activation has a kink at 0, and whose preactivation changes sides of it where a
 * parameter is nudged: a kink of J between.
 *
 * @param layer from 0
 * @param neuron from 0
 * @param sample from 0; of several the one nearest to the kink
 * @param preactivation p at present
 */
public record Crossing(int layer, int neuron, int sample, double preactivation) {
    /** The crossings that J feels, nearest first; each neuron once. */
    static List<Crossing> between(Trace below, Trace here, Trace above) {
        List<Crossing> crossings = new ArrayList<>();
        Network network = here.problem().network();
        Comparator<Crossing> nearest = Comparator.comparingDouble(c -> Math.abs(c.preactivation));
        for (int l = 0; l < network.depth(); l++) {
            if (hasKink(network.layer(l))) {
                for (int k = 0; k < network.layer(l).size(); k++) {
                    samples(below, here, above, l, k).stream()
                            .min(nearest)
                            .ifPresent(crossings::add);
                }
            }
        }
        crossings.sort(nearest);
        return crossings;
    }

    private static boolean hasKink(Layer layer) {
        return layer.activation() == Activation.RELU
                || (layer.activation() == Activation.LEAKY_RELU && layer.shape() != 1);
    }

    private static List<Crossing> samples(Trace below, Trace here, Trace above, int l, int k) {
        List<Crossing> crossings = new ArrayList<>();
        for (int s = 0; s < here.problem().samples().size(); s++) {
            boolean on = isOn(here, s, l, k);
            boolean crosses = isOn(below, s, l, k) != on || isOn(above, s, l, k) != on;
            if (crosses && here.errorGradient(s, l, k) != 0) {
                crossings.add(new Crossing(l, k, s, here.preactivation(s, l, k)));
            }
        }
        return crossings;
    }

    private static boolean isOn(Trace trace, int s, int l, int k) {
        return trace.preactivation(s, l, k) > 0;
    }
}
