package org.chainrule.derivation;

import static org.chainrule.derivation.Expr.num;
import static org.chainrule.derivation.Expr.product;
import static org.chainrule.derivation.Expr.total;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Reduction;

/** The formula of every computed number, as the explaining statement of the mathematics. */
final class Rules {
    private final Problem problem;
    private final Network network;
    private final Way way;

    Rules(Problem problem, Way way) {
        this.problem = problem;
        this.network = problem.network();
        this.way = way;
    }

    /** Shown from the outputs; in doubles the loss is taken from preactivations where it can be. */
    private Expr careful(Expr shown, Supplier<Expr> fused) {
        return way.paper() == null && problem.loss().readsPreactivation(network.last().activation())
                ? new Expr.Careful(shown, fused.get())
                : shown;
    }

    Expr formula(Ref ref) {
        Quantity q = ref.quantity();
        int s = ref.sample();
        boolean reduced = ref.isBatch() && problem.isReduced();
        return switch (q.kind()) {
            case P -> preactivation(q, s);
            case Z -> activation(q, s);
            case J -> reduced ? reduction(q) : loss(Math.max(s, 0));
            case S -> slope(layer(q.layer()), q, s);
            case DZ -> errorGradient(q, s);
            case DP -> preactivationGradient(q, s);
            case DW -> reduced ? reduction(q) : weightGradient(q, Math.max(s, 0));
            case DB -> reduced ? reduction(q) : delta(q.layer(), q.k(), Math.max(s, 0));
            case DX -> backTo(network.layer(0), q.k(), s);
            case NW, NB, NU, NM, NV, MH, VH -> Updates.formula(problem, q);
            case X, Y, W, B, LR, U, M, V ->
                    throw new IllegalArgumentException(q + " is typed, not computed");
        };
    }

    private Expr loss(int s) {
        return careful(Losses.value(problem, s), () -> FusedLosses.value(problem, s));
    }

    private Expr slope(Layer layer, Quantity q, int s) {
        return way.readsActivation(layer)
                ? Slopes.ofActivation(layer, leaf(q.as(Kind.Z), s))
                : Slopes.named(layer, leaf(q.as(Kind.P), s));
    }

    /** p = Σₜ w z + b, or what is given. */
    private Expr preactivation(Quantity q, int s) {
        Layer layer = layer(q.layer());
        if (layer.isWeightless()) {
            return source(q.layer(), q.k(), s);
        }
        List<Expr> terms =
                new java.util.ArrayList<>(
                        each(
                                layer.sources(),
                                t ->
                                        product(
                                                leaf(Quantity.w(q.layer(), q.k(), t), s),
                                                source(q.layer(), t, s))));
        if (layer.biases() != null) {
            terms.add(leaf(Quantity.b(q.layer(), q.k()), s));
        }
        return total(terms);
    }

    /** What flows along an edge into {@code layer} from its source t. */
    Expr source(String layer, int t, int s) {
        int l = network.indexOf(layer);
        return leaf(l == 0 ? Quantity.x(t) : Quantity.z(network.layer(l - 1).name(), t), s);
    }

    private Expr activation(Quantity q, int s) {
        Layer layer = layer(q.layer());
        return Slopes.isSoftmax(layer)
                ? SoftmaxRules.value(layer, q.k(), s)
                : Slopes.value(layer, leaf(q.as(Kind.P), s));
    }

    /** Steps 1 and 2: from the loss, or from the layer after it. */
    private Expr errorGradient(Quantity q, int s) {
        int l = network.indexOf(q.layer());
        if (l == network.depth() - 1) {
            return careful(
                    Losses.errorGradient(problem, q.k(), s),
                    () -> FusedLosses.errorGradient(problem, q.k(), s));
        }
        return backTo(network.layer(l + 1), q.k(), s);
    }

    /** What all neurons of {@code next} send back to their source t. */
    private Expr backTo(Layer next, int t, int s) {
        return next.isWeightless() ? delta(next.name(), t, s) : throughEdges(next, t, s);
    }

    private Expr throughEdges(Layer next, int t, int s) {
        return total(each(next.size(), k -> throughEdge(next, k, t, s)));
    }

    private Expr throughEdge(Layer next, int k, int t, int s) {
        return flat(delta(next.name(), k, s), leaf(Quantity.w(next.name(), k, t), s));
    }

