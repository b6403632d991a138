package org.chainrule.derivation;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Normal;
import org.chainrule.engine.Softmax;

/** The value of a formula in doubles. */
public final class Evaluation {
    private final ToDoubleFunction<Ref> leaves;

    private Evaluation(ToDoubleFunction<Ref> leaves) {
        this.leaves = leaves;
    }

    /** The value of {@code expr} with its leaves taken from {@code values}. */
    public static double of(Expr expr, Values values) {
        return with(expr, values::value);
    }

    /** The value of {@code expr} with these numbers in its leaves. */
    public static double with(Expr expr, ToDoubleFunction<Ref> leaves) {
        return new Evaluation(leaves).value(expr);
    }

    private double value(Expr expr) {
        return switch (expr) {
            case Expr.Num(var value) -> value.doubleValue();
            case Expr.Leaf(var ref) -> leaves.applyAsDouble(ref);
            case Expr.Neg(var of) -> -value(of);
            case Expr.Sum(var terms) -> sum(terms);
            case Expr.Folded(var terms) -> sum(terms);
            case Expr.Product(var factors) -> product(factors);
            case Expr.Quotient(var over, var under) -> value(over) / value(under);
            case Expr.Square(var of) -> value(of) * value(of);
            case Expr.Power(var base, int exponent) -> Math.pow(base.doubleValue(), exponent);
            case Expr.Apply(var function, var of) -> apply(function, value(of));
            case Expr.Activated(_, _, _, _, var meaning) -> value(meaning);
            case Expr.Cases(var of, var positive, var otherwise) -> {
                double p = value(of);
                yield p > 0 ? value(positive) : Double.isNaN(p) ? p : value(otherwise);
            }
            case Expr.LogSumExp(var of) -> Softmax.logSumExp(values(of));
            case Expr.Share(int k, var of) ->
                    Math.exp(value(of.get(k)) - Softmax.logSumExp(values(of)));
            case Expr.Careful(_, var evaluated) -> value(evaluated);
            case Expr.Vanishing(var factor, var shown) -> vanishing(factor, shown);
            case Expr.Partial(_, _, var value) -> value(value);
            case Expr.Change(_, var value) -> value(value);
            case Expr.Symbol _, Expr.Named _, Expr.SumOver _ ->
                    throw new IllegalArgumentException("a general formula has no value: " + expr);
        };
    }

    private double[] values(List<Expr> of) {
        return of.stream().mapToDouble(this::value).toArray();
    }

    private double sum(List<Expr> terms) {
        double sum = 0;
        for (Expr term : terms) {
            sum += value(term);
        }
        return sum;
    }

    private double product(List<Expr> factors) {
        double product = 1;
        for (Expr factor : factors) {
            product *= value(factor);
        }
        return product;
    }

    private double vanishing(Expr factor, Expr shown) {
        boolean infinite =
                shown instanceof Expr.Quotient(_, var under)
                        ? value(under) == 0
                        : shown instanceof Expr.Product(var factors)
                                && Double.isInfinite(value(factors.getLast()));
        boolean vanishes = infinite && value(factor) == 0;
        return vanishes ? 0 : value(shown);
    }

    static double apply(Expr.Function function, double of) {
        return switch (function) {
            case EXP -> Math.exp(of);
            case EXPM1 -> Math.expm1(of);
            case LN -> Math.log(of);
            case SIGMOID -> Activation.sigmoid(of);
            case SOFTPLUS -> Activation.softplus(of);
            case TANH -> Math.tanh(of);
            case COSH -> Math.cosh(of);
            case NORMAL_CDF -> Normal.cdf(of);
            case NORMAL_PDF -> Normal.pdf(of);
            case SQRT -> Math.sqrt(of);
            case ABS -> Math.abs(of);
            case SIGN -> Math.signum(of);
        };
    }
}
