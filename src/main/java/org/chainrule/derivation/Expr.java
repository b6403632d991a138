package org.chainrule.derivation;

import java.math.BigDecimal;
import java.util.List;
import org.chainrule.engine.Activation;

/**
 * A formula: a tree whose leaves are constants and numbers of the worksheet.
 *
 * <p>It is data. {@link Evaluation} and {@link DecimalEvaluation} give its value, and each notation
 * writes it.
 */
public sealed interface Expr {

    /** A constant of the formula itself, such as the 2 of a squared error's slope. */
    record Num(BigDecimal value) implements Expr {}

    /** What is written by a letter of its own, with indices or with letters for them. */
    sealed interface Lettered extends Expr {}

    /** A number of the worksheet. */
    record Leaf(Ref ref) implements Lettered {}

    record Neg(Expr of) implements Expr {}

    /** The sum of its terms; a {@link Neg} term is written as a difference. */
    record Sum(List<Expr> terms) implements Expr {
        public Sum {
            terms = List.copyOf(terms);
        }
    }

    /** Terms of a sum that are written as one: dots, or what they come to together. */
    record Folded(List<Expr> terms) implements Expr {
        public Folded {
            terms = List.copyOf(terms);
        }
    }

    record Product(List<Expr> factors) implements Expr {
        public Product {
            factors = List.copyOf(factors);
        }
    }

    record Quotient(Expr over, Expr under) implements Expr {}

    record Square(Expr of) implements Expr {}

    /** A constant of the formula to a whole power, from 1: 0.9³. */
    record Power(BigDecimal base, int exponent) implements Expr {}

    /** A named function of one number. */
    record Apply(Function function, Expr of) implements Expr {}

    /**
     * g(p) or g′(p), written by the activation's name.
     *
     * @param shape the number that it has of its own
     * @param slope whether it is g′(p)
     * @param meaning the formula of {@code of} that the name stands for, or the slope as a number
     */
    record Activated(Activation activation, double shape, boolean slope, Expr of, Expr meaning)
            implements Expr {
        /** Whether it is a slope that is a number of its own. */
        public boolean isNumber() {
            return slope && meaning instanceof Leaf;
        }

        /** Whether it is another function than the one of this name. */
        public boolean isScaled() {
            return activation.isSteep(shape);
        }
    }

    /** One formula where {@code of} is positive, and another elsewhere; NaN where that is. */
    record Cases(Expr of, Expr positive, Expr otherwise) implements Expr {}

    /** ln Σ e^p, taken so that it does not overflow; −∞ for an empty list. */
    record LogSumExp(List<Expr> of) implements Expr {
        public LogSumExp {
            of = List.copyOf(of);
        }
    }

    /**
     * e^pₖ / Σⱼ e^pⱼ, a neuron of a softmax layer; what its neurons have in common is worked out
     * once.
     *
     * @param k from 0
     */
    record Share(int k, List<Expr> of) implements Expr {
        public Share {
            of = List.copyOf(of);
        }

        /** As it is written. */
        public Expr shown() {
            List<Expr> exponentials = of.stream().map(p -> apply(Function.EXP, p)).toList();
            return new Quotient(exponentials.get(k), total(exponentials));
        }
    }

    /**
     * Shown, and worked on paper, one way; in doubles evaluated in another that keeps its digits.
     */
    record Careful(Expr shown, Expr evaluated) implements Expr {}

    /** y · ln or y / z, where nothing times anything infinite is nothing (0 · ln 0 = 0). */
    record Vanishing(Expr factor, Expr shown) implements Expr {}

    /** ∂of/∂by, with what it comes to. */
    record Partial(Ref of, Ref by, Expr value) implements Expr {}

    /**
     * What an update adds to a parameter, written by a letter and as a number of its own: ΔΘ.
     *
     * @param of the parameter
     */
    record Change(Lettered of, Expr value) implements Expr {}

    /** A symbol of a general formula: indices are letters. It has no value. */
    record Symbol(Quantity.Kind kind, String layer, String k, String t) implements Lettered {}

    /** A function by name alone, g or g′, in a general formula. */
    record Named(String name, Expr of) implements Expr {}

    /** Σ over an index of a general formula. */
    record SumOver(String index, Expr body) implements Expr {}

    /** The elementary functions of formulas. */
    enum Function {
        EXP,
        LN,
        /** e^p − 1. */
        EXPM1,
        SIGMOID,
        /** ln(1 + e^p). */
        SOFTPLUS,
        TANH,
        COSH,
        NORMAL_CDF,
        NORMAL_PDF,
        ABS,
        SQRT,
        /** −1, 0 or 1. */
        SIGN
    }

    static Expr num(long value) {
        return new Num(BigDecimal.valueOf(value));
    }

    static Expr num(double value) {
        return new Num(new BigDecimal(Double.toString(value)));
    }

    static Expr sum(Expr... terms) {
        return new Sum(List.of(terms));
    }

    /** a − b. */
    static Expr minus(Expr a, Expr b) {
        return new Sum(List.of(a, new Neg(b)));
    }

    static Expr product(Expr... factors) {
        return new Product(List.of(factors));
    }

    static Expr apply(Function function, Expr of) {
        return new Apply(function, of);
    }

    /** The sum of these terms; a single one stands alone. */
    static Expr total(List<Expr> terms) {
        return terms.size() == 1 ? terms.getFirst() : new Sum(terms);
    }
}
