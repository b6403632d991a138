package org.chainrule.derivation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Every number as a careful person writes it down: the derivations walked in order, each result
 * rounded once (sheet).
 */
public final class PaperTrace implements Values {
    private final Problem problem;
    private final Rounding rounding;
    private final Rules rules;
    private final DecimalEvaluation evaluation = new DecimalEvaluation(this::read);
    private final Map<Ref, Decimal> written = new HashMap<>();

    private PaperTrace(Problem problem, Rounding rounding) {
        this.problem = problem;
        this.rounding = rounding;
        this.rules = new Rules(problem, rounding, Form.DELTAS);
    }

    /**
     * All numbers of {@code problem}.
     *
     * @throws CancellationException where the thread is interrupted
     */
    public static PaperTrace of(Problem problem, Rounding rounding) {
        PaperTrace trace = new PaperTrace(problem, rounding);
        for (Ref ref : Walk.order(problem)) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("nobody waits for " + ref);
            }
            trace.write(ref);
        }
        return trace;
    }

    private void write(Ref ref) {
        Decimal value =
                isFrozen(ref.quantity())
                        ? read(Ref.batch(ref.quantity().as(parameter(ref.quantity()))))
                        : rounding.write(
                                ref.quantity().kind(), evaluation.value(rules.formula(ref)));
        written.put(ref, value);
    }

    /** How many values of functions were worked out. */
    int evaluations() {
        return evaluation.evaluations();
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

    private boolean isFrozen(Quantity q) {
        return switch (q.kind()) {
            case NW -> layer(q).weightsFrozen();
            case NB -> layer(q).biasesFrozen();
            default -> false;
        };
    }

    private Layer layer(Quantity q) {
        return ExactValues.layer(problem, q);
    }

    private static Quantity.Kind parameter(Quantity q) {
        return q.kind() == Quantity.Kind.NW ? Quantity.Kind.W : Quantity.Kind.B;
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
