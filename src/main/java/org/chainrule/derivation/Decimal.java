package org.chainrule.derivation;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.MathContext;
import org.chainrule.engine.Activation;
import org.jspecify.annotations.Nullable;

/**
 * A number worked out by hand: an exact decimal, or one that is not finite.
 *
 * <p>Sums and products are exact; quotients and functions are taken to 34 digits (the sheet asks
 * for 16).
 *
 * @param finite the decimal, or null
 * @param other ±∞ or NaN where there is no decimal; else 0
 */
record Decimal(@Nullable BigDecimal finite, double other) {
    static final MathContext DIGITS = MathContext.DECIMAL128;

    /** Beyond this, e^−|p| is nothing to any number of decimals that a worksheet can ask for. */
    private static final BigDecimal FAR = BigDecimal.valueOf(20_000);

    static final Decimal ZERO = of(BigDecimal.ZERO);
    static final Decimal ONE = of(BigDecimal.ONE);

    static Decimal of(BigDecimal value) {
        return new Decimal(value, 0);
    }

    /** The decimal that was typed: the shortest one that reads back as {@code value}. */
    static Decimal of(double value) {
        return Double.isFinite(value)
                ? of(new BigDecimal(Double.toString(value)))
                : new Decimal(null, value);
    }

    boolean isFinite() {
        return finite != null;
    }

    int sign() {
        return finite != null ? finite.signum() : other > 0 ? 1 : other < 0 ? -1 : 0;
    }

    double toDouble() {
        return finite != null ? finite.doubleValue() : other;
    }

    Decimal rounded(int decimals) {
        return finite == null ? this : of(Rounding.round(finite, decimals));
    }

    Decimal negate() {
        return finite == null ? of(-other) : of(finite.negate());
    }

    Decimal plus(Decimal that) {
        return finite != null && that.finite != null
                ? of(finite.add(that.finite))
                : of(toSign() + that.toSign());
    }

    Decimal times(Decimal that) {
        return finite != null && that.finite != null
                ? of(finite.multiply(that.finite))
                : of(toSign() * that.toSign());
    }

    Decimal over(Decimal that) {
        if (finite != null && that.finite != null && that.finite.signum() != 0) {
            return of(finite.divide(that.finite, DIGITS));
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

    private boolean isFar() {
        return finite != null && finite.abs().compareTo(FAR) > 0;
    }

    Decimal exp() {
        if (finite == null || isFar()) {
            return sign() < 0 ? ZERO : of(finite == null ? other : Double.POSITIVE_INFINITY);
        }
        return of(BigDecimalMath.exp(finite, DIGITS));
    }

    Decimal ln() {
        if (finite == null || finite.signum() <= 0) {
            return of(Math.log(toSign()));
        }
        return of(BigDecimalMath.log(finite, DIGITS));
    }

    Decimal sigmoid() {
        if (finite == null) {
            return of(Activation.sigmoid(other));
        }
        if (sign() >= 0) {
            return ONE.over(ONE.plus(negate().exp()));
        }
        Decimal e = exp();
        return e.over(ONE.plus(e));
    }

    Decimal tanh() {
        if (finite == null) {
            return of(Math.tanh(other));
        }
        if (sign() < 0) {
            return negate().tanh().negate();
        }
        Decimal e = times(of(-2.0)).exp();
        return ONE.plus(e.negate()).over(ONE.plus(e));
    }

    /** ln(1 + e^p). */
    Decimal softplus() {
        if (finite == null) {
            return of(Activation.softplus(other));
        }
        Decimal log = ONE.plus(abs().negate().exp()).ln();
        return sign() > 0 ? plus(log) : log;
    }

    Decimal normalPdf() {
        return finite == null ? of(Activation.normalPdf(other)) : NormalDistribution.density(this);
    }

    Decimal normalCdf() {
        return finite == null
                ? of(Activation.normalCdf(other))
                : NormalDistribution.distribution(this);
    }
}
