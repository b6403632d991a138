package org.chainrule.derivation;

import static org.chainrule.derivation.Expr.minus;
import static org.chainrule.derivation.Expr.num;
import static org.chainrule.derivation.Expr.product;
import static org.chainrule.derivation.Expr.sum;

import java.math.BigDecimal;
import org.chainrule.derivation.Expr.Function;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.engine.Optimizer;
import org.chainrule.engine.Problem;

/** Step 5 as a formula: the first step of the optimizer from zero state. */
final class Updates {
    private Updates() {}

    static Expr formula(Problem problem, Quantity q) {
        boolean weight = q.kind() == Kind.NW;
        return formula(
                problem.optimizer(),
                Derivation.isFrozen(problem, q),
                batch(q.as(weight ? Kind.W : Kind.B)),
                batch(q.as(weight ? Kind.DW : Kind.DB)),
                batch(Quantity.learningRate()));
    }

    private static Expr batch(Quantity q) {
        return new Expr.Leaf(Ref.batch(q));
    }

    static Expr formula(
            Optimizer optimizer, boolean frozen, Expr parameter, Expr gradient, Expr rate) {
        return frozen
                ? parameter
                : minus(parameter, product(rate, direction(optimizer, parameter, gradient)));
    }

    /** √((1 − ρ)g²). */
    private static Expr root(double decay, Expr gradient) {
        Expr fresh = new Expr.Num(BigDecimal.ONE.subtract(BigDecimal.valueOf(decay)));
        return Expr.apply(Function.SQRT, product(fresh, new Expr.Square(gradient)));
    }

    private static Expr direction(Optimizer optimizer, Expr parameter, Expr gradient) {
        return switch (optimizer) {
            case Optimizer.Sgd(_, var momentum, var nesterov, var weightDecay) -> {
                Expr decayed =
                        weightDecay == 0
                                ? gradient
                                : sum(gradient, product(num(weightDecay), parameter));
                yield nesterov ? sum(decayed, product(num(momentum), decayed)) : decayed;
            }
            case Optimizer.LookAhead _ -> gradient;
            case Optimizer.RmsProp(_, var decay, var epsilon) ->
                    new Expr.Quotient(gradient, sum(root(decay, gradient), num(epsilon)));
            case Optimizer.Adam(_, _, _, var epsilon) ->
                    new Expr.Quotient(
                            gradient, sum(Expr.apply(Function.ABS, gradient), num(epsilon)));
        };
    }
}