    /**
     * ∂J/∂p = ∂J/∂z · g′(p), or what that comes to, where the two cancel. In doubles, with a
     * cross-entropy, it is evaluated without passing through ∂J/∂z.
     */
    private Expr preactivationGradient(Quantity q, int s) {
        Layer layer = layer(q.layer());
        Expr shown =
                CleanGradient.isOf(problem, q.layer())
                        ? CleanGradient.formula(problem, q.k(), s)
                        : way.hasErrors() ? throughSlope(layer, q, s) : atOnce(layer, q, s);
        boolean last = network.indexOf(q.layer()) == network.depth() - 1;
        return last
                ? careful(shown, () -> FusedLosses.preactivationGradient(problem, q.k(), s))
                : shown;
    }

    private Expr throughSlope(Layer layer, Quantity q, int s) {
        if (layer.activation().isRule()) {
            return leaf(q.as(Kind.DZ), s);
        }
        return Slopes.isSoftmax(layer)
                ? SoftmaxRules.backward(layer, q.k(), k -> leaf(Quantity.dz(layer.name(), k), s), s)
                : flat(leaf(q.as(Kind.DZ), s), Slopes.factor(layer, q.k(), s, way));
    }

    /** δ without ∂J/∂z: (z − y) · g′ of an output, g′ · Σ δ w of a hidden neuron. */
    private Expr atOnce(Layer layer, Quantity q, int s) {
        int l = network.indexOf(layer.name());
        if (l < network.depth() - 1) {
            return flat(
                    Slopes.factor(layer, q.k(), s, way), backTo(network.layer(l + 1), q.k(), s));
        }
        if (layer.activation().isRule()) {
            return Losses.errorGradient(problem, q.k(), s);
        }
        if (!Slopes.isSoftmax(layer)) {
            return flat(
                    Losses.errorGradient(problem, q.k(), s), Slopes.factor(layer, q.k(), s, way));
        }
        return Losses.scaled(
                Losses.errorGradient(problem, q.k(), s),
                SoftmaxRules.backward(
                        layer,
                        q.k(),
                        k -> Losses.unscaled(Losses.errorGradient(problem, k, s)),
                        s));
    }

    /** ∂J/∂p as it is written here: the letter δ, or the product it stands for. */
    Expr delta(String layer, int k, int s) {
        Quantity q = Quantity.dp(layer, k);
        return way.hasDeltas() ? leaf(q, s) : preactivationGradient(q, s);
    }

    /** Steps 3 and 4. */
    private Expr weightGradient(Quantity q, int s) {
        return flat(delta(q.layer(), q.k(), s), source(q.layer(), q.t(), s));
    }

    private Expr reduction(Quantity q) {
        int samples = problem.samples().size();
        Expr sum =
                new Expr.Sum(
                        IntStream.range(0, samples)
                                .<Expr>mapToObj(s -> new Expr.Leaf(new Ref(q, s)))
                                .toList());
        Expr reduced =
                samples == 1
                        ? new Expr.Leaf(new Ref(q, 0))
                        : problem.reduction() == Reduction.MEAN
                                ? new Expr.Quotient(sum, num(samples))
                                : sum;
        if (problem.penalty().isNone()) {
            return reduced;
        }
        return switch (q.kind()) {
            case J -> Penalties.value(problem, reduced);
            case DW -> Penalties.slope(problem, q.kind(), reduced, leaf(q.as(Kind.W), 0));
            case DB -> Penalties.slope(problem, q.kind(), reduced, leaf(q.as(Kind.B), 0));
            case X, Y, W, B, P, Z, S, DZ, DP, NW, NB, U, M, V, NU, NM, NV, MH, VH, DX, LR ->
                    throw new IllegalArgumentException(q + " is not reduced");
        };
    }

    /** a · b, as one product where a is one already. */
    static Expr flat(Expr a, Expr b) {
        List<Expr> factors =
                new java.util.ArrayList<>(
                        a instanceof Expr.Product(var inner) ? inner : List.of(a));
        factors.addAll(b instanceof Expr.Product(var inner) ? inner : List.of(b));
        return new Expr.Product(factors);
    }

    private Layer layer(String name) {
        return network.layer(network.indexOf(name));
    }

    static Expr leaf(Quantity q, int s) {
        return new Expr.Leaf(Ref.shown(q, s));
    }

    static List<Expr> each(int count, IntFunction<Expr> term) {
        return IntStream.rangeClosed(1, count).mapToObj(term).toList();
    }
}
