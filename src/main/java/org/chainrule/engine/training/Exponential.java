package org.chainrule.engine.training;

/**
 * e^y to within an ulp or two, by additions and multiplications alone, so that it is the same
 * number on every machine and in a fraction of {@link Math#exp}'s time where a loop takes many.
 *
 * <p>y = n ln 2 + r with |r| ≤ ½ ln 2 and e^y = 2ⁿ (1 + q); q = e^r − 1 is a polynomial, r + ½ r² +
 * r³ P(r), with P interpolated at Chebyshev's points for a relative error of 2.5e−18. From 2ⁿ and q
 * follows e^y − 1 with all its digits too.
 */
final class Exponential {
    /** Beyond ± this, y counts as this: e^y is 3e307 then, or its inverse. */
    private static final double LARGEST = 708;

    private static final double PER_LN2 = 1.4426950408889634;
    private static final double LN2 = 0.6931471805599453;
    private static final double LN2_REST = 2.3190468138462996e-17;

    /** 1.5 · 2⁵²: a sum with it is rounded to an integer, which its lowest bits hold. */
    private static final double ROUNDER = 0x1.8p52;

    private static final double P0 = 0.16666666666666669;
    private static final double P1 = 0.041666666666666664;
    private static final double P2 = 0.008333333333330062;
    private static final double P3 = 0.0013888888888886552;
    private static final double P4 = 0.00019841269863053618;
    private static final double P5 = 2.4801587317144498e-05;
    private static final double P6 = 2.7557268459997064e-06;
    private static final double P7 = 2.755728296954995e-07;
    private static final double P8 = 2.510038549551032e-08;
    private static final double P9 = 2.0911236630261545e-09;

    private Exponential() {}

    /** n ln 2 + r = y, rounded and shifted: the argument of {@link #power} and {@link #rest}. */
    static double shifted(double y) {
        return Math.fma(y, PER_LN2, ROUNDER);
    }

    /** y within what has an exponential. */
    static double bounded(double y) {
        return y > LARGEST ? LARGEST : y < -LARGEST ? -LARGEST : y;
    }

    /** 2ⁿ. */
    static double power(double shifted) {
        return Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) + 1023) << 52);
    }

    /** q. */
    static double rest(double y, double shifted) {
        double n = shifted - ROUNDER;
        double r = Math.fma(-n, LN2_REST, Math.fma(-n, LN2, y));
        double r2 = r * r;
        double r4 = r2 * r2;
        double low = Math.fma(Math.fma(P3, r, P2), r2, Math.fma(P1, r, P0));
        double high = Math.fma(Math.fma(P7, r, P6), r2, Math.fma(P5, r, P4));
        double highest = Math.fma(P9, r, P8);
        double p = Math.fma(Math.fma(highest, r4, high), r4, low);
        return Math.fma(r2, Math.fma(r, p, 0.5), r);
    }
}
