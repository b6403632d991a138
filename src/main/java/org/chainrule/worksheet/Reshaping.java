package org.chainrule.worksheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Matrix;
import org.chainrule.engine.Network;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Sample;
import org.chainrule.engine.Vector;

/**
 * A worksheet in another shape.
 *
 * <p>What has a place in both is told by arrays {@code kept}: {@code kept[i]} is the old place of
 * what stands at {@code i} now, or {@link #NEW}.
 */
final class Reshaping {
    private static final int NEW = -1;

    private final Worksheet worksheet;
    private final Network network;
    private final Initialiser initialiser;
    private final int decimals;

    Reshaping(Worksheet worksheet, Initialiser initialiser) {
        this.worksheet = worksheet;
        this.initialiser = initialiser;
        network = worksheet.problem().network();
        decimals = Initialiser.decimals(worksheet);
    }

    Worksheet resized(String layer, int size) {
        return column(layer, fitting(sizeOf(layer), size));
    }

    Worksheet withNeuron(String layer, int k) {
        int size = sizeOf(layer) + 1;
        return column(
                layer,
                IntStream.range(0, size).map(i -> i < k ? i : i == k ? NEW : i - 1).toArray());
    }

    Worksheet withoutNeuron(String layer, int k) {
        return column(layer, IntStream.range(0, sizeOf(layer)).filter(i -> i != k).toArray());
    }

    Worksheet withLayer(int at, String name, Activation activation, int size, boolean biased) {
        List<Layer> layers = new ArrayList<>(network.layers());
        layers.add(at, unwritten(name, activation, activation.usualShape(), size, biased));
        return layers(layers, name);
    }

    /** A layer whose weights are still to be drawn. */
    private static Layer unwritten(
            String name, Activation activation, double shape, int size, boolean biased) {
        Vector biases = biased ? Vector.of(new double[size]) : null;
        Matrix weights = Matrix.of(new double[size][1]);
        return new Layer(name, activation, shape, weights, biases, false, false);
    }

    Worksheet withWeights(String layer, boolean weighted) {
        List<Layer> layers = new ArrayList<>(network.layers());
        int l = network.indexOf(layer);
        Layer old = layers.get(l);
        if (old.isWeightless() != weighted) {
            return worksheet;
        }
        layers.set(
                l,
                weighted
                        ? unwritten(layer, old.activation(), old.shape(), old.size(), false)
                        : Layer.weightless(layer, old.activation(), old.shape(), old.size()));
        return layers(layers, layer);
    }

    Worksheet withoutLayer(String layer) {
        List<Layer> layers = new ArrayList<>(network.layers());
        layers.remove(network.indexOf(layer));
        return layers(layers, "");
    }

    Worksheet moved(String layer, int to) {
        List<Layer> layers = new ArrayList<>(network.layers());
        layers.add(to, layers.remove(network.indexOf(layer)));
        return layers(layers, "");
    }

    /** {@code layer} with all its weights drawn, its biases 0. */
    Layer drawn(Layer layer) {
        return layer.isWeightless() ? layer : redrawn(layer);
    }

    private Layer redrawn(Layer layer) {
        return fitted(layer, fitting(0, layer.size()), fitting(0, layer.sources()));
    }

    private int sizeOf(String layer) {
        return layer.isEmpty() ? network.inputs() : network.layer(network.indexOf(layer)).size();
    }

    /**
     * The inputs or the neurons of a layer chosen anew, and what reads them with them. Layers
     * without weights have the neurons that are before them.
     */
    private Worksheet column(String name, int[] kept) {
        List<Layer> layers = new ArrayList<>(network.layers());
        int own = network.indexOf(name);
        while (own >= 0 && layers.get(own).isWeightless()) {
            own--;
        }
        if (own >= 0) {
            layers.set(own, fitted(layers.get(own), kept, all(layers.get(own).sources())));
        }
        int next = own + 1;
        while (next < layers.size() && layers.get(next).isWeightless()) {
            layers.set(next, weightless(layers.get(next), kept.length));
            next++;
        }
        if (next < layers.size()) {
            Layer reading = layers.get(next);
            layers.set(next, fitted(reading, all(reading.size()), kept));
        }
        boolean inputs = own < 0;
        boolean outputs = next == network.depth();
        Network changed = new Network(inputs ? kept.length : network.inputs(), layers);
        return with(
                changed,
                sample ->
                        new Sample(
                                inputs ? kept(sample.x(), kept) : sample.x(),
                                outputs ? kept(sample.y(), kept) : sample.y()));
    }

    private static Layer weightless(Layer layer, int size) {
        return Layer.weightless(layer.name(), layer.activation(), layer.shape(), size);
    }

    /**
     * These layers in this order, each with as many weights as there now are sources.
     *
     * @param drawn the one all of whose weights are new, if any
     */
    private Worksheet layers(List<Layer> order, String drawn) {
        List<Layer> layers = new ArrayList<>();
        int sources = network.inputs();
        for (Layer layer : order) {
            int written = layer.name().equals(drawn) ? 0 : layer.sources();
            layers.add(
                    layer.isWeightless()
                            ? weightless(layer, sources)
                            : fitted(layer, all(layer.size()), fitting(written, sources)));
            sources = layers.getLast().size();
        }
        int[] outputs = fitting(network.outputs(), sources);
        return with(
                new Network(network.inputs(), layers),
                sample -> new Sample(sample.x(), kept(sample.y(), outputs)));
    }

    private Worksheet with(Network changed, UnaryOperator<Sample> fit) {
        Problem problem = worksheet.problem();
        List<Sample> samples = problem.samples().stream().map(fit).toList();
        return worksheet.with(problem.with(changed, samples));
    }

    private Layer fitted(Layer layer, int[] neurons, int[] sources) {
        double[][] weights = new double[neurons.length][sources.length];
        for (int k = 0; k < neurons.length; k++) {
            for (int t = 0; t < sources.length; t++) {
                weights[k][t] =
                        neurons[k] == NEW || sources[t] == NEW
                                ? initialiser.weight(
                                        layer.name(),
                                        k,
                                        t,
                                        neurons.length,
                                        sources.length,
                                        decimals)
                                : layer.weights().at(neurons[k], sources[t]);
            }
        }
        Vector biases = layer.biases() == null ? null : kept(layer.biases(), neurons);
        return layer.with(Matrix.of(weights), biases);
    }

    private static Vector kept(Vector values, int[] kept) {
        return Vector.of(
                Arrays.stream(kept).mapToDouble(i -> i == NEW ? 0 : values.at(i)).toArray());
    }

    private static int[] all(int size) {
        return fitting(size, size);
    }

    private static int[] fitting(int old, int size) {
        return IntStream.range(0, size).map(i -> i < old ? i : NEW).toArray();
    }
}
