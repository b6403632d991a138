package org.chainrule.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * A feed-forward network of layers that are fully connected, or without weights.
 *
 * @param inputs the number of input values
 * @param layers first to last; each reads what the one before it sends
 */
public record Network(int inputs, List<Layer> layers) {
    public Network {
        layers = List.copyOf(layers);
        int sources = inputs;
        for (Layer layer : layers) {
            if (layer.inflows() != sources) {
                throw new IllegalArgumentException(
                        layer.name()
                                + ": "
                                + layer.inflows()
                                + " weights for "
                                + sources
                                + " sources");
            }
            sources = layer.size();
        }
    }

    /** The number of layers. */
    public int depth() {
        return layers.size();
    }

    public Layer layer(int l) {
        return layers.get(l);
    }

    public Layer last() {
        return layers.getLast();
    }

    /** The number of output values. */
    public int outputs() {
        return last().size();
    }

    public int parameters() {
        return layers.stream().mapToInt(Layer::parameters).sum();
    }

    /** The index of the layer of this name, or −1. */
    public int indexOf(String name) {
        for (int l = 0; l < layers.size(); l++) {
            if (layers.get(l).name().equals(name)) {
                return l;
            }
        }
        return -1;
    }

    public Network with(int l, Layer layer) {
        List<Layer> changed = new ArrayList<>(layers);
        changed.set(l, layer);
        return new Network(inputs, changed);
    }
}
