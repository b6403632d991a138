package org.chainrule.notation;

import org.chainrule.derivation.Expr;
import org.jspecify.annotations.Nullable;

/** How tightly a formula holds together as it is written: what needs parentheses where. */
enum Binding {
    SUM,
    PRODUCT,
    ATOM;

    /**
     * @param numbers what stands in the place of symbols, or null where those stand
     */
    static Binding of(Expr expr, @Nullable Inserted numbers) {
        return switch (expr) {
            case Expr.Sum _, Expr.Neg _, Expr.SumOver _ -> Binding.SUM;
            case Expr.Product _ -> Binding.PRODUCT;
            case Expr.Leaf(var ref) ->
                    numbers != null && numbers.number(ref).startsWith("−")
                            ? Binding.SUM
                            : Binding.ATOM;
            case Expr.Activated activated when numbers != null && activated.isNumber() ->
                    of(activated.meaning(), numbers);
            case Expr.Activated activated when activated.isScaled() -> Binding.PRODUCT;
            case Expr.Careful(var shown, _) -> of(shown, numbers);
            case Expr.Vanishing(_, var shown) -> of(shown, numbers);
            case Expr.Partial(_, _, var value) ->
                    numbers == null ? Binding.ATOM : of(value, numbers);
            case Expr.Folded folded ->
                    numbers != null && numbers.together(folded).startsWith("−")
                            ? Binding.SUM
                            : Binding.ATOM;
            case Expr.Change change ->
                    numbers != null && numbers.change(change).startsWith("−")
                            ? Binding.SUM
                            : Binding.ATOM;
            case Expr.Num(var value) -> value.signum() < 0 ? Binding.SUM : Binding.ATOM;
            case Expr.Quotient _,
                    Expr.Square _,
                    Expr.Power _,
                    Expr.Apply _,
                    Expr.Activated _,
                    Expr.Cases _,
                    Expr.LogSumExp _,
                    Expr.Share _,
                    Expr.Symbol _,
                    Expr.Named _ ->
                    Binding.ATOM;
        };
    }
}
