package org.chainrule.derivation;

import static org.chainrule.derivation.Expr.minus;
import static org.chainrule.derivation.Expr.num;
import static org.chainrule.derivation.Expr.product;
import static org.chainrule.derivation.Expr.total;
import static org.chainrule.derivation.Rules.each;
import static org.chainrule.derivation.Rules.leaf;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.chainrule.engine.Layer;

/** Softmax and its Jacobian as formulas. */
final class SoftmaxRules {
    private SoftmaxRules() {}

    /** e^pₖ / Σⱼ e^pⱼ. */
    static Expr value(Layer layer, int k, int s) {
        return new Expr.Share(k - 1, each(layer.size(), j -> p(layer, j, s)));
    }

    static Expr p(Layer layer, int k, int s) {
        return leaf(Quantity.p(layer.name(), k), s);
    }

    static Expr logSumExp(Layer layer, int s) {
        return new Expr.LogSumExp(each(layer.size(), j -> p(layer, j, s)));
    }

    static Expr logSumExpWithout(Layer layer, int left, int s) {
        return new Expr.LogSumExp(
                IntStream.rangeClosed(1, layer.size())
                        .filter(j -> j != left)
                        .mapToObj(j -> p(layer, j, s))
                        .toList());
    }

    /** ∂zₖ/∂pⱼ = zₖ (1 − zₖ) where k = j, else −zₖ zⱼ. */
    static Expr jacobian(Layer layer, int k, int j, int s) {
        Expr z = leaf(Quantity.z(layer.name(), k), s);
        return k == j
                ? product(z, complement(layer, k, s))
                : new Expr.Neg(product(z, leaf(Quantity.z(layer.name(), j), s)));
    }

    /** 1 − zₖ, evaluated as the sum of the others. */
    static Expr complement(Layer layer, int k, int s) {
        List<Expr> others = new ArrayList<>();
        for (int j = 1; j <= layer.size(); j++) {
            if (j != k) {
                others.add(leaf(Quantity.z(layer.name(), j), s));
            }
        }
        return new Expr.Careful(
                minus(num(1), leaf(Quantity.z(layer.name(), k), s)),
                others.isEmpty() ? num(0) : total(others));
    }

    /** ∂J/∂pⱼ = Σₖ ∂J/∂zₖ · ∂zₖ/∂pⱼ, where ∂J/∂zₖ is {@code error} of k. */
    static Expr backward(Layer layer, int j, IntFunction<Expr> error, int s) {
        Expr own = leaf(Quantity.z(layer.name(), j), s);
        return total(each(layer.size(), k -> term(layer, k, j, own, error.apply(k), s)));
    }

    private static Expr term(Layer layer, int k, int j, Expr own, Expr dz, int s) {
        return k == j
                ? product(dz, own, complement(layer, k, s))
                : new Expr.Neg(product(dz, leaf(Quantity.z(layer.name(), k), s), own));
    }
}
