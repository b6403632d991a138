package org.chainrule.solution;

import java.util.List;
import org.chainrule.derivation.Derivation;
import org.chainrule.derivation.Expr;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.engine.Optimizer;

/** An update in two: what is added, ΔΘ = −α · ∂J/∂Θ, and Θ′ = Θ + ΔΘ. */
final class Change {
    private Change() {}

    /** Whether {@code updated} is written so; not where what is added is no plain product. */
    static boolean isOf(Display display, Quantity updated) {
        boolean update = updated.kind() == Kind.NW || updated.kind() == Kind.NB;
        return update && areIn(display) && !Derivation.isFrozen(display.problem(), updated);
    }

    /** Whether updates are written so here. */
    static boolean areIn(Display display) {
        return display.view().notation().hasChanges()
                && switch (display.problem().optimizer()) {
                    case Optimizer.Sgd _, Optimizer.LookAhead _ -> true;
                    case Optimizer.RmsProp _, Optimizer.Adam _ -> false;
                };
    }

    /** What an update Θ − α · ∂J/∂Θ adds. */
    static Expr.Change of(Expr update) {
        List<Expr> terms = ((Expr.Sum) update).terms();
        return new Expr.Change(terms.getFirst(), terms.getLast());
    }

    /** The same update as Θ + ΔΘ. */
    static Expr added(Expr update) {
        Expr.Change change = of(update);
        return Expr.sum(change.of(), change);
    }
}
