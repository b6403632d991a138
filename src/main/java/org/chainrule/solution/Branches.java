package org.chainrule.solution;

import org.chainrule.derivation.Evaluation;
import org.chainrule.derivation.Expr;
import org.chainrule.derivation.Rewrite;
import org.chainrule.derivation.Values;
import org.chainrule.engine.Activation;

/**
 * What is written of a formula once its numbers are known: of cases the one that holds, and of an
 * activation its name only where that says as much.
 */
final class Branches {
    private final Values values;
    private final boolean paper;

    Branches(Values values, boolean paper) {
        this.values = values;
        this.paper = paper;
    }

    Expr taken(Expr expr) {
        return switch (expr) {
            case Expr.Activated activated -> activated(activated);
            case Expr.Cases cases -> taken(branch(cases));
            case Expr.Careful(var shown, var evaluated) ->
                    taken(tells(shown, evaluated) ? shown : evaluated);
            case Expr.Partial(_, _, var value) -> taken(value);
            default -> Rewrite.parts(expr, this::taken);
        };
    }

    private Expr branch(Expr.Cases cases) {
        double p = value(cases.of());
        return p > 0 ? cases.positive() : Double.isNaN(p) ? cases.of() : cases.otherwise();
    }

    private Expr activated(Expr.Activated activated) {
        if (activated.isNumber()) {
            return activated;
        }
        Expr branch =
                activated.meaning() instanceof Expr.Cases cases
                        ? branch(cases)
                        : activated.meaning();
        boolean plain = branch.equals(activated.of()) || branch instanceof Expr.Num;
        return plain && tells(activated) ? activated : taken(branch);
    }

    /**
     * Whether its name says as much: how leaky a ReLU is, or what a step is at 0, is no part of it.
     */
    private boolean tells(Expr.Activated activated) {
        if (activated.activation().isRule() && value(activated.of()) == 0) {
            return false;
        }
        return !activated.slope()
                || activated.activation() != Activation.LEAKY_RELU
                || !(value(activated.of()) <= 0);
    }

    /**
     * Whether {@code shown} comes to a number, or {@code evaluated} does neither; on paper what is
     * shown is what is worked.
     */
    private boolean tells(Expr shown, Expr evaluated) {
        return paper || Double.isFinite(value(shown)) || !Double.isFinite(value(evaluated));
    }

    private double value(Expr expr) {
        return Evaluation.of(expr, values);
    }
}
