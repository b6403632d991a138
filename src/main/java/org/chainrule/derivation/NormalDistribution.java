package org.chainrule.derivation;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** The standard normal's distribution function Φ in decimal, and the constant of its density φ. */
final class NormalDistribution {
    /** Beyond 14 standard deviations Φ is 0 or 1 to more than 40 decimals. */
    private static final BigDecimal FAR = BigDecimal.valueOf(14);

    /** Up to here the series is the shorter, from here on the fraction. */
    private static final BigDecimal NEAR = BigDecimal.valueOf(4);

    /** So many levels of the fraction, and so many by p² more, give 34 digits. */
    private static final int LEVELS = 30;

    private static final int MORE_LEVELS = 1_700;

    /** A term of fewer bits, of a sum of 192 after the point, is under 10^−40. */
    private static final int LEAST_BITS = 56;

    private static final MathContext DIGITS = new MathContext(48);
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal ROOT =
            BigDecimalMath.sqrt(BigDecimalMath.pi(DIGITS).multiply(BigDecimal.TWO), DIGITS);

    /** √(2π). */
    static final Decimal ROOT_OF_TWO_PI = Decimal.of(ROOT.round(Elementary.DIGITS));

    private NormalDistribution() {}

    static BigDecimal distribution(BigDecimal p) {
        BigDecimal size = p.abs();
        if (size.compareTo(FAR) > 0) {
            return p.signum() > 0 ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        BigDecimal upper = size.compareTo(NEAR) < 0 ? bySeries(size) : byFraction(size);
        return p.signum() > 0 ? BigDecimal.ONE.subtract(upper) : upper;
    }

    /** φ(p), to more digits than are kept: Φ is a difference. */
    private static BigDecimal density(BigDecimal p) {
        BigDecimal exponent = p.multiply(p).multiply(HALF).negate();
        return Elementary.exp(exponent, DIGITS).divide(ROOT, DIGITS);
    }

    /**
     * Φ(−p) = ½ − φ(p) (p + p³/3 + p⁵/(3·5) + …), Marsaglia, "Evaluating the normal distribution",
     * 2004.
     */
    private static BigDecimal bySeries(BigDecimal p) {
        BigInteger square = Elementary.fixed(p.multiply(p));
        BigInteger term = Elementary.fixed(p);
        BigInteger sum = BigInteger.ZERO;
        for (int odd = 3; term.bitLength() > LEAST_BITS; odd += 2) {
            sum = sum.add(term);
            term = Elementary.times(term, square).divide(BigInteger.valueOf(odd));
        }
        return HALF.subtract(density(p).multiply(Elementary.decimal(sum)));
    }

    /** Φ(−p) = φ(p)/(p + 1/(p + 2/(p + 3/(p + …)))), Laplace. */
    private static BigDecimal byFraction(BigDecimal p) {
        BigInteger first = Elementary.fixed(p);
        BigInteger under = first;
        for (int level = LEVELS + MORE_LEVELS / p.pow(2).intValue(); level > 0; level--) {
            under = first.add(Elementary.over(Elementary.fixed(level), under));
        }
        return density(p).divide(Elementary.decimal(under), DIGITS);
    }
}
