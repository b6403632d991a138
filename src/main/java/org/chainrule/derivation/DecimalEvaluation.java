package org.chainrule.derivation;

import java.util.List;
import java.util.function.Function;
import org.chainrule.engine.Activation;

/**
 * The value of formulas in decimal, as a careful person works them out; nothing is rounded inside
 * one.
 */
final class DecimalEvaluation {
    private final Function<Ref, Decimal> leaves;
    private final DecimalFunctions functions = new DecimalFunctions();

    DecimalEvaluation(Function<Ref, Decimal> leaves) {
        this.leaves = leaves;
    }

    /** How many values of functions were worked out so far. */
    int evaluations() {
        return functions.evaluations();
    }

    Decimal value(Expr expr) {
        return switch (expr) {
            case Expr.Num(var value) -> Decimal.of(value);
            case Expr.Leaf(var ref) -> leaves.apply(ref);
            case Expr.Neg(var of) -> value(of).negate();
            case Expr.Sum(var terms) -> sum(terms);
            case Expr.Product(var factors) -> product(factors);
            case Expr.Quotient(var over, var under) -> value(over).over(value(under));
            case Expr.Square(var of) -> {
                Decimal value = value(of);
                yield value.times(value);
            }
            case Expr.Apply(var function, var of) -> functions.apply(function, value(of));
            case Expr.Activated(var activation, var slope, var of) ->
                    activate(activation, slope, value(of));
            case Expr.Slope(var activation, var slope, var of) ->
                    slope(activation, slope, value(of));
            case Expr.Share(int k, var of) ->
                    functions.softmax(of.stream().map(this::value).toList()).get(k);
            // The activation by its name is what is shown, and does not overflow.
            case Expr.Careful(_, Expr.Activated named) -> value(named);
            case Expr.Careful(var shown, _) -> value(shown);
            case Expr.Vanishing(var factor, var shown) ->
                    value(factor).isZero() ? Decimal.ZERO : value(shown);
            case Expr.Partial(_, _, var value) -> value(value);
            case Expr.LogSumExp _ ->
                    throw new IllegalArgumentException("only doubles are worked so: " + expr);
            case Expr.Symbol _, Expr.Named _, Expr.SumOver _ ->
                    throw new IllegalArgumentException("a general formula has no value: " + expr);
        };
    }

    private Decimal sum(List<Expr> terms) {
        Decimal sum = Decimal.ZERO;
        for (Expr term : terms) {
            sum = sum.plus(value(term));
        }
        return sum;
    }

    /** Division comes last, so that exact ties stay ties: (1/3) · 0.015 is 0.005. */
    private Decimal product(List<Expr> factors) {
        Decimal product = Decimal.ONE;
        Decimal under = null;
        for (Expr factor : factors) {
            if (factor instanceof Expr.Quotient(var over, var divisor)) {
                product = product.times(value(over));
                under = under == null ? value(divisor) : under.times(value(divisor));
            } else {
                product = product.times(value(factor));
            }
        }
        return under == null ? product : product.over(under);
    }

    private Decimal activate(Activation activation, double slope, Decimal p) {
        return switch (activation) {
            case IDENTITY -> p;
            case RELU ->
                    p.sign() > 0
                            ? p
                            : p.isFinite()
                                    ? Decimal.ZERO
                                    : Decimal.of(activation.value(p.toDouble(), 0));
            case LEAKY_RELU -> p.sign() > 0 ? p : Decimal.of(slope).times(p);
            case ELU ->
                    p.sign() > 0
                            ? p
                            : functions.apply(Expr.Function.EXP, p).plus(Decimal.ONE.negate());
            case SIGMOID -> functions.apply(Expr.Function.SIGMOID, p);
            case TANH -> functions.apply(Expr.Function.TANH, p);
            case SOFTPLUS -> functions.softplus(p);
            case SILU -> p.times(functions.apply(Expr.Function.SIGMOID, p));
            case GELU -> p.times(functions.apply(Expr.Function.NORMAL_CDF, p));
            case SOFTMAX -> throw new IllegalArgumentException("softmax reads a whole layer");
        };
    }

    private Decimal slope(Activation activation, double slope, Decimal p) {
        return switch (activation) {
            case IDENTITY -> Decimal.ONE;
            case RELU -> p.sign() > 0 ? Decimal.ONE : Decimal.ZERO;
            case LEAKY_RELU -> p.sign() > 0 ? Decimal.ONE : Decimal.of(slope);
            case ELU -> p.sign() > 0 ? Decimal.ONE : functions.apply(Expr.Function.EXP, p);
            case SIGMOID, TANH, SOFTPLUS, SILU, GELU, SOFTMAX ->
                    throw new IllegalArgumentException(activation + " has its slope as a formula");
        };
    }
}
