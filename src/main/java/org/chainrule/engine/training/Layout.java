package org.chainrule.engine.training;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Matrix;
import org.chainrule.engine.Network;
import org.chainrule.engine.Vector;
import org.jspecify.annotations.Nullable;

/**
 * Where each number of a network lies in flat arrays.
 *
 * <p>Parameters: layer by layer the weights, row k after row k, then the biases. Neurons: the
 * inputs, then layer by layer.
 */
final class Layout {
    private final Network network;
    final int depth;
    final int parameters;
    final int inputs;

    /** Inputs and neurons. */
    final int nodes;

    /** {@code [l]}: the first weight. */
    final int[] weights;

    /** {@code [l]}: the first bias, or −1. */
    final int[] biases;

    /** {@code [l]}: the first source. The neurons of layer l are the sources of layer l + 1. */
    final int[] sources;

    /** {@code [l]}: how many sources there are weights of. */
    final int[] sourceCount;

    /** {@code [l]}: how many neurons. */
    final int[] size;

    Layout(Network network) {
        this.network = network;
        depth = network.depth();
        inputs = network.inputs();
        weights = new int[depth];
        biases = new int[depth];
        sources = new int[depth + 1];
        sourceCount = new int[depth];
        size = new int[depth];
        int parameter = 0;
        int node = 0;
        for (int l = 0; l < depth; l++) {
            Layer layer = network.layer(l);
            sources[l] = node;
            sourceCount[l] = layer.sources();
            size[l] = layer.size();
            weights[l] = parameter;
            parameter += layer.size() * layer.sources();
            biases[l] = layer.biases() == null ? -1 : parameter;
            parameter += layer.biases() == null ? 0 : layer.size();
            node += layer.inflows();
        }
        sources[depth] = node;
        nodes = node + network.outputs();
        parameters = parameter;
    }

    /** The place of the weight from source t to neuron k of layer l; of its bias where t is −1. */
    int index(int l, int k, int t) {
        if (t < 0 && biases[l] < 0) {
            throw new IllegalArgumentException(network.layer(l).name() + " has no biases");
        }
        return t < 0 ? biases[l] + k : weights[l] + k * sourceCount[l] + t;
    }

    /** The network's parameters. */
    double[] flat() {
        return flat(network);
    }

    /** The parameters of a network of this layout. */
    double[] flat(Network network) {
        double[] parameters = new double[this.parameters];
        for (int l = 0; l < depth; l++) {
            Layer layer = network.layer(l);
            for (int k = 0; k < size[l]; k++) {
                System.arraycopy(
                        layer.weights().row(k), 0, parameters, index(l, k, 0), sourceCount[l]);
            }
            if (layer.biases() != null) {
                System.arraycopy(layer.biases().toArray(), 0, parameters, biases[l], size[l]);
            }
        }
        return parameters;
    }

    /** The network with these parameters, which may be followed by more in the array. */
    Network network(double[] parameters) {
        List<Layer> layers = new ArrayList<>();
        for (int l = 0; l < depth; l++) {
            Layer layer = network.layer(l);
            layers.add(layer.isWeightless() ? layer : layer(l, parameters));
        }
        return new Network(inputs, layers);
    }

    /** Numbers of parameters, layer by layer as here. */
    List<Vector> split(double[] numbers) {
        List<Vector> layers = new ArrayList<>();
        for (int l = 0; l < depth; l++) {
            layers.add(Vector.of(copy(numbers, weights[l], network.layer(l).parameters())));
        }
        return layers;
    }

    /** The same into one array. */
    void join(List<Vector> layers, double[] into) {
        for (int l = 0; l < layers.size(); l++) {
            double[] numbers = layers.get(l).toArray();
            System.arraycopy(numbers, 0, into, weights[l], numbers.length);
        }
    }

    private Layer layer(int l, double[] parameters) {
        double[][] rows = new double[size[l]][];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = copy(parameters, index(l, k, 0), sourceCount[l]);
        }
        return network.layer(l).withWeights(Matrix.of(rows)).withBiases(biases(l, parameters));
    }

    private @Nullable Vector biases(int l, double[] parameters) {
        return biases[l] < 0 ? null : Vector.of(copy(parameters, biases[l], size[l]));
    }

    private static double[] copy(double[] from, int start, int count) {
        return java.util.Arrays.copyOfRange(from, start, start + count);
    }
}
