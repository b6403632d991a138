package org.chainrule.derivation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number worked out by hand: an exact decimal, or one that is not finite.
 *
 * <p>Sums and products are exact; quotients and {@link DecimalFunctions} are taken to 34 digits
 * (the sheet asks for 16).
 *
 * @param finite the decimal, or null
 * @param other ±∞ or NaN where there is no decimal; else 0
 */
public record Decimal(@Nullable BigDecimal finite, double other) {
    /**
     * So many digits apart, the smaller number is not seen beside the larger. What is typed or
     * written never is: only e^p of a p of thousands gets there.
     */
    private static final int APART = 2_000;

    static final Decimal ZERO = of(BigDecimal.ZERO);
    static final Decimal ONE = of(BigDecimal.ONE);

    public static Decimal of(BigDecimal value) {
        return new Decimal(value, 0);
    }

    /** The decimal that was typed: the shortest one that reads back as {@code value}. */
    public static Decimal of(double value) {
        return Double.isFinite(value)
                ? of(new BigDecimal(Double.toString(value)))
                : new Decimal(null, value);
    }

    boolean isNaN() {
        return Double.isNaN(other);
    }

    int sign() {
        return finite != null ? finite.signum() : other > 0 ? 1 : other < 0 ? -1 : 0;
    }

    public double toDouble() {
        return finite != null ? finite.doubleValue() : other;
    }

    public boolean isZero() {
        return finite != null && finite.signum() == 0;
    }

    /** Halves away from zero. A number far too small to be seen is not divided out. */
    public Decimal rounded(int decimals) {
        if (finite == null) {
            return this;
        }
        boolean nothing = magnitude(finite) < -decimals;
        return of(nothing ? BigDecimal.ZERO.setScale(decimals) : Rounding.round(finite, decimals));
    }

    Decimal negate() {
        return finite == null ? of(-other) : of(finite.negate());
    }

    Decimal plus(Decimal that) {
        if (finite == null || that.finite == null) {
            return of(toSign() + that.toSign());
        }
        if (isZero() || that.isZero()) {
            return isZero() ? that : this;
        }
        int apart = magnitude(finite) - magnitude(that.finite);
        return Math.abs(apart) <= APART ? of(finite.add(that.finite)) : apart > 0 ? this : that;
    }

    private static int magnitude(BigDecimal value) {
        return value.precision() - value.scale();
    }

    Decimal times(Decimal that) {
        return finite != null && that.finite != null
                ? of(finite.multiply(that.finite))
                : of(toSign() * that.toSign());
    }

    Decimal over(Decimal that) {
        if (finite != null && that.finite != null && that.finite.signum() != 0) {
            return of(finite.divide(that.finite, Elementary.DIGITS));
        }
        return that.finite != null || finite != null
                ? of(toSign() / that.toSign())
                : of(Double.NaN);
    }

    /** Its sign as a double, or what is not finite as it is: enough to reckon with infinities. */
    private double toSign() {
        return finite != null ? finite.signum() : other;
    }

    Decimal abs() {
        return sign() < 0 ? negate() : this;
    }
}
