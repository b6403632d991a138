package org.chainrule.derivation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The value of formulas in decimal, as a careful person works them out; nothing is rounded inside
 * one.
 */
public final class DecimalEvaluation {
    private final Function<Ref, Decimal> leaves;
    private final DecimalFunctions functions = new DecimalFunctions();

    public DecimalEvaluation(Function<Ref, Decimal> leaves) {
        this.leaves = leaves;
    }

    /** How many values of functions were worked out so far. */
    int evaluations() {
        return functions.evaluations();
    }

    public Decimal value(Expr expr) {
        return switch (expr) {
            case Expr.Num(var value) -> Decimal.of(value);
            case Expr.Leaf(var ref) -> leaves.apply(ref);
            case Expr.Neg(var of) -> value(of).negate();
            case Expr.Sum(var terms) -> sum(terms);
            case Expr.Folded(var terms) -> sum(terms);
            case Expr.Product(var factors) -> product(factors);
            case Expr.Quotient(var over, var under) -> value(over).over(value(under));
            case Expr.Square(var of) -> {
                Decimal value = value(of);
                yield value.times(value);
            }
            case Expr.Power(var base, int exponent) ->
                    Decimal.of(base.pow(exponent, Elementary.DIGITS));
            case Expr.Apply(var function, var of) -> functions.apply(function, value(of));
            case Expr.Activated(_, _, _, _, var meaning) -> value(meaning);
            case Expr.Cases(var of, var positive, var otherwise) -> {
                Decimal p = value(of);
                yield p.sign() > 0 ? value(positive) : p.isNaN() ? p : value(otherwise);
            }
            case Expr.Share(int k, var of) ->
                    functions.softmax(of.stream().map(this::value).toList()).get(k);
            // As it is shown it would overflow.
            case Expr.Careful(_, Expr.Apply(var function, var of))
                    when function == Expr.Function.SOFTPLUS ->
                    functions.apply(function, value(of));
            case Expr.Careful(var shown, _) -> value(shown);
            case Expr.Vanishing(var factor, var shown) ->
                    value(factor).isZero() ? Decimal.ZERO : value(shown);
            case Expr.Partial(_, _, var value) -> value(value);
            case Expr.Change(_, var value) -> value(value);
            case Expr.LogSumExp _ ->
                    throw new IllegalArgumentException("only doubles are worked so: " + expr);
            case Expr.Symbol _, Expr.Named _, Expr.SumOver _ ->
                    throw new IllegalArgumentException("a general formula has no value: " + expr);
        };
    }

    /** A number before it is divided; {@code under} is null where it is not. */
    private record Fraction(Decimal over, @Nullable Decimal under) {
        Decimal value() {
            return under == null ? over : over.over(under);
        }

        /** Whether it is divided by nothing else. */
        boolean isOver(Decimal divisor) {
            return under == null || under.plus(divisor.negate()).isZero();
        }

        /** The number that, divided by {@code divisor}, is this one. */
        Decimal over(Decimal divisor) {
            return under == null ? over.times(divisor) : over;
        }
    }

    /** Terms that are divided by the same are divided together. */
    private Decimal sum(List<Expr> terms) {
        List<Fraction> fractions = terms.stream().map(this::fraction).toList();
        Decimal divisor =
                fractions.stream()
                        .map(Fraction::under)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        return divisor == null ? total(fractions) : total(fractions, divisor);
    }

    private static Decimal total(List<Fraction> fractions) {
        return fractions.stream().map(Fraction::value).reduce(Decimal.ZERO, Decimal::plus);
    }

    /** Divided at the end, where {@code divisor} is the only one. */
    private static Decimal total(List<Fraction> fractions, Decimal divisor) {
        return fractions.stream().allMatch(each -> each.isOver(divisor))
                ? fractions.stream()
                        .map(each -> each.over(divisor))
                        .reduce(Decimal.ZERO, Decimal::plus)
                        .over(divisor)
                : total(fractions);
    }

    private Fraction fraction(Expr term) {
        List<Expr> factors = new ArrayList<>();
        flatten(term, factors);
        return isToMultiplyOut(factors) ? new Fraction(value(term), null) : quotient(factors);
    }

    private static boolean isToMultiplyOut(List<Expr> factors) {
        return factors.stream().anyMatch(DecimalEvaluation::isSumThatDivides);
    }

    private static boolean isSumThatDivides(Expr factor) {
        return factor instanceof Expr.Sum(var terms)
                && terms.stream().anyMatch(DecimalEvaluation::divides);
    }

    /** The factors of a product, of those within it too. */
    private static void flatten(Expr factor, List<Expr> into) {
        switch (factor) {
            case Expr.Careful(_, Expr.Apply(var function, _))
                    when function == Expr.Function.SOFTPLUS ->
                    into.add(factor);
            case Expr.Careful(var shown, _) -> flatten(shown, into);
            case Expr.Product(var factors) -> factors.forEach(each -> flatten(each, into));
            default -> into.add(factor);
        }
    }

    /** Division comes last, so that exact ties stay ties: (1/3) · 0.015 is 0.005. */
    private Decimal product(List<Expr> all) {
        List<Expr> factors = new ArrayList<>();
        all.forEach(factor -> flatten(factor, factors));
        for (int i = 0; i < factors.size(); i++) {
            if (factors.get(i) instanceof Expr.Sum(var terms) && isSumThatDivides(factors.get(i))) {
                return multipliedOut(factors, i, terms);
            }
        }
        return quotient(factors).value();
    }

    private static boolean divides(Expr term) {
        return switch (term) {
            case Expr.Quotient _ -> true;
            case Expr.Product(var factors) -> factors.stream().anyMatch(DecimalEvaluation::divides);
            case Expr.Careful(var shown, _) -> divides(shown);
            case Expr.Neg(var of) -> divides(of);
            case Expr.Vanishing(_, var shown) -> divides(shown);
            default -> false;
        };
    }

    /** With the sum at {@code place} term by term. */
    private Decimal multipliedOut(List<Expr> factors, int place, List<Expr> terms) {
        Decimal sum = Decimal.ZERO;
        for (Expr term : terms) {
            List<Expr> each = new ArrayList<>(factors);
            each.set(place, term);
            sum = sum.plus(product(each));
        }
        return sum;
    }

    private Fraction quotient(List<Expr> factors) {
        Decimal product = Decimal.ONE;
        Decimal under = null;
        for (Expr each : factors) {
            Expr factor = each;
            while (factor instanceof Expr.Neg(var of)) {
                product = product.negate();
                factor = of;
            }
            if (factor instanceof Expr.Vanishing(var y, var shown) && !value(y).isZero()) {
                factor = shown;
            }
            if (factor instanceof Expr.Quotient(var over, var divisor)) {
                product = product.times(value(over));
                under = under == null ? value(divisor) : under.times(value(divisor));
            } else {
                product = product.times(value(factor));
            }
        }
        return new Fraction(product, under);
    }
}
