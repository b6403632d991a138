package org.chainrule.derivation;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.MathContext;

/** The standard normal's density φ and distribution function Φ, in decimal. */
final class NormalDistribution {
    private static final MathContext DIGITS = new MathContext(120);

    /** Beyond 14 standard deviations Φ is 0 or 1 to more than 40 decimals. */
    private static final BigDecimal FAR = BigDecimal.valueOf(14);

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private NormalDistribution() {}

    /** φ(p) = e^(−p²/2)/√(2π). */
    static Decimal density(Decimal p) {
        BigDecimal root =
                BigDecimalMath.sqrt(
                        TWO.multiply(BigDecimalMath.pi(Decimal.DIGITS)), Decimal.DIGITS);
        return p.times(p).times(Decimal.of(-0.5)).exp().over(Decimal.of(root));
    }

    /**
     * Φ(p) = ½ + φ(p) (p + p³/3 + p⁵/(3·5) + …), Marsaglia, "Evaluating the normal distribution",
     * 2004.
     *
     * <p>For p &lt; 0 it is 1 − Φ(−p), with digits enough that the difference keeps 34 of them.
     */
    static Decimal distribution(Decimal p) {
        if (p.sign() < 0) {
            Decimal upper = distribution(p.negate());
            return Decimal.ONE.plus(upper.negate());
        }
        BigDecimal value = java.util.Objects.requireNonNull(p.finite());
        if (value.compareTo(FAR) > 0) {
            return Decimal.ONE;
        }
        BigDecimal square = value.multiply(value, DIGITS);
        BigDecimal term = value;
        BigDecimal sum = value;
        BigDecimal least = BigDecimal.ONE.movePointLeft(110);
        for (int odd = 3; term.compareTo(least) > 0; odd += 2) {
            term = term.multiply(square, DIGITS).divide(BigDecimal.valueOf(odd), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        BigDecimal root = BigDecimalMath.sqrt(TWO.multiply(BigDecimalMath.pi(DIGITS)), DIGITS);
        BigDecimal density =
                BigDecimalMath.exp(square.divide(TWO, DIGITS).negate(), DIGITS)
                        .divide(root, DIGITS);
        return Decimal.of(new BigDecimal("0.5").add(density.multiply(sum, DIGITS), DIGITS));
    }
}
