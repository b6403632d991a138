package org.chainrule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.chainrule.derivation.Rounding;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Loss;
import org.chainrule.engine.Matrix;
import org.chainrule.engine.Network;
import org.chainrule.engine.Optimizer;
import org.chainrule.engine.OptimizerState;
import org.chainrule.engine.Penalty;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Reduction;
import org.chainrule.engine.Sample;
import org.chainrule.engine.Vector;
import org.chainrule.worksheet.Worksheet;

/** Random worksheets over the whole format, reproducible by their generator's seed. */
public final class RandomWorksheets {
    private RandomWorksheets() {}

    public static Worksheet worksheet(RandomGenerator random) {
        Rounding paper = random.nextInt(3) == 0 ? rounding(random) : null;
        String[] titles = {
            "", "Backpropagation by example", "Übung 3: σ & ReLU", "a_b*c%d=e&f;g #"
        };
        return new Worksheet(titles[random.nextInt(titles.length)], problem(random), paper);
    }

    /** Any number of decimals, worked in any way. */
    public static Rounding rounding(RandomGenerator random) {
        return new Rounding(
                random.nextInt(11),
                random.nextInt(11),
                Rounding.Writes.values()[random.nextInt(2)],
                Rounding.Slope.values()[random.nextInt(2)]);
    }

