package org.chainrule.derivation;

import static org.chainrule.derivation.Expr.num;
import static org.chainrule.derivation.Expr.product;
import static org.chainrule.derivation.Expr.total;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Reduction;
import org.jspecify.annotations.Nullable;

/** The formula of every computed number, as the explaining statement of the mathematics. */
final class Rules {
    private final Problem problem;
    private final Network network;
    private final @Nullable Rounding paper;
    private final Form form;

    /**
     * @param paper the rounding as on paper, or null for exact arithmetic
     */
    Rules(Problem problem, @Nullable Rounding paper, Form form) {
        this.problem = problem;
        this.network = problem.network();
        this.paper = paper;
        this.form = form;
    }

    /** Whether the loss is taken from preactivations; on paper it is from what is written. */
    private boolean isFused() {
        return paper == null && problem.loss().readsPreactivation(network.last().activation());
    }

    Expr formula(Ref ref) {
        Quantity q = ref.quantity();
        int s = ref.sample();
        boolean reduced = ref.isBatch() && problem.samples().size() > 1;
        return switch (q.kind()) {
            case P -> preactivation(q, s);
            case Z -> activation(q, s);
            case J -> reduced ? reduction(q) : loss(Math.max(s, 0));
            case DZ -> errorGradient(q, s);
            case DP -> preactivationGradient(q, s);
            case DW -> reduced ? reduction(q) : weightGradient(q, Math.max(s, 0));
            case DB -> reduced ? reduction(q) : delta(q.layer(), q.k(), Math.max(s, 0));
            case NW, NB -> Updates.formula(problem, q);
            case X, Y, W, B, LR ->
                    throw new IllegalArgumentException(q + " is typed, not computed");
        };
    }

    private Expr loss(int s) {
        return isFused() ? FusedLosses.value(problem, s) : Losses.value(problem, s);
    }

    /** p = Σₜ w z + b. */
    private Expr preactivation(Quantity q, int s) {
        Layer layer = layer(q.layer());
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
            return isFused()
                    ? FusedLosses.errorGradient(problem, q.k(), s)
                    : Losses.errorGradient(problem, q.k(), s);
        }
        Layer next = network.layer(l + 1);
        return total(each(next.size(), k -> throughEdge(next, k, q.k(), s)));
    }

    private Expr throughEdge(Layer next, int k, int t, int s) {
        return flat(delta(next.name(), k, s), leaf(Quantity.w(next.name(), k, t), s));
    }

    /**
     * ∂J/∂p = ∂J/∂z · g′(p); on paper what that comes to, where the two cancel. Exactly, with a
     * cross-entropy, it is evaluated without passing through ∂J/∂z.
     */
    private Expr preactivationGradient(Quantity q, int s) {
        Layer layer = layer(q.layer());
        if (paper != null && CleanGradient.isOf(problem, q.layer())) {
            return CleanGradient.formula(problem, q.k(), s);
        }
        Expr shown =
                Slopes.isSoftmax(layer)
                        ? SoftmaxRules.backward(layer, q.k(), s)
                        : flat(leaf(q.as(Kind.DZ), s), Slopes.slope(layer, leaf(q.as(Kind.P), s)));
        boolean last = network.indexOf(q.layer()) == network.depth() - 1;
        return last && isFused()
                ? new Expr.Careful(shown, FusedLosses.preactivationGradient(problem, q.k(), s))
                : shown;
    }

    /** ∂J/∂p as this form writes it: the letter δ, or the product it stands for. */
    Expr delta(String layer, int k, int s) {
        Quantity q = Quantity.dp(layer, k);
        return form == Form.DELTAS ? leaf(q, s) : preactivationGradient(q, s);
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
        return problem.reduction() == Reduction.MEAN ? new Expr.Quotient(sum, num(samples)) : sum;
    }

    /** a · b, as one product where a is one already. */
    private static Expr flat(Expr a, Expr b) {
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
