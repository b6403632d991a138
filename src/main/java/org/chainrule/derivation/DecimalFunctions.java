package org.chainrule.derivation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chainrule.derivation.Expr.Function;

/** The functions of formulas in decimal, each worked out once for the same number. */
final class DecimalFunctions {
    /** e^p of what is below −20,000 is taken as e^−20000: it is written as 0, and yet is not 0. */
    private static final BigDecimal FAR = BigDecimal.valueOf(20_000);

    private static final Decimal MINUS_HALF = Decimal.of(-0.5);
    private static final Decimal TWO = Decimal.of(BigDecimal.TWO);

    private final Map<Call, Decimal> known = new HashMap<>();
    private final Map<List<Decimal>, List<Decimal>> layers = new HashMap<>();
    private int evaluations;

    private record Call(Function function, Decimal of) {}

    /** How many values of e^p, ln p and Φ(p) were worked out. */
    int evaluations() {
        return evaluations;
    }

    Decimal apply(Function function, Decimal of) {
        Call call = new Call(function, of);
        Decimal found = known.get(call);
        if (found == null) {
            BigDecimal p = of.finite();
            found =
                    p == null
                            ? Decimal.of(Evaluation.apply(function, of.other()))
                            : value(function, of, p);
            known.put(call, found);
        }
        return found;
    }

    private Decimal value(Function function, Decimal of, BigDecimal p) {
        return switch (function) {
            case EXP -> exp(p);
            case LN ->
                    p.signum() > 0 ? workedOut(Elementary.ln(p)) : Decimal.of(Math.log(p.signum()));
            case EXPM1 -> apply(Function.EXP, of).plus(Decimal.ONE.negate());
            case SIGMOID -> sigmoid(of);
            case SOFTPLUS -> softplus(of);
            case TANH -> tanh(of);
            case COSH -> cosh(of);
            case NORMAL_CDF -> workedOut(NormalDistribution.distribution(p));
            case NORMAL_PDF -> density(of);
            case SQRT ->
                    p.signum() < 0 ? Decimal.of(Double.NaN) : Decimal.of(p.sqrt(Elementary.DIGITS));
            case ABS -> of.abs();
            case SIGN -> Decimal.of(BigDecimal.valueOf(of.sign()));
        };
    }

    private Decimal workedOut(BigDecimal value) {
        evaluations++;
        return Decimal.of(value);
    }

    /** No activation takes e^p of a large p: each is worked from e^−|p|. */
    private Decimal exp(BigDecimal p) {
        return p.compareTo(FAR) > 0
                ? Decimal.of(Double.POSITIVE_INFINITY)
                : workedOut(Elementary.exp(p.max(FAR.negate()), Elementary.DIGITS));
    }

    private Decimal sigmoid(Decimal p) {
        Decimal e = apply(Function.EXP, p.abs().negate());
        return (p.sign() < 0 ? e : Decimal.ONE).over(Decimal.ONE.plus(e));
    }

    private Decimal tanh(Decimal p) {
        Decimal e = apply(Function.EXP, p.abs().times(TWO).negate());
        Decimal size = Decimal.ONE.plus(e.negate()).over(Decimal.ONE.plus(e));
        return p.sign() < 0 ? size.negate() : size;
    }

    private Decimal cosh(Decimal p) {
        return apply(Function.EXP, p).plus(apply(Function.EXP, p.negate())).over(TWO);
    }

    /** φ(p) = e^(−p²/2)/√(2π). */
    private Decimal density(Decimal p) {
        Decimal exponent = p.times(p).times(MINUS_HALF);
        return apply(Function.EXP, exponent).over(NormalDistribution.ROOT_OF_TWO_PI);
    }

    /** ln(1 + e^p). */
    private Decimal softplus(Decimal p) {
        Decimal e = apply(Function.EXP, p.abs().negate());
        Decimal log = apply(Function.LN, Decimal.ONE.plus(e));
        return p.sign() > 0 ? p.plus(log) : log;
    }

    /** e^pₖ / Σⱼ e^pⱼ for every k; the largest p is taken off all of them first. */
    List<Decimal> softmax(List<Decimal> p) {
        List<Decimal> found = layers.get(p);
        if (found == null) {
            Decimal largest = p.stream().reduce(DecimalFunctions::larger).orElseThrow();
            List<Decimal> exponentials =
                    p.stream()
                            .map(each -> apply(Function.EXP, each.plus(largest.negate())))
                            .toList();
            Decimal sum = exponentials.stream().reduce(Decimal.ZERO, Decimal::plus);
            found = exponentials.stream().map(each -> each.over(sum)).toList();
            layers.put(p, found);
        }
        return found;
    }

    private static Decimal larger(Decimal a, Decimal b) {
        return a.plus(b.negate()).sign() >= 0 ? a : b;
    }
}
