package org.chainrule.derivation;

import java.math.BigDecimal;
import java.util.Objects;
import org.chainrule.engine.Backprop;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Trace;
import org.jspecify.annotations.Nullable;

/** The engine's doubles, by their addresses. */
public final class ExactValues implements Values {
    private final Trace trace;

    private ExactValues(Trace trace) {
        this.trace = trace;
    }

    public static ExactValues of(Problem problem) {
        return new ExactValues(Backprop.run(problem));
    }

    public Trace trace() {
        return trace;
    }

    @Override
    public double value(Quantity q, int sample) {
        Double typed = typed(trace.problem(), q, sample);
        return typed == null ? computed(q, sample) : typed;
    }

    @Override
    public @Nullable BigDecimal written(Quantity quantity, int sample) {
        return null;
    }

    /** The number as the problem holds it, or null if it is computed. */
    public static @Nullable Double typed(Problem problem, Quantity q, int sample) {
        return switch (q.kind()) {
            case X -> problem.samples().get(sample).x().at(q.k() - 1);
            case Y -> problem.samples().get(sample).y().at(q.k() - 1);
            case W -> layer(problem, q).weights().at(q.k() - 1, q.t() - 1);
            case B -> Objects.requireNonNull(layer(problem, q).biases()).at(q.k() - 1);
            case LR -> problem.optimizer().learningRate();
            case U, M, V -> States.before(problem, q);
            case P, Z, S, DZ, DP, DW, DB, NW, NB, NU, NM, NV, MH, VH, DX, J -> null;
        };
    }

    static Layer layer(Problem problem, Quantity q) {
        return problem.network().layer(problem.network().indexOf(q.layer()));
    }

    private double computed(Quantity q, int sample) {
        int l = trace.problem().network().indexOf(q.layer());
        int k = q.k() - 1;
        int t = q.t() - 1;
        boolean batch = sample == BATCH;
        return switch (q.kind()) {
            case P -> trace.preactivation(sample, l, k);
            case Z -> trace.activation(sample, l, k);
            case S -> trace.slope(sample, l, k);
            case DZ -> trace.errorGradient(sample, l, k);
            case DP -> trace.preactivationGradient(sample, l, k);
            case DW ->
                    batch ? trace.weightGradient(l, k, t) : trace.weightGradient(sample, l, k, t);
            case DB -> batch ? trace.biasGradient(l, k) : trace.preactivationGradient(sample, l, k);
            case NW -> trace.updatedWeight(l, k, t);
            case NB -> trace.updatedBias(l, k);
            case NU, NM -> trace.moved(l, k, t).first();
            case NV -> trace.moved(l, k, t).second();
            case MH -> trace.moved(l, k, t).firstHat();
            case VH -> trace.moved(l, k, t).secondHat();
            case DX -> trace.inputGradient(sample, k);
            case J -> batch ? trace.loss() : trace.loss(sample);
            case X, Y, W, B, U, M, V, LR ->
                    throw new IllegalArgumentException(q + " is not computed");
        };
    }
}
