package org.chainrule.derivation;

import static org.chainrule.derivation.Expr.apply;
import static org.chainrule.derivation.Expr.minus;
import static org.chainrule.derivation.Expr.num;
import static org.chainrule.derivation.Expr.product;
import static org.chainrule.derivation.Expr.sum;

import org.chainrule.derivation.Expr.Function;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Layer;

/** Activations and their slopes as formulas of p. */
final class Slopes {
    private Slopes() {}

    /** g(p) of an elementwise activation. */
    static Expr value(Layer layer, Expr p) {
        return switch (layer.activation()) {
            case SIGMOID -> apply(Function.SIGMOID, p);
            case TANH -> apply(Function.TANH, p);
            case IDENTITY -> p;
            case SILU ->
                    new Expr.Careful(product(p, apply(Function.SIGMOID, p)), activated(layer, p));
            case GELU ->
                    new Expr.Careful(
                            product(p, apply(Function.NORMAL_CDF, p)), activated(layer, p));
            case SOFTPLUS ->
                    new Expr.Careful(
                            apply(Function.LN, sum(num(1), apply(Function.EXP, p))),
                            activated(layer, p));
            case RELU, LEAKY_RELU, ELU -> activated(layer, p);
            case SOFTMAX -> throw new IllegalArgumentException("softmax reads a whole layer");
        };
    }

    private static Expr activated(Layer layer, Expr p) {
        return new Expr.Activated(layer.activation(), layer.slope(), p);
    }

    /** g′(p) of an elementwise activation. */
    static Expr slope(Layer layer, Expr p) {
        Expr sigmoid = apply(Function.SIGMOID, p);
        Expr exact = new Expr.Slope(layer.activation(), layer.slope(), p);
        return switch (layer.activation()) {
            case SIGMOID -> product(sigmoid, complement(p));
            case TANH ->
                    new Expr.Careful(
                            minus(num(1), new Expr.Square(apply(Function.TANH, p))), exact);
            case SOFTPLUS -> sigmoid;
            case SILU ->
                    new Expr.Careful(
                            sum(sigmoid, product(p, sigmoid, minus(num(1), sigmoid))), exact);
            case GELU ->
                    new Expr.Careful(
                            sum(
                                    apply(Function.NORMAL_CDF, p),
                                    product(p, apply(Function.NORMAL_PDF, p))),
                            exact);
            case IDENTITY, RELU, LEAKY_RELU, ELU -> exact;
            case SOFTMAX ->
                    throw new IllegalArgumentException("softmax has a Jacobian, not one slope");
        };
    }

    /** 1 − σ(p), evaluated as σ(−p). */
    static Expr complement(Expr p) {
        return new Expr.Careful(
                minus(num(1), apply(Function.SIGMOID, p)),
                apply(Function.SIGMOID, new Expr.Neg(p)));
    }

    static boolean isSoftmax(Layer layer) {
        return layer.activation() == Activation.SOFTMAX;
    }
}
