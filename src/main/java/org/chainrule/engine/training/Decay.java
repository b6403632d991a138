package org.chainrule.engine.training;

import java.util.Arrays;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.engine.Penalty;
import org.chainrule.engine.Problem;

/** What a penalty adds to J and to the gradient, in sums that are scaled afterwards. */
final class Decay {
    private final Penalty penalty;

    /** Parameters {@code [ranges[2i], ranges[2i + 1])} count. */
    private final int[] ranges;

    Decay(Problem problem, Layout layout) {
        penalty = problem.penalty();
        ranges = penalty.isNone() ? new int[0] : ranges(problem.network(), layout);
    }

    private int[] ranges(Network network, Layout layout) {
        int[] found = new int[4 * layout.depth];
        int count = 0;
        for (int l = 0; l < layout.depth; l++) {
            Layer layer = network.layer(l);
            found[count++] = layout.weights[l];
            found[count++] = layout.weights[l] + layer.size() * layer.sources();
            if (penalty.biases() && layer.biases() != null) {
                found[count++] = layout.biases[l];
                found[count++] = layout.biases[l] + layer.size();
            }
        }
        return Arrays.copyOf(found, count);
    }

    boolean isNone() {
        return penalty.isNone();
    }

    /** Its part of J of so many samples. */
    double value(double[] parameters, int samples) {
        double sum = 0;
        for (int i = 0; i < ranges.length; i += 2) {
            for (int j = ranges[i]; j < ranges[i + 1]; j++) {
                sum = Math.fma(parameters[j], parameters[j], sum);
            }
        }
        return isNone() ? 0 : penalty.factor(samples) * sum;
    }

    /** Adds its part of the gradient of so many samples to sums that {@code scale} is to scale. */
    void addTo(double[] sums, double[] parameters, int samples, double scale) {
        double factor = penalty.slope(samples) / scale;
        for (int i = 0; i < ranges.length; i += 2) {
            for (int j = ranges[i]; j < ranges[i + 1]; j++) {
                sums[j] = Math.fma(factor, parameters[j], sums[j]);
            }
        }
    }
}
