package org.chainrule.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.States;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Optimizer;
import org.chainrule.engine.OptimizerState;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Vector;

/** What a program's optimizer has kept and carries on; by the names that its numbers have. */
record Kept(Problem problem) {
    boolean isCarried() {
        return problem.state().carried();
    }

    /** {@code u}, {@code v} or {@code m} and {@code v}; none where nothing is carried on. */
    List<String> before() {
        return names(States.kept(problem));
    }

    /** {@code nu}, {@code nv} or {@code nm}, {@code nv}, {@code mh} and {@code vh}. */
    List<String> after() {
        return names(States.computed(problem));
    }

    private static List<String> names(List<Kind> kinds) {
        return kinds.stream().map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList();
    }

    boolean isOfAdam() {
        return isCarried() && problem.optimizer() instanceof Optimizer.Adam;
    }

    /** The numbers of this name that belong to a layer's weights. */
    List<double[]> weights(String name, int l) {
        Layer layer = problem.network().layer(l);
        return IntStream.range(0, layer.size())
                .mapToObj(k -> part(name, l, OptimizerState.place(layer, k, 0), layer.sources()))
                .toList();
    }

    /** Those of its biases. */
    double[] biases(String name, int l) {
        Layer layer = problem.network().layer(l);
        return part(name, l, OptimizerState.place(layer, 0, -1), layer.size());
    }

    private double[] part(String name, int l, int start, int count) {
        List<Vector> all = name.equals("v") ? problem.state().second() : problem.state().first();
        return Arrays.copyOfRange(all.get(l).toArray(), start, start + count);
    }

    /** Whether updates leave a layer's weights, or its biases, alone. */
    static boolean isFrozen(Layer layer, boolean weights) {
        return weights ? layer.weightsFrozen() : layer.biasesFrozen();
    }
}