    public static Problem problem(RandomGenerator random) {
        int depth = 1 + random.nextInt(4);
        int inputs = 1 + random.nextInt(4);
        List<Layer> layers = new ArrayList<>();
        int sources = inputs;
        for (int l = 0; l < depth; l++) {
            boolean last = l == depth - 1;
            Layer layer =
                    layer(
                            random,
                            last ? "out" : "h" + (l + 1),
                            sources,
                            1 + random.nextInt(5),
                            last);
            layers.add(layer);
            sources = layer.size();
        }
        Network network = new Network(inputs, withWeightless(layers));
        Loss loss = Loss.values()[random.nextInt(Loss.values().length)];
        List<Sample> samples = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int s = 0; s < count; s++) {
            samples.add(
                    new Sample(
                            vector(random, inputs, 2), targets(random, network.outputs(), loss)));
        }
        if (depth == 1 && random.nextInt(4) == 0) {
            loss = Loss.HALF_SQUARED_ERROR;
            Layer only = network.last();
            boolean sign = random.nextBoolean();
            double atZero = random.nextInt(sign ? 3 : 2) - (sign ? 1 : 0);
            Activation rule = sign ? Activation.SIGN : Activation.STEP;
            network = network.with(0, only.withActivation(rule, atZero));
        }
        Reduction reduction = random.nextBoolean() ? Reduction.MEAN : Reduction.SUM;
        double delta = random.nextBoolean() ? 1 : 0.1 + Math.abs(number(random, 2));
        Problem problem =
                new Problem(
                        network,
                        samples,
                        loss,
                        delta,
                        penalty(random),
                        reduction,
                        optimizer(random));
        return withState(problem);
    }

    /** The problem with a state of its optimizer, or without. */
    public static Problem withState(Problem problem) {
        return problem.with(state(problem));
    }

    /**
     * About half of the optimizers that keep something carry it on. Which ones, and what they have
     * kept, the worksheet decides: no number is drawn for it.
     */
    private static OptimizerState state(Problem problem) {
        RandomGenerator own =
                new SplittableRandom(
                        31L * problem.samples().hashCode()
                                + Double.hashCode(problem.optimizer().learningRate()));
        if (own.nextBoolean()) {
            return OptimizerState.NONE;
        }
        if (own.nextInt(4) == 0) {
            return OptimizerState.ZERO;
        }
        boolean one = problem.optimizer().keepsFirst();
        boolean two = problem.optimizer().keepsSecond();
        List<Vector> first = new ArrayList<>();
        List<Vector> second = new ArrayList<>();
        for (Layer layer : problem.network().layers()) {
            first.add(vector(own, layer.parameters(), 0.5));
            second.add(squares(own, layer.parameters()));
        }
        return new OptimizerState(
                true, own.nextInt(20), one ? first : List.of(), two ? second : List.of());
    }

    private static Vector squares(RandomGenerator random, int size) {
        double[] values = vector(random, size, 0.5).toArray();
        for (int i = 0; i < size; i++) {
            values[i] *= values[i];
        }
        return Vector.of(values);
    }

    /**
     * Some of the layers that have as many neurons as sources apply their activation alone, but
     * never all. Which ones, their weights decide: no number is drawn for it.
     */
    private static List<Layer> withWeightless(List<Layer> layers) {
        List<Layer> changed = new ArrayList<>(layers);
        for (int l = 0; l < layers.size(); l++) {
            Layer layer = layers.get(l);
            boolean others = changed.stream().filter(each -> !each.isWeightless()).count() > 1;
            boolean chosen = Arrays.hashCode(layer.weights().row(0)) % 2 == 0;
            if (layer.size() == layer.sources() && others && chosen) {
                changed.set(
                        l,
                        Layer.weightless(
                                layer.name(), layer.activation(), layer.shape(), layer.size()));
            }
        }
        return changed;
    }

    private static Penalty penalty(RandomGenerator random) {
        Penalty.Scale[] scales = Penalty.Scale.values();
        return random.nextInt(4) == 0
                ? new Penalty(
                        Math.abs(number(random, 1)),
                        scales[random.nextInt(scales.length)],
                        random.nextBoolean())
                : Penalty.NONE;
    }

    private static Layer layer(
            RandomGenerator random, String name, int sources, int size, boolean last) {
        List<Activation> possible =
                Arrays.stream(Activation.values())
                        .filter(a -> a.hasSlope() || (last && !a.isRule()))
                        .toList();
        Activation activation = possible.get(random.nextInt(possible.size()));
        double[][] weights = new double[size][];
        for (int k = 0; k < size; k++) {
            weights[k] = vector(random, sources, 1.5).toArray();
        }
        boolean biased = random.nextBoolean();
        double shape =
                switch (activation.shape()) {
                    case NONE, AT_ZERO -> 0;
                    case SLOPE -> number(random, 0.5);
                    case STEEPNESS ->
                            random.nextInt(3) == 0 ? 0.1 + Math.abs(number(random, 2)) : 1;
                };
        return new Layer(
                name,
                activation,
                shape,
                Matrix.of(weights),
                biased ? vector(random, size, 1) : null,
                random.nextInt(6) == 0,
                biased && random.nextInt(4) == 0);
    }

    private static Vector targets(RandomGenerator random, int size, Loss loss) {
        double[] y = new double[size];
        for (int k = 0; k < size; k++) {
            y[k] =
                    loss.isCrossEntropy()
                            ? random.nextInt(3) == 0
                                    ? random.nextInt(101) / 100.0
                                    : random.nextInt(2)
                            : number(random, 2);
        }
        return Vector.of(y);
    }

    private static Vector vector(RandomGenerator random, int size, double range) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = number(random, range);
        }
        return Vector.of(values);
    }

    /** A number as people type it, or one of all 53 bits. */
    private static double number(RandomGenerator random, double range) {
        return random.nextInt(4) == 0
                ? random.nextDouble(-range, range)
                : Math.rint(random.nextDouble(-range, range) * 100) / 100;
    }

    private static Optimizer optimizer(RandomGenerator random) {
        double rate = number(random, 1);
        return switch (random.nextInt(6)) {
            case 2 -> new Optimizer.LookAhead(rate, 0.9);
            case 3 -> new Optimizer.RmsProp(rate, 0.9, 1e-8);
            case 0 -> new Optimizer.Adam(rate, 0.9, 0.999, 1e-8);
            case 1 -> new Optimizer.Sgd(rate, 0.9, random.nextBoolean(), 0.01);
            default -> new Optimizer.Sgd(rate);
        };
    }
}
