package org.chainrule.engine.training;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.engine.Optimizer;
import org.chainrule.engine.OptimizerState;
import org.chainrule.engine.Problem;

/**
 * The optimizer's steps over all parameters that are not frozen, with its state carried on, as
 * torch.optim.SGD, RMSprop and Adam define them, or textbooks.
 */
final class Steps {
    private final Optimizer optimizer;
    private final OptimizerState start;

    /** Parameters {@code [moving[2i], moving[2i + 1])} move. */
    private final int[] moving;

    private final boolean movesAll;

    /** The momentum buffer or the velocity, or Adam's first moment. */
    final double[] first;

    /** Adam's second moment, or the mean square. */
    final double[] second;

    /** Steps that go on from what {@code problem} carries on, or begin from zero. */
    Steps(Problem problem, Layout layout) {
        optimizer = problem.optimizer();
        start = problem.state();
        moving = moving(problem.network(), layout);
        movesAll = moving.length == 2 && moving[0] == 0 && moving[1] == layout.parameters;
        boolean adam = optimizer instanceof Optimizer.Adam;
        boolean momentum = optimizer instanceof Optimizer.Sgd sgd && sgd.momentum() != 0;
        boolean ahead = optimizer instanceof Optimizer.LookAhead;
        boolean squares = adam || optimizer instanceof Optimizer.RmsProp;
        first = new double[adam || momentum || ahead ? layout.parameters : 0];
        second = new double[squares ? layout.parameters : 0];
        layout.join(start.first(), first);
        layout.join(start.second(), second);
    }

    /**
     * What is kept after so many of these steps, where it is carried on; from zero where a square
     * has overflowed.
     */
    OptimizerState state(long updates, Layout layout) {
        if (start.carried() && !isFinite()) {
            return OptimizerState.ZERO;
        }
        return start.carried()
                ? new OptimizerState(
                        true,
                        Math.min(start.updates() + updates, OptimizerState.MOST_UPDATES),
                        optimizer.keepsFirst() ? layout.split(first) : List.of(),
                        optimizer.keepsSecond() ? layout.split(second) : List.of())
                : OptimizerState.NONE;
    }

    private boolean isFinite() {
        return DoubleStream.concat(Arrays.stream(first), Arrays.stream(second))
                .allMatch(Double::isFinite);
    }

    private static int[] moving(Network network, Layout layout) {
        int[] ranges = new int[4 * layout.depth];
        int count = 0;
        for (int l = 0; l < layout.depth; l++) {
            Layer layer = network.layer(l);
            if (!layer.weightsFrozen()) {
                int end = layout.weights[l] + layer.size() * layer.sources();
                count = append(ranges, count, layout.weights[l], end);
            }
            if (layer.biases() != null && !layer.biasesFrozen()) {
                int end = layout.biases[l] + layer.size();
                count = append(ranges, count, layout.biases[l], end);
            }
        }
        return Arrays.copyOf(ranges, count);
    }

    private static int append(int[] ranges, int count, int start, int end) {
        boolean follows = count > 0 && ranges[count - 1] == start;
        int at = follows ? count - 1 : count;
        if (!follows) {
            ranges[at++] = start;
        }
        ranges[at++] = end;
        return at;
    }

    /** Whether a step is the gradient times the learning rate, in every parameter. */
    boolean arePlain() {
        return optimizer instanceof Optimizer.Sgd sgd
                && sgd.momentum() == 0
                && sgd.weightDecay() == 0
                && movesAll;
    }

    /**
     * One step along {@code scale · gradient}.
     *
     * @param step its number, from 1
     */
    void apply(double[] parameters, double[] gradient, double scale, long step) {
        for (int i = 0; i < moving.length; i += 2) {
            switch (optimizer) {
                case Optimizer.Sgd sgd when sgd.momentum() == 0 ->
                        descend(sgd, parameters, gradient, scale, moving[i], moving[i + 1]);
                case Optimizer.Sgd sgd ->
                        roll(sgd, parameters, gradient, scale, moving[i], moving[i + 1]);
                case Optimizer.LookAhead(var rate, var momentum) ->
                        lead(rate, momentum, parameters, gradient, scale, moving[i], moving[i + 1]);
                case Optimizer.RmsProp prop ->
                        even(prop, parameters, gradient, scale, moving[i], moving[i + 1]);
                case Optimizer.Adam adam ->
                        adapt(
                                adam,
                                parameters,
                                gradient,
                                scale,
                                start.updates() + step,
                                moving[i],
                                moving[i + 1]);
            }
        }
    }

    private static void descend(
            Optimizer.Sgd sgd, double[] parameters, double[] gradient, double scale, int a, int b) {
        double decay = sgd.weightDecay();
        double rate = sgd.learningRate();
        for (int i = a; i < b; i++) {
            double g = Math.fma(decay, parameters[i], gradient[i] * scale);
            parameters[i] = Math.fma(-rate, g, parameters[i]);
        }
    }

