package org.chainrule.derivation;

import static org.chainrule.derivation.Expr.minus;
import static org.chainrule.derivation.Expr.product;
import static org.chainrule.derivation.Expr.total;
import static org.chainrule.derivation.Rules.each;

import java.math.BigDecimal;
import java.util.Arrays;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Loss;
import org.chainrule.engine.Problem;

/**
 * ∂J/∂pₖ = zₖ − yₖ of the last layer, where the slope of the loss and that of the activation cancel
 * so: sigmoid with binary cross-entropy (times its steepness, over the number of outputs if that is
 * a mean), softmax with cross-entropy (there zₖ · Σ y − yₖ, if the targets do not sum to 1).
 */
public final class CleanGradient {
    private CleanGradient() {}

    /** Whether {@code layer} is the last one of such a problem. */
    public static boolean isOf(Problem problem, String layer) {
        Layer last = problem.network().last();
        return layer.equals(last.name())
                && switch (problem.loss()) {
                    case CROSS_ENTROPY -> last.activation() == Activation.SOFTMAX;
                    case BINARY_CROSS_ENTROPY, MEAN_BINARY_CROSS_ENTROPY ->
                            last.activation() == Activation.SIGMOID;
                    case SQUARED_ERROR,
                            HALF_SQUARED_ERROR,
                            MEAN_SQUARED_ERROR,
                            HALF_MEAN_SQUARED_ERROR,
                            ABSOLUTE_ERROR,
                            HUBER,
                            GIVEN ->
                            false;
                };
    }

    static Expr formula(Problem problem, int k, int s) {
        Expr z = Losses.z(problem.network().last(), k, s);
        int outputs = problem.network().outputs();
        Expr difference =
                minus(
                        isDifference(problem, s)
                                ? z
                                : product(z, total(each(outputs, j -> Losses.y(j, s)))),
                        Losses.y(k, s));
        return Losses.perOutput(problem, Slopes.scaled(problem.network().last(), difference));
    }

    /** Whether δ of {@code layer} is zₖ − yₖ of sample {@code s} and no multiple of it. */
    public static boolean isDifference(Problem problem, String layer, int s) {
        boolean mean = problem.loss() == Loss.MEAN_BINARY_CROSS_ENTROPY;
        return isOf(problem, layer)
                && isDifference(problem, s)
                && !problem.network().last().isSteep()
                && !(mean && problem.network().outputs() > 1);
    }

    /** Whether it is zₖ − yₖ: the targets of a softmax's sample sum to 1, as they are typed. */
    static boolean isDifference(Problem problem, int s) {
        BigDecimal sum =
                Arrays.stream(problem.samples().get(s).y().toArray())
                        .mapToObj(y -> new BigDecimal(Double.toString(y)))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return problem.loss().isBinary() || sum.compareTo(BigDecimal.ONE) == 0;
    }
}
