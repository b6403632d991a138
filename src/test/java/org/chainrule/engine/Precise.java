package org.chainrule.engine;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Automatic differentiation in reverse mode, in 100 decimal digits.
 *
 * <p>It knows sums, products, quotients, e^x, ln and erf, and nothing of networks: an oracle for
 * those who do.
 */
final class Precise {
    static final MathContext DIGITS = new MathContext(100);

    /** One number that was computed, and how it depends on those before it. */
    static final class Var {
        final BigDecimal value;
        private final List<Var> from;
        private final List<BigDecimal> slopes;
        BigDecimal gradient = BigDecimal.ZERO;

        private Var(BigDecimal value, List<Var> from, List<BigDecimal> slopes) {
            this.value = value;
            this.from = from;
            this.slopes = slopes;
        }

        int sign() {
            return value.signum();
        }
    }

    private final List<Var> tape = new ArrayList<>();

    private Var add(BigDecimal value, List<Var> from, List<BigDecimal> slopes) {
        Var var = new Var(value.round(DIGITS), from, slopes);
        tape.add(var);
        return var;
    }

    Var of(double value) {
        return add(new BigDecimal(value), List.of(), List.of());
    }

    Var plus(Var a, Var b) {
        return add(a.value.add(b.value), List.of(a, b), List.of(BigDecimal.ONE, BigDecimal.ONE));
    }

    Var minus(Var a, Var b) {
        return add(
                a.value.subtract(b.value),
                List.of(a, b),
                List.of(BigDecimal.ONE, BigDecimal.ONE.negate()));
    }

    Var times(Var a, Var b) {
        return add(a.value.multiply(b.value), List.of(a, b), List.of(b.value, a.value));
    }

    Var over(Var a, Var b) {
        BigDecimal quotient = a.value.divide(b.value, DIGITS);
        return add(
                quotient,
                List.of(a, b),
                List.of(
                        BigDecimal.ONE.divide(b.value, DIGITS),
                        quotient.divide(b.value, DIGITS).negate()));
    }

    Var exp(Var a) {
        BigDecimal value = BigDecimalMath.exp(a.value, DIGITS);
        return add(value, List.of(a), List.of(value));
    }

    Var ln(Var a) {
        return add(
                BigDecimalMath.log(a.value, DIGITS),
                List.of(a),
                List.of(BigDecimal.ONE.divide(a.value, DIGITS)));
    }

    /** erf(x) = 2/√π Σ (−1)ⁿ x^(2n+1) / (n! (2n+1)). */
    Var erf(Var a) {
        MathContext more = new MathContext(200);
        BigDecimal x = a.value;
        BigDecimal square = x.multiply(x, more).negate();
        BigDecimal power = x;
        BigDecimal sum = x;
        for (int n = 1; n < 4000 && power.abs().compareTo(new BigDecimal("1e-150")) > 0; n++) {
            power = power.multiply(square, more).divide(BigDecimal.valueOf(n), more);
            sum = sum.add(power.divide(BigDecimal.valueOf(2L * n + 1), more), more);
        }
        BigDecimal factor =
                BigDecimal.TWO.divide(
                        BigDecimalMath.sqrt(BigDecimalMath.pi(DIGITS), DIGITS), DIGITS);
        BigDecimal slope =
                factor.multiply(BigDecimalMath.exp(x.multiply(x).negate(), DIGITS), DIGITS);
        return add(sum.multiply(factor), List.of(a), List.of(slope));
    }

    Var sqrtHalf() {
        return add(BigDecimalMath.sqrt(new BigDecimal("0.5"), DIGITS), List.of(), List.of());
    }

    /** Fills in the gradient of {@code result} by every number before it. */
    void backward(Var result) {
        for (Var var : tape) {
            var.gradient = BigDecimal.ZERO;
        }
        result.gradient = BigDecimal.ONE;
        for (Var var : tape.reversed()) {
            for (int i = 0; i < var.from.size(); i++) {
                Var from = var.from.get(i);
                from.gradient =
                        from.gradient.add(var.gradient.multiply(var.slopes.get(i), DIGITS), DIGITS);
            }
        }
    }
}
