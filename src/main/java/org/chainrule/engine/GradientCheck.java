package org.chainrule.engine;

import java.util.Objects;

/** J as a function of one parameter, and its slope by central difference. */
public final class GradientCheck {
    private final Problem problem;
    private final int l;
    private final int k;
    private final int t;

    /**
     * The weight from source t to neuron k of layer l, or the neuron's bias where t is −1; all from
     * 0.
     */
    public GradientCheck(Problem problem, int l, int k, int t) {
        this.problem = problem;
        this.l = l;
        this.k = k;
        this.t = t;
    }

    /** The parameter's present value. */
    public double value() {
        Layer layer = problem.network().layer(l);
        return t < 0 ? Objects.requireNonNull(layer.biases()).at(k) : layer.weights().at(k, t);
    }

    /** J with the parameter at {@code value}. */
    public double loss(double value) {
        Layer layer = problem.network().layer(l);
        Layer changed =
                t < 0
                        ? layer.withBiases(Objects.requireNonNull(layer.biases()).with(k, value))
                        : layer.withWeights(layer.weights().with(k, t, value));
        return Backprop.loss(problem.with(problem.network().with(l, changed)));
    }

    /** (J(θ + h) − J(θ − h)) / 2h. */
    public double centralDifference() {
        double value = value();
        double h = 1e-5 * Math.max(1, Math.abs(value));
        double above = value + h;
        double below = value - h;
        return (loss(above) - loss(below)) / (above - below);
    }
}
