package org.chainrule.export;

import org.chainrule.engine.Problem;

/** Losses in Java, of p[k], z[k] and y[k] of the last layer. */
final class JavaLosses {
    private JavaLosses() {}

    /** The k-th term of J of one sample, before the factor. */
    static String term(Problem problem) {
        return switch (Code.lossKey(problem)) {
            case "squared-error", "half-squared-error", "mean-squared-error" ->
                    "(z[k] - y[k]) * (z[k] - y[k])";
            case "cross-entropy" -> "-times(y[k], Math.log(z[k]))";
            case "cross-entropy.sigmoid" -> "times(y[k], softplus(-p[k]))";
            case "cross-entropy.softmax" -> "times(y[k], logSumExp(p) - p[k])";
            case "binary-cross-entropy" ->
                    "-times(y[k], Math.log(z[k])) - times(1 - y[k], Math.log1p(-z[k]))";
            case "binary-cross-entropy.sigmoid" ->
                    "times(y[k], softplus(-p[k])) + times(1 - y[k], softplus(p[k]))";
            case "binary-cross-entropy.softmax" ->
                    "times(y[k], logSumExp(p) - p[k])"
                            + " + times(1 - y[k], logSumExp(p) - logSumExp(without(p, k)))";
            default -> throw new IllegalArgumentException(Code.lossKey(problem));
        };
    }

    /** What the sum of the terms is divided by, as it is written after it. */
    static String divisor(Problem problem) {
        return switch (problem.loss()) {
            case HALF_SQUARED_ERROR -> " / 2";
            case MEAN_SQUARED_ERROR -> " / z.length";
            case SQUARED_ERROR, CROSS_ENTROPY, BINARY_CROSS_ENTROPY -> "";
        };
    }

    /** ∂J/∂z[k]. */
    static String slope(Problem problem) {
        return switch (Code.lossKey(problem)) {
            case "squared-error" -> "2 * (z[k] - y[k])";
            case "half-squared-error" -> "z[k] - y[k]";
            case "mean-squared-error" -> "2 * (z[k] - y[k]) / z.length";
            case "cross-entropy", "cross-entropy.sigmoid", "cross-entropy.softmax" ->
                    "-over(y[k], z[k])";
            case "binary-cross-entropy" -> "over(1 - y[k], 1 - z[k]) - over(y[k], z[k])";
            case "binary-cross-entropy.sigmoid" ->
                    "over(1 - y[k], sigmoid(-p[k])) - over(y[k], z[k])";
            case "binary-cross-entropy.softmax" ->
                    "over(1 - y[k], others(z, k)) - over(y[k], z[k])";
            default -> throw new IllegalArgumentException(Code.lossKey(problem));
        };
    }

    /** ∂J/∂p[k] without passing through ∂J/∂z. */
    static String fused(Problem problem) {
        return switch (Code.lossKey(problem)) {
            case "cross-entropy.sigmoid" -> "-y[k] * sigmoid(-p[k])";
            case "cross-entropy.softmax" -> "z[k] * others(y, k) - y[k] * others(z, k)";
            case "binary-cross-entropy.sigmoid" -> "(1 - y[k]) * z[k] - y[k] * sigmoid(-p[k])";
            case "binary-cross-entropy.softmax" -> "binarySoftmaxBackward(p, z, y)[k]";
            default -> throw new IllegalArgumentException(Code.lossKey(problem));
        };
    }
}
