package org.chainrule.workbench.gallery;

import java.util.stream.IntStream;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Backprop;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Trace;
import org.chainrule.workbench.kit.Text;
import org.chainrule.workbench.kit.Words;

/**
 * A small drawing of a network, without numbers: edges by size and sign of their weight, neurons
 * with the curve of their activation, dashed where they are off in every sample.
 */
final class NetworkSketch {
    private static final double WIDTH = 320;
    private static final double HEIGHT = 150;
    private static final double MARGIN = 22;
    private static final double LARGEST_RADIUS = 15;

    /** The part of an activation's curve that is drawn: −this ≤ p ≤ this. */
    private static final double REACH = 3;

    /** Half the side of the curve's square, in radii. */
    private static final double CURVE = 0.56;

    private final Network network;
    private final Trace trace;
    private final double across;
    private final double down;
    private final double radius;
    private final StringBuilder svg = new StringBuilder();

    private NetworkSketch(Problem problem) {
        network = problem.network();
        trace = Backprop.run(problem);
        int rows =
                Math.max(
                        network.inputs(),
                        network.layers().stream().mapToInt(Layer::size).max().orElse(1));
        across = Math.min(110, (WIDTH - 2 * MARGIN) / network.depth());
        down = Math.min(56, (HEIGHT - 12) / rows);
        radius = Math.min(LARGEST_RADIUS, Math.min(0.36 * across, 0.36 * down));
    }

    /** An SVG element. */
    static String of(Problem problem, Words words) {
        StringBuilder sizes = new StringBuilder().append(problem.network().inputs());
        problem.network().layers().forEach(layer -> sizes.append('-').append(layer.size()));
        return "<svg viewBox=\"0 0 320 150\" role=\"img\" aria-label=\""
                + Text.escape(words.of("gallery.drawing", sizes))
                + "\">"
                + new NetworkSketch(problem).drawn()
                + "</svg>";
    }

    private String drawn() {
        double largest = 0;
        for (Layer layer : network.layers()) {
            for (int k = 0; k < layer.size(); k++) {
                for (double weight : layer.weights().row(k)) {
                    largest = Math.max(largest, Math.abs(weight));
                }
            }
        }
        for (int l = 0; l < network.depth(); l++) {
            edges(l, largest);
        }
        for (int t = 0; t < network.inputs(); t++) {
            input(t);
        }
        for (int l = 0; l < network.depth(); l++) {
            for (int k = 0; k < network.layer(l).size(); k++) {
                neuron(l, k);
            }
        }
        return svg.toString();
    }

    private void edges(int l, double largest) {
        Layer layer = network.layer(l);
        for (int k = 0; k < layer.size(); k++) {
            if (layer.isWeightless()) {
                edge("given", l, k, layer.size(), k);
                svg.append("/>");
            }
            for (int t = 0; t < layer.sources(); t++) {
                double weight = layer.weights().at(k, t);
                if (weight != 0) {
                    edge(weight < 0 ? "negative" : "positive", l, t, layer.size(), k);
                    attribute("stroke-width", 1 + 2 * Math.abs(weight) / largest);
                    svg.append("/>");
                }
            }
        }
    }

    /** The beginning of an edge from row t of column l to row k, of so many, of the next. */
    private void edge(String kind, int l, int t, int size, int k) {
        svg.append("<path class=\"")
                .append(kind)
                .append("\" d=\"M")
                .append(point(x(l), y(network.layer(l).inflows(), t)))
                .append('L')
                .append(point(x(l + 1), y(size, k)))
                .append('"');
    }

    private void input(int t) {
        double half = 0.86 * radius;
        svg.append("<rect class=\"node\"");
        attribute("x", x(0) - half);
        attribute("y", y(network.inputs(), t) - half);
        attribute("width", 2 * half);
        attribute("height", 2 * half);
        attribute("rx", 0.3 * radius);
        svg.append("/>");
    }

    private void neuron(int l, int k) {
        Layer layer = network.layer(l);
        double x = x(l + 1);
        double y = y(layer.size(), k);
        svg.append(isOff(l, k) ? "<g class=\"off\">" : "<g>").append("<circle class=\"node\"");
        attribute("cx", x);
        attribute("cy", y);
        attribute("r", radius);
        svg.append("/><path class=\"curve\" d=\"")
                .append(layer.activation() == Activation.SOFTMAX ? bars(x, y) : curve(layer, x, y))
                .append("\"/></g>");
    }

    /** A ReLU that no sample switches on. */
    private boolean isOff(int l, int k) {
        return network.layer(l).activation() == Activation.RELU
                && IntStream.range(0, trace.problem().samples().size())
                        .allMatch(s -> trace.preactivation(s, l, k) <= 0);
    }

    /** The activation's curve in the middle of a neuron. */
    private String curve(Layer layer, double x, double y) {
        double half = CURVE * radius;
        double low = layer.activation().value(-REACH, layer.shape());
        double high = layer.activation().value(REACH, layer.shape());
        StringBuilder path = new StringBuilder();
        for (int i = -6; i <= 6; i++) {
            double value = layer.activation().value(i * REACH / 6, layer.shape());
            path.append(path.isEmpty() ? 'M' : 'L')
                    .append(
                            point(
                                    x + half * i / 6,
                                    y + half - 2 * half * (value - low) / (high - low)));
        }
        return path.toString();
    }

    /** Softmax has no curve of its own: shares of a whole. */
    private String bars(double x, double y) {
        double half = CURVE * radius;
        StringBuilder path = new StringBuilder();
        double[] shares = {0.55, 1, 0.35};
        for (int i = 0; i < shares.length; i++) {
            double across = x + (i - 1) * half;
            path.append('M')
                    .append(point(across, y + half))
                    .append('L')
                    .append(point(across, y + half - 2 * half * shares[i]));
        }
        return path.toString();
    }

    private double x(int column) {
        return WIDTH / 2 + (column - network.depth() / 2.0) * across;
    }

    private double y(int rows, int row) {
        return HEIGHT / 2 + (row - (rows - 1) / 2.0) * down;
    }

    private void attribute(String name, double value) {
        svg.append(' ').append(name).append("=\"").append(rounded(value)).append('"');
    }

    private static String point(double x, double y) {
        return rounded(x) + " " + rounded(y);
    }

    private static double rounded(double coordinate) {
        return Math.rint(coordinate * 10) / 10;
    }
}
