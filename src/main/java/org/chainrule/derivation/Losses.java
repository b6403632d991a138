package org.chainrule.derivation;

import static org.chainrule.derivation.Expr.apply;
import static org.chainrule.derivation.Expr.minus;
import static org.chainrule.derivation.Expr.num;
import static org.chainrule.derivation.Expr.product;
import static org.chainrule.derivation.Expr.sum;
import static org.chainrule.derivation.Expr.total;
import static org.chainrule.derivation.Rules.each;
import static org.chainrule.derivation.Rules.leaf;

import org.chainrule.derivation.Expr.Function;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Loss;
import org.chainrule.engine.Problem;

/** J of one sample and its slope in each output (sheet, step 1), as formulas. */
final class Losses {
    private Losses() {}

    /** J from the outputs. */
    static Expr value(Problem problem, int s) {
        Layer last = problem.network().last();
        int outputs = last.size();
        Expr total = total(each(outputs, k -> term(problem.loss(), z(last, k, s), y(k, s))));
        return switch (problem.loss()) {
            case SQUARED_ERROR -> total;
            case HALF_SQUARED_ERROR -> product(new Expr.Quotient(num(1), num(2)), total);
            case MEAN_SQUARED_ERROR -> product(new Expr.Quotient(num(1), num(outputs)), total);
            case BINARY_CROSS_ENTROPY, CROSS_ENTROPY -> new Expr.Neg(total);
        };
    }

    private static Expr term(Loss loss, Expr z, Expr y) {
        return switch (loss) {
            case SQUARED_ERROR, HALF_SQUARED_ERROR, MEAN_SQUARED_ERROR ->
                    new Expr.Square(minus(z, y));
            case CROSS_ENTROPY -> times(y, apply(Function.LN, z));
            case BINARY_CROSS_ENTROPY ->
                    sum(
                            times(y, apply(Function.LN, z)),
                            times(minus(num(1), y), apply(Function.LN, minus(num(1), z))));
        };
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
        Layer last = problem.network().last();
        Expr z = z(last, k, s);
        Expr y = y(k, s);
        return switch (problem.loss()) {
            case SQUARED_ERROR -> product(num(2), minus(z, y));
            case HALF_SQUARED_ERROR -> minus(z, y);
            case MEAN_SQUARED_ERROR ->
                    product(new Expr.Quotient(num(2), num(last.size())), minus(z, y));
            case CROSS_ENTROPY -> new Expr.Neg(over(y, z));
            case BINARY_CROSS_ENTROPY ->
                    sum(new Expr.Neg(over(y, z)), over(minus(num(1), y), minus(num(1), z)));
        };
    }

    static Expr z(Layer last, int k, int s) {
        return leaf(Quantity.z(last.name(), k), s);
    }

    static Expr y(int k, int s) {
        return leaf(Quantity.y(k), s);
    }
}
