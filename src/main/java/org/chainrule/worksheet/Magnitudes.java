package org.chainrule.worksheet;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.engine.Optimizer;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Shape;
import org.chainrule.engine.Vector;

/**
 * How large the numbers of a problem can get, known before any is computed: bounds, as powers of
 * ten.
 */
final class Magnitudes {
    private static final double TWICE = Math.log10(2);

    /** An output is written to 10 decimals at most: nothing is divided by less. */
    private static final double SMALLEST_OUTPUT = 10;

    private final Problem problem;
    private final Network network;

    /** Of what flows into each layer, and out of the last. */
    private final double[] z;

    private double largest;

    private Magnitudes(Problem problem) {
        this.problem = problem;
        network = problem.network();
        z = new double[network.depth() + 1];
    }

    /** The most digits before the decimal point that a number of {@code problem} can have. */
    static int digits(Problem problem) {
        Magnitudes magnitudes = new Magnitudes(problem);
        magnitudes.forward();
        magnitudes.backward();
        return 1 + (int) magnitudes.largest;
    }

    private double seen(double magnitude) {
        largest = Math.max(largest, magnitude);
        return magnitude;
    }

    private void forward() {
        z[0] = of(problem.samples().stream().flatMapToDouble(s -> Arrays.stream(s.x().toArray())));
        for (int l = 0; l < network.depth(); l++) {
            Layer layer = network.layer(l);
            double sum =
                    layer.isWeightless()
                            ? z[l]
                            : times(weights(layer), z[l], Math.log10(layer.sources()));
            double p = seen(plus(sum, biases(layer)));
            z[l + 1] =
                    Double.isFinite(layer.activation().most())
                            ? 0
                            : isLeaky(layer) ? seen(times(p, steepest(layer))) : plus(p, 0);
        }
    }

    private void backward() {
        double outputs = Math.log10(network.outputs());
        double samples = Math.log10(problem.samples().size());
        double y =
                of(problem.samples().stream().flatMapToDouble(s -> Arrays.stream(s.y().toArray())));
        double error = plus(plus(z[network.depth()], y), 0) + TWICE;
        double dz = problem.loss().isCrossEntropy() ? plus(y, 0) + SMALLEST_OUTPUT : error;
        double lambda = log(problem.penalty().lambda()) + TWICE;
        seen(joined(times(error, error, outputs, samples), penalty(lambda)));
        for (int l = network.depth() - 1; l >= 0; l--) {
            Layer layer = network.layer(l);
            double dp = times(seen(dz), steepest(layer), Math.log10(layer.size()));
            double parameters = plus(weights(layer), biases(layer));
            double gradient =
                    seen(joined(times(dp, plus(z[l], 0), samples), times(lambda, parameters)));
            update(parameters, gradient);
            dz = layer.isWeightless() ? dp : times(dp, weights(layer), Math.log10(layer.size()));
        }
    }

    /** Of its part of J. */
    private double penalty(double lambda) {
        double largest = Double.NEGATIVE_INFINITY;
        for (Layer layer : network.layers()) {
            largest = Math.max(largest, plus(weights(layer), biases(layer)));
        }
        return times(lambda, largest, largest, Math.log10(network.parameters()));
    }

    private void update(double parameter, double gradient) {
        Optimizer optimizer = problem.optimizer();
        double step =
                switch (optimizer) {
                    case Optimizer.Sgd(_, var momentum, _, var decay) ->
                            times(
                                    plus(gradient, times(log(decay), parameter)),
                                    plus(log(momentum), 0));
                    case Optimizer.LookAhead _ -> gradient;
                    case Optimizer.RmsProp(_, var decay, _) -> -log(1 - decay) / 2;
                    case Optimizer.Adam _ -> 0;
                };
        double carried = problem.state().carried() ? carriedOn(gradient, step) : step;
        seen(plus(parameter, times(log(optimizer.learningRate()), carried)));
    }

    /** The same where the update goes on from what the optimizer has kept. */
    private double carriedOn(double gradient, double fromZero) {
        double first = of(problem.state().first());
        double square = plus(of(problem.state().second()), times(gradient, gradient));
        return switch (problem.optimizer()) {
            case Optimizer.Sgd(_, var momentum, _, _) ->
                    seen(
                            plus(
                                    fromZero,
                                    times(plus(log(momentum), 0), plus(log(momentum), 0), first)));
            case Optimizer.Adam(_, var beta1, var beta2, var epsilon) -> {
                seen(times(square, -log(1 - beta2)));
                double mean = seen(times(plus(first, gradient), -log(1 - beta1)));
                yield times(mean, epsilon > 0 ? -log(epsilon) : -log(Double.MIN_VALUE) / 2);
            }
            case Optimizer.RmsProp _ -> {
                seen(square);
                yield fromZero;
            }
            case Optimizer.LookAhead _ -> fromZero;
        };
    }

    private static double of(List<Vector> layers) {
        return of(layers.stream().map(Vector::toArray).flatMapToDouble(Arrays::stream));
    }

    /** A bound of |g(p)/p| and |g′(p)|. */
    private static double steepest(Layer layer) {
        return layer.activation().shape() == Shape.NONE ? TWICE : plus(log(layer.shape()), 0);
    }

    private static boolean isLeaky(Layer layer) {
        return layer.activation() == Activation.LEAKY_RELU;
    }

    private static double weights(Layer layer) {
        return of(
                IntStream.range(0, layer.size())
                        .mapToObj(layer.weights()::row)
                        .flatMapToDouble(Arrays::stream));
    }

    private static double biases(Layer layer) {
        return layer.biases() == null
                ? Double.NEGATIVE_INFINITY
                : of(Arrays.stream(layer.biases().toArray()));
    }

    private static double of(DoubleStream numbers) {
        return log(numbers.map(Math::abs).max().orElse(0));
    }

    private static double log(double number) {
        return Math.log10(Math.abs(number));
    }

    private static double times(double... factors) {
        return Arrays.stream(factors).sum();
    }

    /** The same, where there may be no {@code more}. */
    private static double joined(double one, double more) {
        return more == Double.NEGATIVE_INFINITY ? one : plus(one, more);
    }

    /** Twice the larger of the two. */
    private static double plus(double a, double b) {
        return Math.max(a, b) + TWICE;
    }
}
