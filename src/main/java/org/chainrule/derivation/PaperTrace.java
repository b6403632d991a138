package org.chainrule.derivation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Loss;
import org.chainrule.engine.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Every number as a careful person writes it down: the derivations walked in order, each result
 * rounded once (sheet).
 */
public final class PaperTrace implements Values {
    private final Problem problem;
    private final Rounding rounding;
    private final Map<Ref, Decimal> written = new HashMap<>();
    private int evaluations;

    private PaperTrace(Problem problem, Rounding rounding) {
        this.problem = problem;
        this.rounding = rounding;
    }

    /**
     * All numbers of {@code problem}.
     *
     * @throws CancellationException where the thread is interrupted
     */
    public static PaperTrace of(Problem problem, Rounding rounding) {
        PaperTrace trace = new PaperTrace(problem, rounding);
        trace.walk();
        return trace;
    }

    private void walk() {
        Rules rules = new Rules(problem, new Way(form(problem, rounding), rounding));
        DecimalEvaluation evaluation = new DecimalEvaluation(this::read);
        for (Ref ref : Walk.order(problem)) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("nobody waits for " + ref);
            }
            write(ref, evaluation.value(rules.formula(ref)));
        }
        evaluations = evaluation.evaluations();
    }

    /**
     * ∂J/∂p is shared by all that read it, as a softmax's costs much; but where it is (z − y)/K and
     * not written, each of them divides last.
     */
    public static Form form(Problem problem, Rounding rounding) {
        boolean divided = problem.loss() == Loss.MEAN_BINARY_CROSS_ENTROPY;
        boolean clean = CleanGradient.isOf(problem, problem.network().last().name());
        return divided && clean && rounding.writes() == Rounding.Writes.DZ
                ? Form.SLOPES
                : Form.DELTAS;
    }

    private void write(Ref ref, Decimal value) {
        boolean frozen = isFrozen(ref.quantity());
        written.put(ref, frozen ? value : rounding.write(ref.quantity().kind(), value));
    }

    /** How many values of functions were worked out. */
    int evaluations() {
        return evaluations;
    }

    private Decimal read(Ref ref) {
        return written.computeIfAbsent(ref, this::typed);
    }

    private Decimal typed(Ref ref) {
        Double typed = ExactValues.typed(problem, ref.quantity(), ref.sample());
        if (typed == null) {
            throw new IllegalArgumentException(ref + " is not yet written");
        }
        return Decimal.of(typed);
    }

    /** Its formula is then the parameter as it is typed. */
    private boolean isFrozen(Quantity q) {
        return switch (q.kind()) {
            case NW -> layer(q).weightsFrozen();
            case NB -> layer(q).biasesFrozen();
            case X, Y, W, B, P, Z, S, DZ, DP, DW, DB, U, M, V, NU, NM, NV, MH, VH, DX, J, LR ->
                    false;
        };
    }

    private Layer layer(Quantity q) {
        return ExactValues.layer(problem, q);
    }

    private Decimal number(Quantity quantity, int sample) {
        Ref ref = new Ref(quantity, sample);
        Decimal found = written.get(ref);
        return found == null ? typed(ref) : found;
    }

    @Override
    public double value(Quantity quantity, int sample) {
        return number(quantity, sample).toDouble();
    }

    @Override
    public @Nullable BigDecimal written(Quantity quantity, int sample) {
        return number(quantity, sample).finite();
    }
}
