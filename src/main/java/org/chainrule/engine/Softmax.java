package org.chainrule.engine;

/**
 * Softmax over a layer's preactivations, and the logarithms and complements that cross-entropies
 * take of it.
 */
public final class Softmax {
    private Softmax() {}

    /** ln Σⱼ e^pⱼ. */
    public static double logSumExp(double[] p) {
        return logSumExpWithout(p, -1);
    }

    /** ln Σ e^pⱼ over all j but {@code left}; −∞ where none remains. */
    public static double logSumExpWithout(double[] p, int left) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < p.length; j++) {
            if (j != left) {
                largest = Math.max(largest, p[j]);
            }
        }
        if (Double.isInfinite(largest)) {
            return largest;
        }
        double sum = 0;
        for (int j = 0; j < p.length; j++) {
            if (j != left) {
                sum += Math.exp(p[j] - largest);
            }
        }
        return largest + Math.log(sum);
    }

    /** zₖ = e^pₖ / Σⱼ e^pⱼ for every k, into {@code z}. */
    public static void values(double[] p, double[] z) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double value : p) {
            largest = Math.max(largest, value);
        }
        double sum = 0;
        for (int k = 0; k < p.length; k++) {
            z[k] = Math.exp(p[k] - largest);
            sum += z[k];
        }
        for (int k = 0; k < p.length; k++) {
            z[k] /= sum;
        }
    }

    /** 1 − zₖ, which is what the others have. */
    static double complement(double[] z, int k) {
        double others = 0;
        for (int j = 0; j < z.length; j++) {
            if (j != k) {
                others += z[j];
            }
        }
        return others;
    }

    /**
     * ∂J/∂pⱼ = Σₖ ∂J/∂zₖ · zₖ (δₖⱼ − zⱼ), the full Jacobian, into {@code dp}.
     *
     * <p>The term k = j is taken with 1 − zⱼ, so that nothing is lost where one neuron has it all.
     */
    public static void backward(double[] z, double[] dz, double[] dp) {
        for (int j = 0; j < z.length; j++) {
            double others = 0;
            for (int k = 0; k < z.length; k++) {
                if (k != j) {
                    others += dz[k] * z[k];
                }
            }
            dp[j] = dz[j] * z[j] * complement(z, j) - z[j] * others;
        }
    }
}
