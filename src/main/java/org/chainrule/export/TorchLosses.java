package org.chainrule.export;

import org.chainrule.engine.Problem;

/** Losses in PyTorch, of p, z and y of the last layer. */
final class TorchLosses {
    private TorchLosses() {}

    /** J of one sample; of p where saturation would lose digits. */
    static String value(Problem problem) {
        return Code.isFused(problem)
                ? Code.perOutput(
                        problem,
                        Code.ofFused(
                                problem,
                                "(y * softplus(-p)).sum()",
                                "-(y * torch.log_softmax(p, dim=0)).sum()",
                                "(y * softplus(-p) + (1.0 - y) * softplus(p)).sum()",
                                "-(y * torch.log_softmax(p, dim=0)"
                                        + " + times_log_others(y, p)).sum()"))
                : ofActivations(problem);
    }

    /** J of one sample as a function of z alone. */
    static String ofActivations(Problem problem) {
        return switch (problem.loss()) {
            case SQUARED_ERROR -> "((z - y) ** 2).sum()";
            case HALF_SQUARED_ERROR -> "((z - y) ** 2).sum() / 2.0";
            case MEAN_SQUARED_ERROR -> "((z - y) ** 2).mean()";
            case HALF_MEAN_SQUARED_ERROR -> "((z - y) ** 2).mean() / 2.0";
            case ABSOLUTE_ERROR -> "(z - y).abs().sum()";
            case HUBER ->
                    "torch.nn.functional.huber_loss(z, y, reduction=\"sum\", delta=%s)"
                            .formatted(Code.literal(problem.delta()));
            case GIVEN -> "(y * z).sum()";
            case CROSS_ENTROPY -> "-times(y, z).sum()";
            case BINARY_CROSS_ENTROPY -> "-(times(y, z) + times(1.0 - y, 1.0 - z)).sum()";
            case MEAN_BINARY_CROSS_ENTROPY -> "-(times(y, z) + times(1.0 - y, 1.0 - z)).mean()";
        };
    }
}
