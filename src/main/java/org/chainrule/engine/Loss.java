package org.chainrule.engine;

/**
 * How far the outputs z of one sample are from its targets y, and the slope of that in each output.
 *
 * <p>Cross-entropies of a sigmoid or softmax layer are taken from its preactivations by {@link
 * CrossEntropy}.
 */
public enum Loss {
    /** Σₖ (zₖ − yₖ)² (sheet). */
    SQUARED_ERROR("squared-error", 2),
    /** ½ Σₖ (zₖ − yₖ)². */
    HALF_SQUARED_ERROR("half-squared-error", 1),
    /** (1/K) Σₖ (zₖ − yₖ)². */
    MEAN_SQUARED_ERROR("mean-squared-error", 2),
    /** −Σₖ [yₖ ln zₖ + (1 − yₖ) ln(1 − zₖ)], with 0 · ln 0 = 0. */
    BINARY_CROSS_ENTROPY("binary-cross-entropy", 0),
    /** −Σₖ yₖ ln zₖ, with 0 · ln 0 = 0. */
    CROSS_ENTROPY("cross-entropy", 0);

    private final String key;
    private final double factor;

    Loss(String key, double factor) {
        this.key = key;
        this.factor = factor;
    }

    /** Its name in documents and links. */
    public String key() {
        return key;
    }

    public boolean isCrossEntropy() {
        return this == BINARY_CROSS_ENTROPY || this == CROSS_ENTROPY;
    }

    /**
     * Whether this loss is computed from the preactivations of a last layer with {@code
     * activation}.
     */
    public boolean readsPreactivation(Activation activation) {
        return isCrossEntropy()
                && (activation == Activation.SIGMOID || activation == Activation.SOFTMAX);
    }

    /** J of one sample from outputs {@code z[k]} and targets {@code y[k]}. */
    public double value(double[] z, double[] y) {
        double sum = 0;
        for (int k = 0; k < z.length; k++) {
            sum += term(z[k], y[k]);
        }
        return switch (this) {
            case SQUARED_ERROR -> sum;
            case HALF_SQUARED_ERROR -> sum / 2;
            case MEAN_SQUARED_ERROR -> sum / z.length;
            case BINARY_CROSS_ENTROPY, CROSS_ENTROPY -> 0 - sum;
        };
    }

    private double term(double z, double y) {
        return switch (this) {
            case SQUARED_ERROR, HALF_SQUARED_ERROR, MEAN_SQUARED_ERROR -> (z - y) * (z - y);
            case BINARY_CROSS_ENTROPY -> times(y, Math.log(z)) + times(1 - y, Math.log1p(-z));
            case CROSS_ENTROPY -> times(y, Math.log(z));
        };
    }

    /** ∂J/∂zₖ (sheet, step 1) for an output of {@code outputs} in all. */
    public double errorGradient(double z, double y, int outputs) {
        return switch (this) {
            case SQUARED_ERROR, HALF_SQUARED_ERROR -> factor * (z - y);
            case MEAN_SQUARED_ERROR -> factor * (z - y) / outputs;
            case BINARY_CROSS_ENTROPY -> over(1 - y, 1 - z) - over(y, z);
            case CROSS_ENTROPY -> 0 - over(y, z);
        };
    }

    /** y · ln, where nothing times anything infinite is nothing. */
    static double times(double y, double logarithm) {
        return y == 0 && Double.isInfinite(logarithm) ? 0 : y * logarithm;
    }

    /** y / z, the slope of y · ln z, which is 0 throughout where y is. */
    static double over(double y, double z) {
        return y == 0 && z == 0 ? 0 : y / z;
    }
}
