package org.chainrule.engine;

/**
 * How far the outputs z of one sample are from its targets y, and the slope of that in each output.
 *
 * <p>Cross-entropies of a sigmoid or softmax layer are taken from its preactivations by {@link
 * CrossEntropy}.
 */
public enum Loss {
    /** Σₖ (zₖ − yₖ)² (sheet). */
    SQUARED_ERROR("squared-error"),
    /** ½ Σₖ (zₖ − yₖ)². */
    HALF_SQUARED_ERROR("half-squared-error"),
    /** (1/K) Σₖ (zₖ − yₖ)². */
    MEAN_SQUARED_ERROR("mean-squared-error"),
    /** (1/2K) Σₖ (zₖ − yₖ)². */
    HALF_MEAN_SQUARED_ERROR("half-mean-squared-error"),
    /** Σₖ |zₖ − yₖ|; its slope where the two are equal is 0. */
    ABSOLUTE_ERROR("absolute-error"),
    /** Σₖ of ½ (zₖ − yₖ)² up to a difference of δ, and δ (|zₖ − yₖ| − δ/2) beyond it. */
    HUBER("huber"),
    /** −Σₖ [yₖ ln zₖ + (1 − yₖ) ln(1 − zₖ)], with 0 · ln 0 = 0. */
    BINARY_CROSS_ENTROPY("binary-cross-entropy"),
    /** 1/K of that. */
    MEAN_BINARY_CROSS_ENTROPY("mean-binary-cross-entropy"),
    /** −Σₖ yₖ ln zₖ, with 0 · ln 0 = 0. */
    CROSS_ENTROPY("cross-entropy"),
    /** Σₖ yₖ zₖ: ∂J/∂zₖ is what is typed in the place of the target. */
    GIVEN("given");

    /** PyTorch's δ of {@link #HUBER}. */
    public static final double USUAL_DELTA = 1;

    private final String key;

    Loss(String key) {
        this.key = key;
    }

    /** Its name in documents and links. */
    public String key() {
        return key;
    }

    public boolean isCrossEntropy() {
        return this == CROSS_ENTROPY || isBinary();
    }

    /** Whether each output is a probability of its own. */
    public boolean isBinary() {
        return this == BINARY_CROSS_ENTROPY || this == MEAN_BINARY_CROSS_ENTROPY;
    }

    /** Whether it is Σₖ (zₖ − yₖ)² but for a factor. */
    public boolean isSquared() {
        return switch (this) {
            case SQUARED_ERROR, HALF_SQUARED_ERROR, MEAN_SQUARED_ERROR, HALF_MEAN_SQUARED_ERROR ->
                    true;
            case ABSOLUTE_ERROR,
                    HUBER,
                    BINARY_CROSS_ENTROPY,
                    MEAN_BINARY_CROSS_ENTROPY,
                    CROSS_ENTROPY,
                    GIVEN ->
                    false;
        };
    }

    /**
     * Whether this loss is computed from the preactivations of a last layer with {@code
     * activation}.
     */
    public boolean readsPreactivation(Activation activation) {
        return isCrossEntropy()
                && (activation == Activation.SIGMOID || activation == Activation.SOFTMAX);
    }

    /**
     * J of one sample from outputs {@code z[k]} and targets {@code y[k]}.
     *
     * @param delta of {@link #HUBER}; unused by the others
     */
    public double value(double[] z, double[] y, double delta) {
        double sum = 0;
        for (int k = 0; k < z.length; k++) {
            sum += term(z[k], y[k], delta);
        }
        return switch (this) {
            case SQUARED_ERROR, ABSOLUTE_ERROR, HUBER, GIVEN -> sum;
            case HALF_SQUARED_ERROR -> sum / 2;
            case MEAN_SQUARED_ERROR -> sum / z.length;
            case HALF_MEAN_SQUARED_ERROR -> sum / (2 * z.length);
            case BINARY_CROSS_ENTROPY, CROSS_ENTROPY -> 0 - sum;
            case MEAN_BINARY_CROSS_ENTROPY -> (0 - sum) / z.length;
        };
    }

    private double term(double z, double y, double delta) {
        return switch (this) {
            case SQUARED_ERROR, HALF_SQUARED_ERROR, MEAN_SQUARED_ERROR, HALF_MEAN_SQUARED_ERROR ->
                    (z - y) * (z - y);
            case ABSOLUTE_ERROR -> Math.abs(z - y);
            case HUBER -> huber(Math.abs(z - y), delta);
            case BINARY_CROSS_ENTROPY, MEAN_BINARY_CROSS_ENTROPY ->
                    times(y, Math.log(z)) + times(1 - y, Math.log1p(-z));
            case CROSS_ENTROPY -> times(y, Math.log(z));
            case GIVEN -> y * z;
        };
    }

    private static double huber(double distance, double delta) {
        return distance <= delta ? distance * distance / 2 : delta * (distance - delta / 2);
    }

    /**
     * ∂J/∂zₖ (sheet, step 1) for an output of {@code outputs} in all.
     *
     * @param delta of {@link #HUBER}; unused by the others
     */
    public double errorGradient(double z, double y, int outputs, double delta) {
        return switch (this) {
            case SQUARED_ERROR -> 2 * (z - y);
            case HALF_SQUARED_ERROR -> z - y;
            case MEAN_SQUARED_ERROR -> 2 * (z - y) / outputs;
            case HALF_MEAN_SQUARED_ERROR -> (z - y) / outputs;
            case ABSOLUTE_ERROR -> Math.signum(z - y);
            case HUBER -> Math.abs(z - y) <= delta ? z - y : delta * Math.signum(z - y);
            case BINARY_CROSS_ENTROPY -> over(1 - y, 1 - z) - over(y, z);
            case MEAN_BINARY_CROSS_ENTROPY -> (over(1 - y, 1 - z) - over(y, z)) / outputs;
            case CROSS_ENTROPY -> 0 - over(y, z);
            case GIVEN -> y;
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
