package org.chainrule.derivation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The numbers that a formula reads. */
public final class Reads {
    private Reads() {}

    public static Set<Ref> of(Expr expr) {
        Set<Ref> reads = new LinkedHashSet<>();
        collect(expr, reads);
        return reads;
    }

    private static void collect(Expr expr, Set<Ref> reads) {
        if (expr instanceof Expr.Leaf(var ref)) {
            reads.add(ref);
        }
        parts(expr).forEach(part -> collect(part, reads));
    }

    /** The parts of {@code expr} as it is shown. */
    public static List<Expr> parts(Expr expr) {
        return switch (expr) {
            case Expr.Num _, Expr.Power _, Expr.Leaf _, Expr.Symbol _ -> List.of();
            case Expr.Neg(var of) -> List.of(of);
            case Expr.Sum(var terms) -> terms;
            case Expr.Folded(var terms) -> terms;
            case Expr.Product(var factors) -> factors;
            case Expr.Quotient(var over, var under) -> List.of(over, under);
            case Expr.Square(var of) -> List.of(of);
            case Expr.Apply(_, var of) -> List.of(of);
            case Expr.Activated(_, _, _, var of, Expr.Leaf number) -> List.of(of, number);
            case Expr.Activated(_, _, _, var of, _) -> List.of(of);
            case Expr.Cases(var of, var positive, var otherwise) ->
                    List.of(of, positive, otherwise);
            case Expr.LogSumExp(var of) -> of;
            case Expr.Share share -> List.of(share.shown());
            case Expr.Careful(var shown, _) -> List.of(shown);
            case Expr.Vanishing(_, var shown) -> List.of(shown);
            case Expr.Partial(_, _, var value) -> List.of(value);
            case Expr.Change(_, var value) -> List.of(value);
            case Expr.Named(_, var of) -> List.of(of);
            case Expr.SumOver(_, var body) -> List.of(body);
        };
    }
}
