package org.chainrule.derivation;

import static org.chainrule.derivation.Expr.apply;
import static org.chainrule.derivation.Expr.minus;
import static org.chainrule.derivation.Expr.num;
import static org.chainrule.derivation.Expr.product;
import static org.chainrule.derivation.Expr.sum;
import static org.chainrule.derivation.Expr.total;
import static org.chainrule.derivation.Rules.each;
import static org.chainrule.derivation.Rules.leaf;

import java.util.List;
import org.chainrule.derivation.Expr.Function;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Loss;
import org.chainrule.engine.Problem;

/** J of one sample and its slope in each output (sheet, step 1), as formulas. */
public final class Losses {
    private Losses() {}

    /** J from the outputs. */
    static Expr value(Problem problem, int s) {
        Layer last = problem.network().last();
        return value(problem, total(each(last.size(), k -> term(problem, z(last, k, s), y(k, s)))));
    }

    /** J from the sum of its terms. */
    public static Expr value(Problem problem, Expr total) {
        int outputs = problem.network().outputs();
        return switch (problem.loss()) {
            case SQUARED_ERROR, ABSOLUTE_ERROR, HUBER, GIVEN -> total;
            case HALF_SQUARED_ERROR -> product(new Expr.Quotient(num(1), num(2)), total);
            case MEAN_SQUARED_ERROR -> product(new Expr.Quotient(num(1), num(outputs)), total);
            case HALF_MEAN_SQUARED_ERROR ->
                    product(new Expr.Quotient(num(1), num(2L * outputs)), total);
            case BINARY_CROSS_ENTROPY, CROSS_ENTROPY -> new Expr.Neg(total);
            case MEAN_BINARY_CROSS_ENTROPY -> new Expr.Neg(perOutput(problem, total));
        };
    }

    /** What one output adds to the sum that J is made of. */
    public static Expr term(Problem problem, Expr z, Expr y) {
        return switch (problem.loss()) {
            case SQUARED_ERROR, HALF_SQUARED_ERROR, MEAN_SQUARED_ERROR, HALF_MEAN_SQUARED_ERROR ->
                    new Expr.Square(minus(z, y));
            case ABSOLUTE_ERROR -> apply(Function.ABS, minus(z, y));
            case HUBER -> huber(minus(z, y), problem.delta());
            case GIVEN -> product(y, z);
            case CROSS_ENTROPY -> times(y, apply(Function.LN, z));
            case BINARY_CROSS_ENTROPY, MEAN_BINARY_CROSS_ENTROPY ->
                    sum(
                            times(y, apply(Function.LN, z)),
                            times(minus(num(1), y), apply(Function.LN, minus(num(1), z))));
        };
    }

    /** One term of {@link Loss#MEAN_BINARY_CROSS_ENTROPY}'s sum is 1/K of it. */
    static Expr perOutput(Problem problem, Expr whole) {
        int outputs = problem.network().outputs();
        return problem.loss() == Loss.MEAN_BINARY_CROSS_ENTROPY && outputs > 1
                ? product(new Expr.Quotient(num(1), num(outputs)), whole)
                : whole;
    }

    private static Expr huber(Expr difference, double delta) {
        Expr distance = apply(Function.ABS, difference);
        return new Expr.Cases(
                minus(distance, num(delta)),
                product(num(delta), minus(distance, num(delta / 2))),
                product(new Expr.Quotient(num(1), num(2)), new Expr.Square(difference)));
    }

    private static Expr huberSlope(Expr difference, double delta) {
        return new Expr.Cases(
                minus(apply(Function.ABS, difference), num(delta)),
                product(num(delta), apply(Function.SIGN, difference)),
                difference);
    }

    /** y · logarithm, with 0 · ln 0 = 0. */
    static Expr times(Expr y, Expr logarithm) {
        return new Expr.Vanishing(y, product(y, logarithm));
    }

    static Expr over(Expr y, Expr z) {
        return new Expr.Vanishing(y, new Expr.Quotient(y, z));
    }

    /** ∂J/∂zₖ from the outputs. */
    static Expr errorGradient(Problem problem, int k, int s) {
        return slope(problem, z(problem.network().last(), k, s), y(k, s));
    }

    /** ∂J/∂z of one output. */
    public static Expr slope(Problem problem, Expr z, Expr y) {
        return switch (problem.loss()) {
            case SQUARED_ERROR -> product(num(2), minus(z, y));
            case HALF_SQUARED_ERROR -> minus(z, y);
            case MEAN_SQUARED_ERROR ->
                    product(
                            new Expr.Quotient(num(2), num(problem.network().outputs())),
                            minus(z, y));
            case HALF_MEAN_SQUARED_ERROR ->
                    product(
                            new Expr.Quotient(num(1), num(problem.network().outputs())),
                            minus(z, y));
            case ABSOLUTE_ERROR -> apply(Function.SIGN, minus(z, y));
            case HUBER -> huberSlope(minus(z, y), problem.delta());
            case GIVEN -> y;
            case CROSS_ENTROPY -> new Expr.Neg(over(y, z));
            case BINARY_CROSS_ENTROPY, MEAN_BINARY_CROSS_ENTROPY ->
                    perOutput(
                            problem,
                            sum(
                                    new Expr.Neg(over(y, z)),
                                    over(minus(num(1), y), minus(num(1), z))));
        };
    }

    /** {@code all} with the constant before {@code slope}, which all its terms have in common. */
    static Expr scaled(Expr slope, Expr all) {
        return slope instanceof Expr.Product(var factors) && isScaled(factors)
                ? product(factors.getFirst(), all)
                : all;
    }

    /** {@code slope} without the constant before it. */
    static Expr unscaled(Expr slope) {
        return slope instanceof Expr.Product(var factors) && isScaled(factors)
                ? factors.getLast()
                : slope;
    }

    private static boolean isScaled(List<Expr> factors) {
        return factors.size() == 2 && Reads.of(factors.getFirst()).isEmpty();
    }

    static Expr z(Layer last, int k, int s) {
        return leaf(Quantity.z(last.name(), k), s);
    }

    static Expr y(int k, int s) {
        return leaf(Quantity.y(k), s);
    }
}
