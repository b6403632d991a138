package org.chainrule.engine;

import java.util.List;

/**
 * All that one pass of backpropagation computes with.
 *
 * @param penalty what J has besides for large parameters
 * @param delta the δ of {@link Loss#HUBER}, and its usual one where the loss is another
 * @param state from zero where it is that of another optimizer or network
 */
public record Problem(
        Network network,
        List<Sample> samples,
        Loss loss,
        double delta,
        Penalty penalty,
        Reduction reduction,
        Optimizer optimizer,
        OptimizerState state) {
    public Problem {
        state = state.of(optimizer, network);
        delta = loss == Loss.HUBER ? delta : Loss.USUAL_DELTA;
        samples = List.copyOf(samples);
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("samples: at least one");
        }
        for (Sample sample : samples) {
            if (sample.x().size() != network.inputs() || sample.y().size() != network.outputs()) {
                throw new IllegalArgumentException(
                        "sample " + sample + " does not fit the network");
            }
        }
    }

    public Problem(
            Network network,
            List<Sample> samples,
            Loss loss,
            Reduction reduction,
            Optimizer optimizer) {
        this(network, samples, loss, Loss.USUAL_DELTA, Penalty.NONE, reduction, optimizer);
    }

    /** A problem whose updates begin from zero. */
    public Problem(
            Network network,
            List<Sample> samples,
            Loss loss,
            double delta,
            Penalty penalty,
            Reduction reduction,
            Optimizer optimizer) {
        this(network, samples, loss, delta, penalty, reduction, optimizer, OptimizerState.NONE);
    }

    public Problem with(Network changed) {
        return new Problem(changed, samples, loss, delta, penalty, reduction, optimizer, state);
    }

    public Problem with(Loss changed) {
        return new Problem(network, samples, changed, delta, penalty, reduction, optimizer, state);
    }

    public Problem with(Reduction changed) {
        return new Problem(network, samples, loss, delta, penalty, changed, optimizer, state);
    }

    public Problem with(Optimizer changed) {
        return new Problem(network, samples, loss, delta, penalty, reduction, changed, state);
    }

    public Problem with(OptimizerState changed) {
        return new Problem(network, samples, loss, delta, penalty, reduction, optimizer, changed);
    }

    public Problem with(List<Sample> changed) {
        return with(network, changed);
    }

    public Problem with(Network changed, List<Sample> others) {
        return new Problem(changed, others, loss, delta, penalty, reduction, optimizer, state);
    }

    public Problem with(Penalty changed) {
        return new Problem(network, samples, loss, delta, changed, reduction, optimizer, state);
    }

    /** Whether J and the parameters' gradients are more than those of a single sample. */
    public boolean isReduced() {
        return samples.size() > 1 || !penalty.isNone();
    }

    public Problem withDelta(double changed) {
        return new Problem(network, samples, loss, changed, penalty, reduction, optimizer, state);
    }
}
