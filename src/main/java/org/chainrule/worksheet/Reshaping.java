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
        Vector biases = biased ? Vector.of(new double[size]) : null;
        Matrix none = Matrix.of(new double[size][0]);
        layers.add(
                at,
                new Layer(name, activation, activation.usualShape(), none, biases, false, false));
        return layers(layers);
    }

    Worksheet withoutLayer(String layer) {
        List<Layer> layers = new ArrayList<>(network.layers());
        layers.remove(network.indexOf(layer));
        return layers(layers);
    }

    Worksheet moved(String layer, int to) {
        List<Layer> layers = new ArrayList<>(network.layers());
        layers.add(to, layers.remove(network.indexOf(layer)));
        return layers(layers);
    }

    /** {@code layer} with all its weights drawn, its biases 0. */
    Layer drawn(Layer layer) {
        return fitted(layer, fitting(0, layer.size()), fitting(0, layer.sources()));
    }

    private int sizeOf(String layer) {
        return layer.isEmpty() ? network.inputs() : network.layer(network.indexOf(layer)).size();
    }

    /** The inputs or the neurons of a layer chosen anew, and what reads them with them. */
    private Worksheet column(String name, int[] kept) {
        int own = network.indexOf(name);
        List<Layer> layers = new ArrayList<>(network.layers());
        if (own >= 0) {
            layers.set(own, fitted(layers.get(own), kept, all(layers.get(own).sources())));
        }
        if (own + 1 < layers.size()) {
            Layer next = layers.get(own + 1);
            layers.set(own + 1, fitted(next, all(next.size()), kept));
        }
        boolean inputs = own < 0;
        boolean outputs = own == network.depth() - 1;
        Network changed = new Network(inputs ? kept.length : network.inputs(), layers);
        return with(
                changed,
                sample ->
                        new Sample(
                                inputs ? kept(sample.x(), kept) : sample.x(),
                                outputs ? kept(sample.y(), kept) : sample.y()));
    }

    /** These layers in this order, each with as many weights as there now are sources. */
    private Worksheet layers(List<Layer> order) {
        List<Layer> layers = new ArrayList<>();
        int sources = network.inputs();
        for (Layer layer : order) {
            layers.add(fitted(layer, all(layer.size()), fitting(layer.sources(), sources)));
            sources = layer.size();
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
