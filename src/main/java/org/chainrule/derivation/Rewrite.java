package org.chainrule.derivation;

import java.util.List;
import java.util.function.UnaryOperator;

/** A formula made from another, node by node. */
public final class Rewrite {
    private Rewrite() {}

    /** {@code expr} with {@code change} made to each of its parts. */
    public static Expr parts(Expr expr, UnaryOperator<Expr> change) {
        return switch (expr) {
            case Expr.Num _, Expr.Power _, Expr.Leaf _, Expr.Symbol _ -> expr;
            case Expr.Neg(var of) -> new Expr.Neg(change.apply(of));
            case Expr.Sum(var terms) -> new Expr.Sum(each(terms, change));
            case Expr.Folded(var terms) -> new Expr.Folded(each(terms, change));
            case Expr.Product(var factors) -> new Expr.Product(each(factors, change));
            case Expr.Quotient(var over, var under) ->
                    new Expr.Quotient(change.apply(over), change.apply(under));
            case Expr.Square(var of) -> new Expr.Square(change.apply(of));
            case Expr.Apply(var function, var of) -> new Expr.Apply(function, change.apply(of));
            case Expr.Activated(var activation, var shape, var slope, var of, var meaning) ->
                    new Expr.Activated(
                            activation, shape, slope, change.apply(of), change.apply(meaning));
            case Expr.Cases(var of, var positive, var otherwise) ->
                    new Expr.Cases(
                            change.apply(of), change.apply(positive), change.apply(otherwise));
            case Expr.LogSumExp(var of) -> new Expr.LogSumExp(each(of, change));
            case Expr.Share(int k, var of) -> new Expr.Share(k, each(of, change));
            case Expr.Careful(var shown, var evaluated) ->
                    new Expr.Careful(change.apply(shown), change.apply(evaluated));
            case Expr.Vanishing(var factor, var shown) ->
                    new Expr.Vanishing(change.apply(factor), change.apply(shown));
            case Expr.Partial(var of, var by, var value) ->
                    new Expr.Partial(of, by, change.apply(value));
            case Expr.Change(var of, var value) -> new Expr.Change(of, change.apply(value));
            case Expr.Named(var name, var of) -> new Expr.Named(name, change.apply(of));
            case Expr.SumOver(var index, var body) -> new Expr.SumOver(index, change.apply(body));
        };
    }

    private static List<Expr> each(List<Expr> exprs, UnaryOperator<Expr> change) {
        return exprs.stream().map(change).toList();
    }
}
