package org.chainrule.export;

import org.chainrule.derivation.Expr;
import org.chainrule.derivation.Losses;
import org.chainrule.engine.Problem;

/** Losses in NumPy, of p, z and y of the last layer. */
final class NumpyLosses {
    private NumpyLosses() {}

    /** J of one sample. */
    static String value(Problem problem) {
        return Code.isFused(problem)
                ? fused(
                        problem,
                        "np.sum(times(y, softplus(-p)))",
                        "np.sum(times(y, log_sum_exp(p) - p))",
                        "np.sum(times(y, softplus(-p)) + times(1.0 - y, softplus(p)))",
                        "np.sum(times(y, log_sum_exp(p) - p)"
                                + " + times(1.0 - y, log_sum_exp(p) - log_sum_exp_others(p)))")
                : code(problem).of(Losses.value(problem, Code.TOTAL));
    }

    private static String fused(
            Problem problem,
            String sigmoid,
            String softmax,
            String binarySigmoid,
            String binarySoftmax) {
        return Code.perOutput(
                problem, Code.ofFused(problem, sigmoid, softmax, binarySigmoid, binarySoftmax));
    }

    private static NumpyFormula code(Problem problem) {
        String last = problem.network().last().name();
        Expr term = Losses.term(problem, Code.Z, Code.Y);
        return new NumpyFormula(last, new NumpyFormula(last).of(term));
    }

    /** ∂J/∂z. */
    static String slope(Problem problem) {
        return Code.isFused(problem)
                ? fused(
                        problem,
                        "-over(y, z)",
                        "-over(y, z)",
                        "over(1.0 - y, sigmoid(-p)) - over(y, z)",
                        "over(1.0 - y, others(z)) - over(y, z)")
                : code(problem).of(Losses.slope(problem, Code.Z, Code.Y));
    }

    /** ∂J/∂p without passing through ∂J/∂z. */
    static String fused(Problem problem) {
        return Code.scaled(
                problem,
                Code.ofFused(
                        problem,
                        "-y * sigmoid(-p)",
                        "z * others(y) - y * others(z)",
                        "(1.0 - y) * z - y * sigmoid(-p)",
                        "binary_softmax_backward(p, z, y)"));
    }
}
