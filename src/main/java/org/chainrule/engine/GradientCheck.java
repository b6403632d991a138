package org.chainrule.engine;

import java.util.Objects;

/** J as a function of one parameter, and its slope by differences. */
public final class GradientCheck {
    private final Trace trace;
    private final int l;
    private final int k;
    private final int t;

    /**
     * The weight from source t to neuron k of layer l, or the neuron's bias where t is −1; all from
     * 0.
     *
     * @param trace of the problem as it is
     */
    public GradientCheck(Trace trace, int l, int k, int t) {
        this.trace = trace;
        this.l = l;
        this.k = k;
        this.t = t;
    }

    /** The parameter's present value. */
    public double value() {
        Layer layer = trace.problem().network().layer(l);
        return t < 0 ? Objects.requireNonNull(layer.biases()).at(k) : layer.weights().at(k, t);
    }

    /** ∂J/∂θ at the present value, by backpropagation. */
    public double gradient() {
        return t < 0 ? trace.biasGradient(l, k) : trace.weightGradient(l, k, t);
    }

    /** J with the parameter at {@code value}. */
    public double loss(double value) {
        return Backprop.loss(at(value));
    }

    private Problem at(double value) {
        Problem problem = trace.problem();
        Layer layer = problem.network().layer(l);
        Layer changed =
                t < 0
                        ? layer.withBiases(Objects.requireNonNull(layer.biases()).with(k, value))
                        : layer.withWeights(layer.weights().with(k, t, value));
        return problem.with(problem.network().with(l, changed));
    }

    /** The parameter nudged by {@code h} to either side. */
    public Nudge nudge(double h) {
        double value = value();
        Trace below = Backprop.forward(at(Nudge.moved(value, -h)));
        Trace above = Backprop.forward(at(Nudge.moved(value, h)));
        return new Nudge(
                value,
                h,
                below.loss(),
                trace.loss(),
                above.loss(),
                gradient(),
                Crossing.between(below, trace, above));
    }

    /** (J(θ + h) − J(θ − h)) / 2h with an h that suits the value. */
    public double centralDifference() {
        double value = value();
        double h = 1e-5 * Math.max(1, Math.abs(value));
        double above = value + h;
        double below = value - h;
        return (loss(above) - loss(below)) / (above - below);
    }
}
