package org.chainrule.derivation;

import static org.chainrule.derivation.Expr.minus;

import java.util.Arrays;
import java.util.Optional;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Loss;
import org.chainrule.engine.Problem;

/**
 * ∂J/∂pₖ = zₖ − yₖ of the last layer, where the slope of the loss and that of the activation cancel
 * so: softmax with cross-entropy and targets that sum to 1, sigmoid with binary cross-entropy.
 */
public final class CleanGradient {
    private CleanGradient() {}

    /** z − y, if {@code ref} is a gradient that comes to it. */
    public static Optional<Expr> of(Problem problem, Ref ref) {
        Quantity q = ref.quantity();
        Layer last = problem.network().last();
        return q.kind() == Kind.DP && q.layer().equals(last.name()) && cancels(problem, ref)
                ? Optional.of(
                        minus(Losses.z(last, q.k(), ref.sample()), Losses.y(q.k(), ref.sample())))
                : Optional.empty();
    }

    private static boolean cancels(Problem problem, Ref ref) {
        Activation activation = problem.network().last().activation();
        double[] targets = problem.samples().get(ref.sample()).y().toArray();
        return problem.loss() == Loss.CROSS_ENTROPY
                ? activation == Activation.SOFTMAX && Arrays.stream(targets).sum() == 1
                : problem.loss() == Loss.BINARY_CROSS_ENTROPY && activation == Activation.SIGMOID;
    }
}
