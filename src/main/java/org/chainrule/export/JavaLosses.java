package org.chainrule.export;

import org.chainrule.derivation.Losses;
import org.chainrule.engine.Problem;

/** Losses in Java, of p[k], z[k] and y[k] of the last layer. */
final class JavaLosses {
    private static final JavaFormula CODE = new JavaFormula();

    private JavaLosses() {}

    /** The k-th term of the sum that J of one sample is made of. */
    static String term(Problem problem) {
        return Code.isFused(problem)
                ? Code.ofFused(
                        problem,
                        "times(y[k], softplus(-p[k]))",
                        "times(y[k], logSumExp(p) - p[k])",
                        "times(y[k], softplus(-p[k])) + times(1 - y[k], softplus(p[k]))",
                        "times(y[k], logSumExp(p) - p[k])"
                                + " + times(1 - y[k], logSumExp(p) - logSumExp(without(p, k)))")
                : CODE.of(Losses.term(problem, Code.Z, Code.Y));
    }

    /** J of one sample from that sum, {@code loss}. */
    static String value(Problem problem) {
        return Code.isFused(problem)
                ? Code.perOutput(problem, "loss")
                : CODE.of(Losses.value(problem, Code.TOTAL));
    }

    /** ∂J/∂z[k]. */
    static String slope(Problem problem) {
        return Code.isFused(problem)
                ? Code.perOutput(
                        problem,
                        Code.ofFused(
                                problem,
                                "-over(y[k], z[k])",
                                "-over(y[k], z[k])",
                                "over(1 - y[k], sigmoid(-p[k])) - over(y[k], z[k])",
                                "over(1 - y[k], others(z, k)) - over(y[k], z[k])"))
                : CODE.of(Losses.slope(problem, Code.Z, Code.Y));
    }

    /** ∂J/∂p[k] without passing through ∂J/∂z. */
    static String fused(Problem problem) {
        return Code.scaled(
                problem,
                Code.ofFused(
                        problem,
                        "-y[k] * sigmoid(-p[k])",
                        "z[k] * others(y, k) - y[k] * others(z, k)",
                        "(1 - y[k]) * z[k] - y[k] * sigmoid(-p[k])",
                        "binarySoftmaxBackward(p, z, y)[k]"));
    }
}