    private void roll(
            Optimizer.Sgd sgd, double[] parameters, double[] gradient, double scale, int a, int b) {
        double decay = sgd.weightDecay();
        double rate = sgd.learningRate();
        double momentum = sgd.momentum();
        // The step goes along own · g + momentum · buffer or along the buffer.
        double own = sgd.nesterov() ? 1 : 0;
        double rolled = sgd.nesterov() ? momentum : 1;
        for (int i = a; i < b; i++) {
            double g = Math.fma(decay, parameters[i], gradient[i] * scale);
            double buffer = Math.fma(momentum, first[i], g);
            first[i] = buffer;
            parameters[i] = Math.fma(-rate, Math.fma(rolled, buffer, own * g), parameters[i]);
        }
    }

    /** Whether the gradient is taken elsewhere than at the parameters. */
    boolean lookAhead() {
        return optimizer instanceof Optimizer.LookAhead;
    }

    /** Where the velocity leads from {@code parameters}, into {@code ahead}. */
    void lookAhead(double[] parameters, double[] ahead) {
        double momentum = optimizer instanceof Optimizer.LookAhead(_, var m) ? m : 0;
        for (int i = 0; i < ahead.length; i++) {
            ahead[i] = Math.fma(momentum, first[i], parameters[i]);
        }
    }

    private void lead(
            double rate,
            double momentum,
            double[] parameters,
            double[] gradient,
            double scale,
            int a,
            int b) {
        for (int i = a; i < b; i++) {
            first[i] = Math.fma(momentum, first[i], -rate * (gradient[i] * scale));
            parameters[i] += first[i];
        }
    }

    private void even(
            Optimizer.RmsProp prop,
            double[] parameters,
            double[] gradient,
            double scale,
            int a,
            int b) {
        double rate = prop.learningRate();
        double fresh = 1 - prop.decay();
        for (int i = a; i < b; i++) {
            double g = gradient[i] * scale;
            double square = Math.fma(prop.decay(), second[i], fresh * g * g);
            second[i] = square;
            double direction = g / (Math.sqrt(square) + prop.epsilon());
            parameters[i] = Math.fma(-rate, direction, parameters[i]);
        }
    }

    private void adapt(
            Optimizer.Adam adam,
            double[] parameters,
            double[] gradient,
            double scale,
            long step,
            int a,
            int b) {
        double rate = adam.learningRate() / (1 - Math.pow(adam.beta1(), (double) step));
        double correction = Math.sqrt(1 - Math.pow(adam.beta2(), (double) step));
        double fresh1 = 1 - adam.beta1();
        double fresh2 = 1 - adam.beta2();
        for (int i = a; i < b; i++) {
            double g = gradient[i] * scale;
            double mean = Math.fma(fresh1, g - first[i], first[i]);
            double square = Math.fma(adam.beta2(), second[i], fresh2 * g * g);
            first[i] = mean;
            second[i] = square;
            double direction = mean / (Math.sqrt(square) / correction + adam.epsilon());
            parameters[i] = Math.fma(-rate, direction, parameters[i]);
        }
    }

    /**
     * The Euclidean norm of what moves of {@code scale · gradient}. Where the squares overflow and
     * the norm does not, it is taken in units of its largest number.
     */
    double norm(double[] gradient, double scale) {
        double sum = squares(gradient, scale, 1);
        if (sum > 1e-280 && sum < Double.POSITIVE_INFINITY) {
            return Math.sqrt(sum);
        }
        double largest = largest(gradient, scale);
        return largest == 0 || !Double.isFinite(largest)
                ? largest
                : largest * Math.sqrt(squares(gradient, scale, largest));
    }

    /** Whether what moves of {@code gradient} is finite. */
    boolean isFinite(double[] gradient) {
        double check = 0;
        for (int i = 0; i < moving.length; i += 2) {
            for (int j = moving[i]; j < moving[i + 1]; j++) {
                check += gradient[j] * 0;
            }
        }
        return check == 0;
    }

    private double squares(double[] gradient, double scale, double unit) {
        double sum = 0;
        for (int i = 0; i < moving.length; i += 2) {
            for (int j = moving[i]; j < moving[i + 1]; j++) {
                double g = gradient[j] * scale / unit;
                sum = Math.fma(g, g, sum);
            }
        }
        return sum;
    }

    private double largest(double[] gradient, double scale) {
        double largest = 0;
        for (int i = 0; i < moving.length; i += 2) {
            for (int j = moving[i]; j < moving[i + 1]; j++) {
                largest = Math.max(largest, Math.abs(gradient[j] * scale));
            }
        }
        return largest;
    }
}
