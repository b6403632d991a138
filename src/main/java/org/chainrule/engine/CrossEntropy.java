package org.chainrule.engine;

/**
 * Cross-entropies of a sigmoid or softmax layer, taken from its preactivations p so that saturation
 * loses nothing.
 *
 * <p>With σ: −ln z = softplus(−p) and −ln(1 − z) = softplus(p). With softmax: −ln zₖ = ln Σ e^pⱼ −
 * pₖ.
 */
public final class CrossEntropy {
    private CrossEntropy() {}

    /** J of one sample. */
    public static double value(Loss loss, Layer last, double[] p, double[] y) {
        double sum = 0;
        boolean softmax = last.activation() == Activation.SOFTMAX;
        double all = softmax ? Softmax.logSumExp(p) : 0;
        double c = last.shape();
        for (int k = 0; k < p.length; k++) {
            sum += Loss.times(y[k], softmax ? all - p[k] : Activation.softplus(-c * p[k]));
            if (loss.isBinary()) {
                double others =
                        softmax
                                ? all - Softmax.logSumExpWithout(p, k)
                                : Activation.softplus(c * p[k]);
                sum += Loss.times(1 - y[k], others);
            }
        }
        return sum / perOutput(loss, p.length);
    }

    private static int perOutput(Loss loss, int outputs) {
        return loss == Loss.MEAN_BINARY_CROSS_ENTROPY ? outputs : 1;
    }

    /** ∂J/∂zₖ for every k, into {@code dz}: infinite where it has overflowed. */
    public static void errorGradient(
            Loss loss, Layer last, double[] p, double[] z, double[] y, double[] dz) {
        for (int k = 0; k < p.length; k++) {
            dz[k] = 0 - Loss.over(y[k], z[k]);
            if (loss.isBinary()) {
                double complement =
                        last.activation() == Activation.SIGMOID
                                ? Activation.sigmoid(-last.shape() * p[k])
                                : Softmax.complement(z, k);
                dz[k] += Loss.over(1 - y[k], complement);
            }
            dz[k] /= perOutput(loss, p.length);
        }
    }

    /** ∂J/∂pₖ for every k, into {@code dp}, without passing through ∂J/∂z. */
    public static void backward(
            Loss loss, Layer last, double[] p, double[] z, double[] y, double[] dp) {
        if (last.activation() == Activation.SIGMOID) {
            double c = last.shape();
            for (int k = 0; k < p.length; k++) {
                dp[k] = 0 - y[k] * Activation.sigmoid(-c * p[k]);
                dp[k] += loss.isBinary() ? (1 - y[k]) * z[k] : 0;
                dp[k] *= c;
            }
        } else if (loss == Loss.CROSS_ENTROPY) {
            softmaxBackward(z, y, dp);
        } else {
            binarySoftmaxBackward(p, z, y, dp);
        }
        for (int k = 0; k < p.length; k++) {
            dp[k] /= perOutput(loss, p.length);
        }
    }

    /** zⱼ Σₖ yₖ − yⱼ, as −yⱼ (1 − zⱼ) + zⱼ Σ yₖ over the others. */
    private static void softmaxBackward(double[] z, double[] y, double[] dp) {
        for (int j = 0; j < z.length; j++) {
            double others = 0;
            for (int k = 0; k < z.length; k++) {
                others += k == j ? 0 : y[k];
            }
            dp[j] = z[j] * others - y[j] * Softmax.complement(z, j);
        }
    }

    /**
     * With aₖ = zₖ ∂J/∂zₖ = −yₖ + (1 − yₖ) zₖ/(1 − zₖ): aⱼ (1 − zⱼ) − zⱼ Σ aₖ over the others, in
     * logarithms.
     */
    private static void binarySoftmaxBackward(double[] p, double[] z, double[] y, double[] dp) {
        double all = Softmax.logSumExp(p);
        double[] others = new double[p.length];
        for (int k = 0; k < p.length; k++) {
            others[k] = Softmax.logSumExpWithout(p, k);
        }
        for (int j = 0; j < p.length; j++) {
            double sum = (1 - y[j]) * z[j] - y[j] * Softmax.complement(z, j);
            for (int k = 0; k < p.length; k++) {
                if (k != j) {
                    double odds = Math.exp(p[j] - all + p[k] - others[k]);
                    sum += z[j] * y[k] - (1 - y[k]) * odds;
                }
            }
            dp[j] = sum;
        }
    }
}
