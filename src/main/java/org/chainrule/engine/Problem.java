package org.chainrule.engine;

import java.util.List;

/** All that one pass of backpropagation computes with. */
public record Problem(
        Network network,
        List<Sample> samples,
        Loss loss,
        Reduction reduction,
        Optimizer optimizer) {
    public Problem {
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

    public Problem with(Network changed) {
        return new Problem(changed, samples, loss, reduction, optimizer);
    }

    public Problem with(Loss changed) {
        return new Problem(network, samples, changed, reduction, optimizer);
    }

    public Problem with(Reduction changed) {
        return new Problem(network, samples, loss, changed, optimizer);
    }

    public Problem with(Optimizer changed) {
        return new Problem(network, samples, loss, reduction, changed);
    }

    public Problem with(List<Sample> changed) {
        return new Problem(network, changed, loss, reduction, optimizer);
    }
}
