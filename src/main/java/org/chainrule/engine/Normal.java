package org.chainrule.engine;

import org.apache.commons.numbers.gamma.Erfc;

/** The standard normal distribution. */
public final class Normal {
    private static final double SQRT_HALF = Math.sqrt(0.5);
    private static final double INVERSE_SQRT_2PI = 1 / Math.sqrt(2 * Math.PI);

    private Normal() {}

    /** Φ(p), the distribution function of the standard normal. */
    public static double cdf(double p) {
        return 0.5 * Erfc.value(-p * SQRT_HALF);
    }

    /** φ(p), the density of the standard normal. */
    public static double pdf(double p) {
        return INVERSE_SQRT_2PI * Math.exp(-0.5 * p * p);
    }
}
