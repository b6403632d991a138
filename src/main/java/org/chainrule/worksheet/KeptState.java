package org.chainrule.worksheet;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.States;
import org.chainrule.derivation.Values;
import org.chainrule.engine.Layer;
import org.chainrule.engine.OptimizerState;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Vector;

/** What the optimizer of a worksheet has kept after its update. */
final class KeptState {
    private final Problem problem;
    private final Values values;

    private KeptState(Problem problem, Values values) {
        this.problem = problem;
        this.values = values;
    }

    /** {@code worksheet} with it, where it is carried on. */
    static Worksheet after(Worksheet worksheet, Values values) {
        Problem problem = worksheet.problem();
        return problem.state().carried()
                ? worksheet.with(problem.with(new KeptState(problem, values).state()))
                : worksheet;
    }

    private OptimizerState state() {
        OptimizerState before = problem.state();
        return new OptimizerState(
                true,
                Math.min(before.updates() + 1, OptimizerState.MOST_UPDATES),
                all(Kind.U, Kind.M),
                all(Kind.V));
    }

    /**
     * The numbers of the first of these kinds that the optimizer keeps; empty where it has none.
     */
    private List<Vector> all(Kind... kinds) {
        for (Kind kind : kinds) {
            if (States.kept(problem).contains(kind)) {
                return problem.network().layers().stream().map(layer -> of(layer, kind)).toList();
            }
        }
        return List.of();
    }

    private Vector of(Layer layer, Kind kind) {
        List<Double> kept = new ArrayList<>();
        for (int k = 1; k <= layer.size(); k++) {
            for (int t = 1; t <= layer.sources(); t++) {
                kept.add(after(new Quantity(kind, layer.name(), k, t)));
            }
        }
        if (layer.biases() != null) {
            for (int k = 1; k <= layer.size(); k++) {
                kept.add(after(new Quantity(kind, layer.name(), k, 0)));
            }
        }
        return Vector.of(kept.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** One that is frozen stays, and one that would overflow: a worksheet holds finite numbers. */
    private double after(Quantity before) {
        Quantity quantity = before.as(States.after(before.kind()));
        double after =
                quantity.existsIn(problem) ? values.value(quantity, Values.BATCH) : Double.NaN;
        return Double.isFinite(after) ? after : values.value(before, Values.BATCH);
    }
}
