package org.chainrule.browser;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Loss;
import org.chainrule.engine.Matrix;
import org.chainrule.engine.Network;
import org.chainrule.engine.Optimizer;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Reduction;
import org.chainrule.engine.Sample;
import org.chainrule.engine.Vector;
import org.chainrule.link.Permalink;
import org.chainrule.worksheet.Worksheet;

/** Worksheets of any size with numbers of 4 digits, always the same. */
final class Networks {
    private final SplittableRandom random = new SplittableRandom(1);

    private Networks() {}

    /**
     * A network of tanh layers with biases: {@code sizes} are the inputs and each layer's neurons.
     */
    static Worksheet tanh(int samples, int... sizes) {
        Networks networks = new Networks();
        List<Layer> layers = new ArrayList<>();
        for (int l = 1; l < sizes.length; l++) {
            layers.add(
                    networks.layer(
                            l == sizes.length - 1 ? "out" : "h" + l, sizes[l - 1], sizes[l]));
        }
        List<Sample> all = new ArrayList<>();
        for (int s = 0; s < samples; s++) {
            all.add(
                    new Sample(
                            networks.vector(sizes[0]), networks.vector(sizes[sizes.length - 1])));
        }
        Problem problem =
                new Problem(
                        new Network(sizes[0], layers),
                        all,
                        Loss.SQUARED_ERROR,
                        Reduction.MEAN,
                        new Optimizer.Sgd(0.1));
        return new Worksheet("", problem, null);
    }

    /** Its link on the app's root. */
    static String link(Worksheet worksheet) {
        return Permalink.link(Permalink.query(worksheet));
    }

    /** 8 layers of 16 neurons, 16 inputs. */
    static int[] deep() {
        int[] sizes = new int[9];
        Arrays.fill(sizes, 16);
        return sizes;
    }

    private Layer layer(String name, int sources, int size) {
        double[][] rows =
                IntStream.range(0, size)
                        .mapToObj(_ -> vector(sources).toArray())
                        .toArray(double[][]::new);
        return new Layer(name, Activation.TANH, Matrix.of(rows), vector(size));
    }

    private Vector vector(int size) {
        return Vector.of(
                IntStream.range(0, size)
                        .mapToDouble(_ -> random.nextInt(-9999, 10000) / 1e4)
                        .toArray());
    }
}
