package org.chainrule.practice;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Backprop;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Matrix;
import org.chainrule.engine.Network;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Sample;
import org.chainrule.engine.Trace;
import org.chainrule.engine.Vector;
import org.chainrule.worksheet.Worksheet;

/** The same exercise with other numbers: short ones, and none with which a slip cannot show. */
public final class Variant {
    private static final long PRIME = 31;
    private static final int TENTHS = 10;

    /** A preactivation beyond this says that a sigmoid is saturated. */
    private static final double LARGEST = 3.5;

    /** Of the neurons of a layer, this share at least is not off. */
    private static final double ON = 0.5;

    /** How far from tenths numbers are that coincide nowhere by chance. */
    private static final double UNEVEN = 0.04;

    private final SplittableRandom random;
    private final double uneven;

    private Variant(long seed, double uneven) {
        random = new SplittableRandom(seed);
        this.uneven = uneven;
    }

    /** Draws numbers in tenths. */
    static Variant of(long seed) {
        return new Variant(seed, 0);
    }

    /** Draws numbers of many digits, of which none coincide but for a reason. */
    static Variant uneven(long seed) {
        return new Variant(seed, UNEVEN);
    }

    /** A seed that follows from a worksheet, so that the next variant is another. */
    public static long seedOf(Worksheet worksheet) {
        long seed = 1;
        for (Layer layer : worksheet.problem().network().layers()) {
            seed = PRIME * seed + layer.weights().hashCode();
        }
        for (Sample sample : worksheet.problem().samples()) {
            seed = PRIME * seed + sample.x().hashCode();
        }
        return seed;
    }

    /** The next numbers. */
    Problem next(Problem problem) {
        List<Layer> layers = problem.network().layers().stream().map(this::layer).toList();
        return problem.with(
                new Network(problem.network().inputs(), layers),
                problem.samples().stream().map(this::sample).toList());
    }

    private Layer layer(Layer layer) {
        if (layer.isWeightless()) {
            return layer;
        }
        double[][] rows = new double[layer.size()][layer.sources()];
        for (double[] row : rows) {
            fill(row, this::weight);
        }
        Vector biases = layer.biases();
        return layer.with(
                Matrix.of(rows), biases == null ? null : vector(layer.size(), this::weight));
    }

    private Sample sample(Sample sample) {
        return new Sample(vector(sample.x().size(), this::input), sample.y());
    }

    private static void fill(double[] row, DoubleSupplier number) {
        for (int i = 0; i < row.length; i++) {
            row[i] = number.getAsDouble();
        }
    }

    private static Vector vector(int size, DoubleSupplier number) {
        double[] numbers = new double[size];
        fill(numbers, number);
        return Vector.of(numbers);
    }

    /** ±0.1 … ±1.5 in tenths, and never ±1, with which a factor left out would not show. */
    private double weight() {
        int tenths = 1 + random.nextInt(15);
        int kept = tenths == TENTHS ? TENTHS + 1 : tenths;
        return off((random.nextBoolean() ? kept : -kept) / (double) TENTHS);
    }

    /** 0.2 … 2 in tenths, and never 1. */
    private double input() {
        int tenths = 2 + random.nextInt(19);
        return off((tenths == TENTHS ? TENTHS - 1 : tenths) / (double) TENTHS);
    }

    private double off(double number) {
        return uneven == 0 ? number : number + random.nextDouble(-uneven, uneven);
    }

    /** Whether no neuron is saturated, and of those that can be off half are on. */
    static boolean isLively(Problem problem) {
        Trace trace = Backprop.run(problem);
        for (int l = 0; l < problem.network().depth(); l++) {
            int on = 0;
            int size = problem.network().layer(l).size();
            for (int k = 0; k < size; k++) {
                double p = trace.preactivation(0, l, k);
                on += p > 0 ? 1 : 0;
                if (!(Math.abs(p) <= LARGEST)) {
                    return false;
                }
            }
            if (problem.network().layer(l).activation() == Activation.RELU && on < ON * size) {
                return false;
            }
        }
        return true;
    }
}
