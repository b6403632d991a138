package org.chainrule.solution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chainrule.derivation.Derivation;
import org.chainrule.derivation.Expr;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.engine.Network;
import org.chainrule.engine.Optimizer;
import org.chainrule.engine.Problem;

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

    /**
     * −α · ∂J/∂p · x, with letters for indices; where δ is ∂J/∂p, −α δ x, and where it is minus
     * that, α δ x. None of a batch, nor where more than the gradient goes into the update.
     */
    static Optional<Expr> atOnce(Display display, Quantity updated) {
        Problem problem = display.problem();
        boolean plain =
                !problem.state().carried()
                        && (!(problem.optimizer()
                                        instanceof Optimizer.Sgd(_, _, var nesterov, var decay))
                                || (!nesterov && decay == 0));
        if (!plain
                || display.isBatch()
                || !problem.penalty().isNone()
                || !display.way().hasDeltas()) {
            return Optional.empty();
        }
        List<Expr> factors = new ArrayList<>();
        factors.add(new Expr.Symbol(Kind.LR, "", "", ""));
        factors.add(new Expr.Symbol(Kind.DP, updated.layer(), "k", ""));
        if (updated.kind() == Kind.NW) {
            factors.add(inflow(problem.network(), updated));
        }
        return Optional.of(new Expr.Neg(new Expr.Product(factors)));
    }

    private static Expr inflow(Network network, Quantity weight) {
        int l = network.indexOf(weight.layer());
        return l == 0
                ? new Expr.Symbol(Kind.X, "", "t", "")
                : new Expr.Symbol(Kind.Z, network.layer(l - 1).name(), "t", "");
    }

    /** What an update Θ − α · ∂J/∂Θ adds. */
    static Expr.Change of(Expr update) {
        List<Expr> terms = ((Expr.Sum) update).terms();
        return new Expr.Change((Expr.Lettered) terms.getFirst(), terms.getLast());
    }

    /** The same update as Θ + ΔΘ. */
    static Expr added(Expr update) {
        Expr.Change change = of(update);
        return Expr.sum(change.of(), change);
    }
}
