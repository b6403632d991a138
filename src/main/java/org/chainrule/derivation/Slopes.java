package org.chainrule.derivation;

import static org.chainrule.derivation.Expr.apply;
import static org.chainrule.derivation.Expr.minus;
import static org.chainrule.derivation.Expr.num;
import static org.chainrule.derivation.Expr.product;
import static org.chainrule.derivation.Expr.sum;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.derivation.Expr.Function;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Layer;

/** Activations and their slopes as formulas of p. */
public final class Slopes {
    private Slopes() {}

    /** g(p) of an elementwise activation. */
    public static Expr value(Layer layer, Expr p) {
        return switch (layer.activation()) {
            case IDENTITY -> p;
            case RELU -> named(layer, p, new Expr.Cases(p, p, num(0)));
            case LEAKY_RELU ->
                    named(layer, p, new Expr.Cases(p, p, product(num(layer.shape()), p)));
            case ELU -> {
                Expr left = minus(apply(Function.EXP, p), num(1));
                Expr careful = new Expr.Careful(left, apply(Function.EXPM1, p));
                yield named(layer, p, new Expr.Cases(p, p, careful));
            }
            case SIGMOID -> apply(Function.SIGMOID, steep(layer, p));
            case BIPOLAR_SIGMOID -> bipolar(steep(layer, p), layer, p);
            case TANH -> apply(Function.TANH, steep(layer, p));
            case SOFTPLUS -> softplus(p);
            case SILU -> times(p, apply(Function.SIGMOID, p));
            case GELU -> times(p, apply(Function.NORMAL_CDF, p));
            case STEP, SIGN -> threshold(layer, p);
            case SOFTMAX -> throw new IllegalArgumentException("softmax reads a whole layer");
        };
    }

    /** g′(p) of an elementwise activation. */
    public static Expr slope(Layer layer, Expr p) {
        Expr sigmoid = apply(Function.SIGMOID, p);
        return switch (layer.activation()) {
            case IDENTITY, STEP, SIGN -> slope(layer, p, num(1));
            case RELU -> slope(layer, p, new Expr.Cases(p, num(1), num(0)));
            case LEAKY_RELU -> slope(layer, p, new Expr.Cases(p, num(1), num(layer.shape())));
            case ELU -> slope(layer, p, new Expr.Cases(p, num(1), apply(Function.EXP, p)));
            case SIGMOID, BIPOLAR_SIGMOID -> ofSigmoid(layer, steep(layer, p));
            case TANH -> ofTanh(layer, steep(layer, p));
            case SOFTPLUS -> sigmoid;
            case SILU ->
                    new Expr.Careful(
                            sum(sigmoid, product(p, sigmoid, minus(num(1), sigmoid))),
                            sum(sigmoid, vanishing(p, product(sigmoid, complement(p)))));
            case GELU ->
                    sum(apply(Function.NORMAL_CDF, p), times(p, apply(Function.NORMAL_PDF, p)));
            case SOFTMAX ->
                    throw new IllegalArgumentException("softmax has a Jacobian, not one slope");
        };
    }

    /** Whether g′(p) can be taken from z = g(p). */
    static boolean isOfActivation(Activation activation) {
        return switch (activation) {
            case SIGMOID, BIPOLAR_SIGMOID, TANH -> true;
            case IDENTITY, RELU, LEAKY_RELU, ELU, SOFTPLUS, SILU, GELU, SOFTMAX, STEP, SIGN ->
                    false;
        };
    }

    /**
     * The same slope from z: c · z (1 − z), c · (1 − z²), or half of that of the bipolar sigmoid.
     */
    static Expr ofActivation(Layer layer, Expr z) {
        return switch (layer.activation()) {
            case SIGMOID ->
                    layer.isSteep()
                            ? product(num(layer.shape()), z, minus(num(1), z))
                            : product(z, minus(num(1), z));
            case BIPOLAR_SIGMOID ->
                    product(num(layer.shape() / 2), minus(num(1), new Expr.Square(z)));
            case TANH -> scaled(layer, minus(num(1), new Expr.Square(z)));
            case IDENTITY, RELU, LEAKY_RELU, ELU, SOFTPLUS, SILU, GELU, SOFTMAX, STEP, SIGN ->
                    throw new IllegalArgumentException("not from z: " + layer.activation());
        };
    }

