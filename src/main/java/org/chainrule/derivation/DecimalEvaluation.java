package org.chainrule.derivation;

import java.util.List;
import java.util.function.Function;
import org.chainrule.engine.Activation;

/**
 * The value of a formula in decimal, as a careful person works it out; nothing is rounded inside
 * it.
 */
final class DecimalEvaluation {
    private final Function<Ref, Decimal> leaves;

    private DecimalEvaluation(Function<Ref, Decimal> leaves) {
        this.leaves = leaves;
    }

    static Decimal of(Expr expr, Function<Ref, Decimal> leaves) {
        return new DecimalEvaluation(leaves).value(expr);
    }

    private Decimal value(Expr expr) {
        return switch (expr) {
            case Expr.Num(var value) -> Decimal.of(value);
            case Expr.Leaf(var ref) -> leaves.apply(ref);
            case Expr.Neg(var of) -> value(of).negate();
            case Expr.Sum(var terms) ->
                    terms.stream().map(this::value).reduce(Decimal.ZERO, Decimal::plus);
            case Expr.Product(var factors) ->
                    factors.stream().map(this::value).reduce(Decimal.ONE, Decimal::times);
            case Expr.Quotient(var over, var under) -> value(over).over(value(under));
            case Expr.Square(var of) -> value(of).times(value(of));
            case Expr.Apply(var function, var of) -> apply(function, value(of));
            case Expr.Activated(var activation, var slope, var of) ->
                    activate(activation, slope, value(of));
            case Expr.Slope(var activation, var slope, var of) ->
                    slope(activation, slope, value(of));
            case Expr.LogSumExp(var of) -> logSumExp(of.stream().map(this::value).toList());
            case Expr.Careful(var shown, _) -> value(shown);
            case Expr.Vanishing(var factor, var shown) -> vanishing(factor, shown);
            case Expr.Partial(_, _, var value) -> value(value);
            case Expr.Symbol _, Expr.Named _, Expr.SumOver _ ->
                    throw new IllegalArgumentException("a general formula has no value: " + expr);
        };
    }

    private Decimal vanishing(Expr factor, Expr shown) {
        boolean vanishes =
                value(factor).sign() == 0
                        && switch (shown) {
                            case Expr.Product(var factors) ->
                                    Double.isInfinite(value(factors.getLast()).toDouble());
                            case Expr.Quotient(_, var under) -> value(under).sign() == 0;
                            default ->
                                    throw new IllegalArgumentException(
                                            "not a product or quotient: " + shown);
                        };
        return vanishes ? Decimal.ZERO : value(shown);
    }

    private static Decimal apply(Expr.Function function, Decimal of) {
        return switch (function) {
            case EXP -> of.exp();
            case LN -> of.ln();
            case SIGMOID -> of.sigmoid();
            case TANH -> of.tanh();
            case NORMAL_CDF -> of.normalCdf();
            case NORMAL_PDF -> of.normalPdf();
            case ABS -> of.abs();
        };
    }

    private static Decimal activate(Activation activation, double slope, Decimal p) {
        return switch (activation) {
            case IDENTITY -> p;
            case RELU ->
                    p.sign() > 0
                            ? p
                            : p.isFinite()
                                    ? Decimal.ZERO
                                    : Decimal.of(activation.value(p.toDouble(), 0));
            case LEAKY_RELU -> p.sign() > 0 ? p : Decimal.of(slope).times(p);
            case ELU -> p.sign() > 0 ? p : p.exp().plus(Decimal.ONE.negate());
            case SIGMOID -> p.sigmoid();
            case TANH -> p.tanh();
            case SOFTPLUS -> p.softplus();
            case SILU -> p.times(p.sigmoid());
            case GELU -> p.times(p.normalCdf());
            case SOFTMAX -> throw new IllegalArgumentException("softmax reads a whole layer");
        };
    }

    private static Decimal slope(Activation activation, double slope, Decimal p) {
        return switch (activation) {
            case IDENTITY -> Decimal.ONE;
            case RELU -> p.sign() > 0 ? Decimal.ONE : Decimal.ZERO;
            case LEAKY_RELU -> p.sign() > 0 ? Decimal.ONE : Decimal.of(slope);
            case ELU -> p.sign() > 0 ? Decimal.ONE : p.exp();
            case SIGMOID, TANH, SOFTPLUS, SILU, GELU, SOFTMAX ->
                    throw new IllegalArgumentException(activation + " has its slope as a formula");
        };
    }

    private static Decimal logSumExp(List<Decimal> values) {
        Decimal largest =
                values.stream()
                        .reduce((a, b) -> a.plus(b.negate()).sign() >= 0 ? a : b)
                        .orElse(Decimal.of(Double.NEGATIVE_INFINITY));
        if (!largest.isFinite()) {
            return largest;
        }
        return largest.plus(
                values.stream()
                        .map(value -> value.plus(largest.negate()).exp())
                        .reduce(Decimal.ZERO, Decimal::plus)
                        .ln());
    }
}
