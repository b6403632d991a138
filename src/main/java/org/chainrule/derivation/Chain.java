package org.chainrule.derivation;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.derivation.Expr.Partial;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.engine.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A parameter gradient of one sample by the chain rule: a sum over paths from the loss to the
 * parameter, each a product of one partial derivative per hop.
 *
 * @param subject the gradient, of one sample
 * @param paths every path from J; its factors from J to the parameter
 */
public record Chain(Ref subject, List<List<Partial>> paths) {
    public Chain {
        paths = paths.stream().map(List::copyOf).toList();
    }

    /** The number of paths, without building them: it grows with every layer. */
    public static long count(Problem problem, Quantity gradient) {
        Network network = problem.network();
        boolean spreads = Slopes.isSoftmax(network.last()) && !isCut(problem);
        long count = spreads ? network.outputs() : 1;
        for (int l = network.indexOf(gradient.layer()) + 1; l < network.depth(); l++) {
            count *= network.layer(l).isWeightless() ? 1 : network.layer(l).size();
            if (count > Integer.MAX_VALUE) {
                return count;
            }
        }
        return count;
    }

    /** A path begins with ∂J/∂p where that is what is worked out. */
    private static boolean isCut(Problem problem) {
        Layer last = problem.network().last();
        return CleanGradient.isOf(problem, last.name()) || last.activation().isRule();
    }

    /**
     * The first {@code most} paths of the gradient {@code dw} or {@code db} in sample {@code s}.
     *
     * @param paper how it is worked as on paper, or null in exact arithmetic
     */
    public static Chain of(
            Problem problem, @Nullable Rounding paper, Quantity gradient, int s, int most) {
        Way way = new Way(Form.SLOPES, paper);
        Paths paths = new Paths(problem, way, isCut(problem), s, most);
        Network network = problem.network();
        int l = network.indexOf(gradient.layer());
        boolean weight = gradient.kind() == Kind.DW;
        Quantity p = Quantity.p(gradient.layer(), gradient.k());
        Quantity parameter = gradient.as(weight ? Kind.W : Kind.B);
        Expr inflow =
                weight
                        ? new Rules(problem, way).source(gradient.layer(), gradient.t(), s)
                        : Expr.num(1);
        Partial hop = new Partial(Ref.shown(p, s), Ref.shown(parameter, s), inflow);
        paths.toPreactivation(l, gradient.k(), List.of(hop));
        return new Chain(new Ref(gradient, s), paths.found);
    }

    /** The sum of products that the paths stand for. */
    public Expr formula() {
        return Expr.total(
                paths.stream().<Expr>map(path -> new Expr.Product(List.copyOf(path))).toList());
    }

    private static final class Paths {
        private final Problem problem;
        private final Way way;
        private final boolean cut;
        private final int s;
        private final int most;
        private final List<List<Partial>> found = new ArrayList<>();

        Paths(Problem problem, Way way, boolean cut, int s, int most) {
            this.problem = problem;
            this.way = way;
            this.cut = cut;
            this.s = s;
            this.most = most;
        }

        /** All paths that end in p of neuron k of layer l, followed by {@code tail}. */
        void toPreactivation(int l, int k, List<Partial> tail) {
            Layer layer = problem.network().layer(l);
            if (cut && l == problem.network().depth() - 1) {
                Expr difference =
                        layer.activation().isRule()
                                ? Rules.leaf(Quantity.dz(layer.name(), k), s)
                                : CleanGradient.formula(problem, k, s);
                Quantity p = Quantity.p(layer.name(), k);
                found.add(prepend(partial(Quantity.loss(), p, difference), tail));
                return;
            }
            int first = Slopes.isSoftmax(layer) ? 1 : k;
            int last = Slopes.isSoftmax(layer) ? layer.size() : k;
            for (int j = first; j <= last && found.size() < most; j++) {
                Expr value =
                        Slopes.isSoftmax(layer)
                                ? SoftmaxRules.jacobian(layer, j, k, s)
                                : Slopes.factor(layer, k, s, way);
                Partial hop =
                        partial(Quantity.z(layer.name(), j), Quantity.p(layer.name(), k), value);
                toActivation(l, j, prepend(hop, tail));
            }
        }

        private void toActivation(int l, int k, List<Partial> tail) {
            Network network = problem.network();
            Quantity z = Quantity.z(network.layer(l).name(), k);
            if (l == network.depth() - 1) {
                found.add(prepend(partial(Quantity.loss(), z, Rules.leaf(z.as(Kind.DZ), s)), tail));
                return;
            }
            Layer next = network.layer(l + 1);
            if (next.isWeightless()) {
                Partial handed = partial(Quantity.p(next.name(), k), z, Expr.num(1));
                toPreactivation(l + 1, k, prepend(handed, tail));
                return;
            }
            for (int j = 1; j <= next.size() && found.size() < most; j++) {
                Expr weight = Rules.leaf(Quantity.w(next.name(), j, k), s);
                toPreactivation(
                        l + 1, j, prepend(partial(Quantity.p(next.name(), j), z, weight), tail));
            }
        }

        private Partial partial(Quantity of, Quantity by, Expr value) {
            return new Partial(new Ref(of, s), new Ref(by, s), value);
        }

        private static List<Partial> prepend(Partial head, List<Partial> tail) {
            List<Partial> path = new ArrayList<>();
            path.add(head);
            path.addAll(tail);
            return path;
        }
    }
}