    /** A step, with its value where p is 0. */
    private static Expr threshold(Layer layer, Expr p) {
        int low = layer.activation() == Activation.SIGN ? -1 : 0;
        if (layer.shape() == 1) {
            return named(layer, p, new Expr.Cases(new Expr.Neg(p), num(low), num(1)));
        }
        return layer.shape() == low
                ? named(layer, p, new Expr.Cases(p, num(1), num(low)))
                : apply(Function.SIGN, p);
    }

    /** c · p. */
    static Expr steep(Layer layer, Expr p) {
        return layer.isSteep() ? product(num(layer.shape()), p) : p;
    }

    /** {@code slope} of a function of c · p, taken by p. */
    static Expr scaled(Layer layer, Expr slope) {
        return layer.isSteep() ? product(num(layer.shape()), slope) : slope;
    }

    /** 2/(1 + e^−cp) − 1. */
    private static Expr bipolar(Expr steep, Layer layer, Expr p) {
        Expr under = sum(num(1), apply(Function.EXP, new Expr.Neg(steep)));
        return new Expr.Careful(
                minus(new Expr.Quotient(num(2), under), num(1)),
                apply(Function.TANH, product(num(layer.shape() / 2), p)));
    }

    /** σ(cp) · (1 − σ(cp)), times c, and twice that of the bipolar one. */
    private static Expr ofSigmoid(Layer layer, Expr steep) {
        List<Expr> factors = new ArrayList<>();
        if (layer.activation() == Activation.BIPOLAR_SIGMOID) {
            factors.add(num(2));
        }
        if (layer.isSteep()) {
            factors.add(num(layer.shape()));
        }
        factors.add(apply(Function.SIGMOID, steep));
        factors.add(complement(steep));
        return new Expr.Product(factors);
    }

    /** 1 − tanh²(cp), times c. */
    private static Expr ofTanh(Layer layer, Expr steep) {
        Expr cosh = apply(Function.COSH, steep);
        Expr slope =
                new Expr.Careful(
                        minus(num(1), new Expr.Square(apply(Function.TANH, steep))),
                        new Expr.Quotient(new Expr.Quotient(num(1), cosh), cosh));
        return scaled(layer, slope);
    }

    /** g′(p) under its name, which stands for its formula. */
    static Expr named(Layer layer, Expr p) {
        Expr slope = slope(layer, p);
        return slope instanceof Expr.Activated ? slope : slope(layer, p, slope);
    }

    /** g′(p) of this neuron as a factor: its name, and the number that it is; or from its z. */
    static Expr factor(Layer layer, int k, int s, Way way) {
        if (way.readsActivation(layer)) {
            return ofActivation(layer, Rules.leaf(Quantity.z(layer.name(), k), s));
        }
        Expr p = Rules.leaf(Quantity.p(layer.name(), k), s);
        return slope(layer, p, Rules.leaf(Quantity.slope(layer.name(), k), s));
    }

    private static Expr named(Layer layer, Expr p, Expr meaning) {
        return new Expr.Activated(layer.activation(), layer.shape(), false, p, meaning);
    }

    private static Expr slope(Layer layer, Expr p, Expr meaning) {
        return new Expr.Activated(layer.activation(), layer.shape(), true, p, meaning);
    }

    /** ln(1 + e^p). */
    static Expr softplus(Expr p) {
        return new Expr.Careful(
                apply(Function.LN, sum(num(1), apply(Function.EXP, p))),
                apply(Function.SOFTPLUS, p));
    }

    /** p · factor, where a factor that has vanished wins over a p that has overflowed. */
    private static Expr times(Expr p, Expr factor) {
        return new Expr.Careful(product(p, factor), vanishing(p, factor));
    }

    private static Expr vanishing(Expr p, Expr factor) {
        return new Expr.Vanishing(factor, product(factor, p));
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
