package org.chainrule.notation;

import org.chainrule.derivation.Expr;

/** What a formula is written as, where that is simpler than how it is worked out. */
final class Parts {
    /** Two sides that are compared. */
    record Compared(Expr left, Expr right) {}

    private Parts() {}

    /** A fraction of fractions is written as one. */
    static Expr.Quotient flat(Expr.Quotient quotient) {
        Expr over = quotient.over();
        Expr under =
                quotient.under() instanceof Expr.Share share ? share.shown() : quotient.under();
        Expr top = over instanceof Expr.Quotient(var a, _) ? a : over;
        if (under instanceof Expr.Quotient(var c, var d)) {
            return flat(
                    new Expr.Quotient(
                            Expr.product(top, d),
                            over instanceof Expr.Quotient(_, var b) ? Expr.product(b, c) : c));
        }
        return over instanceof Expr.Quotient(_, var b)
                ? new Expr.Quotient(top, Expr.product(b, quotient.under()))
                : quotient;
    }

    /** p, or c · p. */
    static Expr argument(Expr.Activated activated) {
        return activated.isScaled()
                ? Expr.product(Expr.num(activated.shape()), activated.of())
                : activated.of();
    }

    /** {@code of} above 0; a difference as its first number above its second. */
    static Compared compared(Expr of) {
        return of instanceof Expr.Sum(var terms)
                        && terms.size() == 2
                        && terms.getLast() instanceof Expr.Neg(var subtracted)
                ? new Compared(terms.getFirst(), subtracted)
                : new Compared(of, Expr.num(0));
    }
}
