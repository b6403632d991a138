package org.chainrule.derivation;

import static org.chainrule.derivation.Expr.num;
import static org.chainrule.derivation.Expr.product;
import static org.chainrule.derivation.Expr.sum;
import static org.chainrule.derivation.Expr.total;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Penalty;
import org.chainrule.engine.Problem;

/** What a penalty adds to J and to the parameters' gradients, as formulas. */
final class Penalties {
    private Penalties() {}

    /** {@code whole} and the penalty's part of J, which is of all parameters that count. */
    static Expr value(Problem problem, Expr whole) {
        List<Expr> squares = new ArrayList<>();
        for (Layer layer : problem.network().layers()) {
            for (int k = 1; k <= layer.size(); k++) {
                for (int t = 1; t <= layer.sources(); t++) {
                    squares.add(square(Quantity.w(layer.name(), k, t)));
                }
                if (problem.penalty().biases() && layer.biases() != null) {
                    squares.add(square(Quantity.b(layer.name(), k)));
                }
            }
        }
        return sum(whole, product(factor(problem), total(squares)));
    }

    private static Expr square(Quantity parameter) {
        return new Expr.Square(new Expr.Leaf(Ref.batch(parameter)));
    }

    /** The same with letters. */
    static Expr generalValue(Problem problem, Expr whole) {
        Expr weights = squares(Kind.W);
        return sum(
                whole,
                product(
                        factor(problem),
                        countsBiases(problem) ? sum(weights, squares(Kind.B)) : weights));
    }

    private static boolean countsBiases(Problem problem) {
        return problem.penalty().biases()
                && problem.network().layers().stream().anyMatch(l -> l.biases() != null);
    }

    private static Expr squares(Kind kind) {
        return new Expr.SumOver("", new Expr.Square(new Expr.Symbol(kind, "", "", "")));
    }

    /** {@code whole} and the penalty's part of the gradient of {@code parameter}. */
    static Expr slope(Problem problem, Kind gradient, Expr whole, Expr parameter) {
        if (gradient == Kind.DB && !problem.penalty().biases()) {
            return whole;
        }
        Penalty penalty = problem.penalty();
        Expr lambda = num(penalty.lambda());
        return sum(
                whole,
                switch (penalty.scale()) {
                    case HALF -> product(lambda, parameter);
                    case HALF_MEAN ->
                            product(
                                    new Expr.Quotient(lambda, num(problem.samples().size())),
                                    parameter);
                    case WHOLE -> product(num(2), lambda, parameter);
                });
    }

    private static Expr factor(Problem problem) {
        Expr lambda = num(problem.penalty().lambda());
        return switch (problem.penalty().scale()) {
            case HALF -> new Expr.Quotient(lambda, num(2));
            case HALF_MEAN -> new Expr.Quotient(lambda, num(2L * problem.samples().size()));
            case WHOLE -> lambda;
        };
    }
}
