package org.chainrule.derivation;

import java.util.List;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.engine.Optimizer;
import org.chainrule.engine.OptimizerState;
import org.chainrule.engine.Problem;

/** Which numbers of its state an optimizer has where updates carry it on. */
public final class States {
    private States() {}

    /** What is worked out before the update of a parameter, in this order. */
    public static List<Kind> computed(Problem problem) {
        if (!problem.state().carried()) {
            return List.of();
        }
        return switch (problem.optimizer()) {
            case Optimizer.Sgd _ -> List.of(Kind.NU);
            case Optimizer.RmsProp _ -> List.of(Kind.NV);
            case Optimizer.Adam _ -> List.of(Kind.NM, Kind.NV, Kind.MH, Kind.VH);
            case Optimizer.LookAhead _ -> List.of();
        };
    }

    /** What is kept, as it was before the update. */
    public static List<Kind> kept(Problem problem) {
        return computed(problem).stream().filter(States::isKept).map(States::before).toList();
    }

    private static boolean isKept(Kind kind) {
        return kind == Kind.NU || kind == Kind.NM || kind == Kind.NV;
    }

    /** The same number before the update. */
    private static Kind before(Kind after) {
        return after == Kind.NU ? Kind.U : after == Kind.NM ? Kind.M : Kind.V;
    }

    /** The same number after the update. */
    public static Kind after(Kind before) {
        return before == Kind.U ? Kind.NU : before == Kind.M ? Kind.NM : Kind.NV;
    }

    static boolean has(Problem problem, Quantity quantity) {
        Quantity parameter = quantity.parameter();
        return parameter != null
                && parameter.existsIn(problem.network())
                && !Derivation.isFrozen(problem, parameter)
                && (computed(problem).contains(quantity.kind())
                        || kept(problem).contains(quantity.kind()));
    }

    /** A number as it was before the update. */
    static double before(Problem problem, Quantity q) {
        OptimizerState state = problem.state();
        int l = problem.network().indexOf(q.layer());
        int place = OptimizerState.place(problem.network().layer(l), q.k() - 1, q.t() - 1);
        return q.kind() == Kind.V ? state.second(l, place) : state.first(l, place);
    }
}
