package org.chainrule.engine.training;

import java.util.List;
import java.util.Optional;
import org.chainrule.engine.Backprop;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.engine.Penalty;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Reduction;
import org.chainrule.engine.Trace;
import org.chainrule.engine.training.Overflow.Kind;

/**
 * The search for the first number that is not finite, in the order of computing: sample by sample
 * forward and backward, then the gradients of the batch, then the new parameters.
 */
final class Divergence {
    private final Penalty penalty;
    private final Problem problem;
    private final Network network;
    private final Layout layout;
    private final double[] gradient;

    /**
     * @param problem with the parameters of the passes
     */
    Divergence(Problem problem, Layout layout) {
        penalty = problem.penalty();
        this.problem = problem.with(Penalty.NONE);
        this.layout = layout;
        network = problem.network();
        gradient = new double[layout.parameters];
    }

    /**
     * The first number of the passes over {@code samples} and the update after them.
     *
     * @param updated the new parameters
     */
    Overflow first(int[] samples, double[] updated) {
        double loss = 0;
        for (int s : samples) {
            Trace trace = Backprop.run(problem.with(List.of(problem.samples().get(s))));
            Optional<Overflow> first = ofSample(trace, s);
            if (first.isPresent()) {
                return first.get();
            }
            add(trace);
            loss += trace.loss();
        }
        double divisor = problem.reduction() == Reduction.MEAN ? samples.length : 1;
        double all = loss / divisor + penalty.value(network, samples.length);
        if (!Double.isFinite(all)) {
            return new Overflow(Kind.LOSS, -1, -1, -1, -1, all);
        }
        return parameter(Kind.WEIGHT_GRADIENT, Kind.BIAS_GRADIENT, gradient, divisor)
                .or(() -> parameter(Kind.NEW_WEIGHT, Kind.NEW_BIAS, updated, 1))
                // At the very brink one way of summing overflows and another does not.
                .orElse(new Overflow(Kind.LOSS, -1, -1, -1, -1, Double.NaN));
    }

    private Optional<Overflow> ofSample(Trace trace, int s) {
        for (int l = 0; l < layout.depth; l++) {
            for (int k = 0; k < layout.size[l]; k++) {
                double p = trace.preactivation(0, l, k);
                if (!Double.isFinite(p)) {
                    return neuron(Kind.PREACTIVATION, s, l, k, p);
                }
            }
            for (int k = 0; k < layout.size[l]; k++) {
                double z = trace.activation(0, l, k);
                if (!Double.isFinite(z)) {
                    return neuron(Kind.ACTIVATION, s, l, k, z);
                }
            }
        }
        return Double.isFinite(trace.loss())
                ? backward(trace, s)
                : neuron(Kind.LOSS, s, -1, -1, trace.loss());
    }

    private Optional<Overflow> backward(Trace trace, int s) {
        for (int l = layout.depth - 1; l >= 0; l--) {
            for (int k = 0; k < layout.size[l] && !isFused(l); k++) {
                double dz = trace.errorGradient(0, l, k);
                if (!Double.isFinite(dz)) {
                    return neuron(Kind.ERROR_GRADIENT, s, l, k, dz);
                }
            }
            for (int k = 0; k < layout.size[l]; k++) {
                double dp = trace.preactivationGradient(0, l, k);
                if (!Double.isFinite(dp)) {
                    return neuron(Kind.PREACTIVATION_GRADIENT, s, l, k, dp);
                }
            }
        }
        return Optional.empty();
    }

    private boolean isFused(int l) {
        return l == layout.depth - 1
                && problem.loss().readsPreactivation(network.last().activation());
    }

    private static Optional<Overflow> neuron(Kind kind, int s, int l, int k, double value) {
        return Optional.of(new Overflow(kind, s, l, k, -1, value));
    }

    private void add(Trace trace) {
        for (int l = 0; l < layout.depth; l++) {
            for (int k = 0; k < layout.size[l]; k++) {
                for (int t = 0; t < layout.sourceCount[l]; t++) {
                    gradient[layout.index(l, k, t)] += trace.weightGradient(l, k, t);
                }
                if (layout.biases[l] >= 0) {
                    gradient[layout.index(l, k, -1)] += trace.biasGradient(l, k);
                }
            }
        }
    }

    private Optional<Overflow> parameter(
            Kind ofWeight, Kind ofBias, double[] values, double divisor) {
        for (int l = 0; l < layout.depth; l++) {
            Layer layer = network.layer(l);
            for (int k = 0; k < layer.size(); k++) {
                for (int t = layer.biases() == null ? 0 : -1; t < layer.sources(); t++) {
                    double value = values[layout.index(l, k, t)] / divisor;
                    if (!Double.isFinite(value)) {
                        return Optional.of(
                                new Overflow(t < 0 ? ofBias : ofWeight, -1, l, k, t, value));
                    }
                }
            }
        }
        return Optional.empty();
    }
}
