package org.chainrule.derivation;

import static org.chainrule.derivation.Expr.minus;
import static org.chainrule.derivation.Expr.num;
import static org.chainrule.derivation.Expr.product;
import static org.chainrule.derivation.Expr.sum;

import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.engine.Optimizer;
import org.chainrule.engine.Problem;

/** Step 5 as a formula: the first step of the optimizer from zero state. */
final class Updates {
    private Updates() {}

    static Expr formula(Problem problem, Quantity q) {
        boolean weight = q.kind() == Kind.NW;
        Expr parameter = new Expr.Leaf(Ref.batch(q.as(weight ? Kind.W : Kind.B)));
        if (Derivation.isFrozen(problem, q)) {
            return parameter;
        }
        Expr gradient = new Expr.Leaf(Ref.batch(q.as(weight ? Kind.DW : Kind.DB)));
        Expr rate = new Expr.Leaf(Ref.batch(Quantity.learningRate()));
        return minus(parameter, product(rate, direction(problem.optimizer(), parameter, gradient)));
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
            case Optimizer.Adam(_, _, _, var epsilon) ->
                    new Expr.Quotient(
                            gradient, sum(Expr.apply(Expr.Function.ABS, gradient), num(epsilon)));
        };
    }
}
