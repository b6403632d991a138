package org.chainrule.export;

import org.chainrule.engine.Problem;

/** Losses in NumPy, of p, z and y of the last layer. */
final class NumpyLosses {
    private NumpyLosses() {}

    /** J of one sample. */
    static String value(Problem problem) {
        return switch (Code.lossKey(problem)) {
            case "squared-error" -> "np.sum((z - y) ** 2)";
            case "half-squared-error" -> "np.sum((z - y) ** 2) / 2.0";
            case "mean-squared-error" -> "np.mean((z - y) ** 2)";
            case "cross-entropy" -> "-np.sum(times(y, np.log(z)))";
            case "cross-entropy.sigmoid" -> "np.sum(times(y, softplus(-p)))";
            case "cross-entropy.softmax" -> "np.sum(times(y, log_sum_exp(p) - p))";
            case "binary-cross-entropy" ->
                    "-np.sum(times(y, np.log(z)) + times(1.0 - y, np.log1p(-z)))";
            case "binary-cross-entropy.sigmoid" ->
                    "np.sum(times(y, softplus(-p)) + times(1.0 - y, softplus(p)))";
            case "binary-cross-entropy.softmax" ->
                    "np.sum(times(y, log_sum_exp(p) - p)"
                            + " + times(1.0 - y, log_sum_exp(p) - log_sum_exp_others(p)))";
            default -> throw new IllegalArgumentException(Code.lossKey(problem));
        };
    }

    /** ∂J/∂z. */
    static String slope(Problem problem) {
        return switch (Code.lossKey(problem)) {
            case "squared-error" -> "2.0 * (z - y)";
            case "half-squared-error" -> "z - y";
            case "mean-squared-error" -> "2.0 * (z - y) / len(y)";
            case "cross-entropy", "cross-entropy.sigmoid", "cross-entropy.softmax" -> "-over(y, z)";
            case "binary-cross-entropy" -> "over(1.0 - y, 1.0 - z) - over(y, z)";
            case "binary-cross-entropy.sigmoid" -> "over(1.0 - y, sigmoid(-p)) - over(y, z)";
            case "binary-cross-entropy.softmax" -> "over(1.0 - y, others(z)) - over(y, z)";
            default -> throw new IllegalArgumentException(Code.lossKey(problem));
        };
    }

    /** ∂J/∂p without passing through ∂J/∂z. */
    static String fused(Problem problem) {
        return switch (Code.lossKey(problem)) {
            case "cross-entropy.sigmoid" -> "-y * sigmoid(-p)";
            case "cross-entropy.softmax" -> "z * others(y) - y * others(z)";
            case "binary-cross-entropy.sigmoid" -> "(1.0 - y) * z - y * sigmoid(-p)";
            case "binary-cross-entropy.softmax" -> "binary_softmax_backward(p, z, y)";
            default -> throw new IllegalArgumentException(Code.lossKey(problem));
        };
    }
}
