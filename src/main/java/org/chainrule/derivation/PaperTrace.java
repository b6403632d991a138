package org.chainrule.derivation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
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
    private final Map<Ref, Decimal> written = new HashMap<>();

    private PaperTrace(Problem problem, Rounding rounding) {
        this.problem = problem;
        this.rounding = rounding;
    }

    public static PaperTrace of(Problem problem, Rounding rounding) {
        PaperTrace trace = new PaperTrace(problem, rounding);
        Walk.order(problem).forEach(trace::write);
        return trace;
    }

    private void write(Ref ref) {
        Decimal value =
                isFrozen(ref.quantity())
                        ? read(Ref.batch(ref.quantity().as(parameter(ref.quantity()))))
                        : rounding.write(
                                ref.quantity().kind(),
                                value(Derivation.of(problem, ref, Form.DELTAS).formula()));
        written.put(ref, value);
    }

    private Decimal value(Expr formula) {
        return DecimalEvaluation.of(formula, this::read);
    }

    private Decimal read(Ref ref) {
        Double typed = ExactValues.typed(problem, ref.quantity(), ref.sample());
        if (typed != null) {
            return Decimal.of(typed);
        }
        Decimal found = written.get(ref);
        if (found == null) {
            throw new IllegalArgumentException(ref + " is not yet written");
        }
        return found;
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

    @Override
    public double value(Quantity quantity, int sample) {
        return read(new Ref(quantity, sample)).toDouble();
    }

    @Override
    public @Nullable BigDecimal written(Quantity quantity, int sample) {
        return read(new Ref(quantity, sample)).finite();
    }
}
