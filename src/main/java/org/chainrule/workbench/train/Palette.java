package org.chainrule.workbench.train;

import java.util.Objects;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Problem;
import org.chainrule.workbench.train.OutputMap.Range;
import org.jspecify.annotations.Nullable;

/**
 * From outputs to levels of colour: one output's value, or which of them is the largest.
 *
 * @param output from 0; −1 for the largest
 * @param range of the value; null where the largest is meant
 * @param classes how many outputs there are
 */
record Palette(int output, @Nullable Range range, int classes) {
    /** Levels of a value: odd, so that the middle has one of its own. */
    static final int LEVELS = 41;

    /** As many colours as can be told apart. */
    static final int MOST_CLASSES = 8;

    /** What the view asks for, as far as the problem has it. */
    static Palette of(Problem problem, int chosen) {
        int outputs = problem.network().outputs();
        boolean largest = chosen == 0 && outputs > 1 && outputs <= MOST_CLASSES;
        int output = Math.max(0, chosen - 1);
        return largest
                ? new Palette(-1, null, outputs)
                : new Palette(output, range(problem, output), outputs);
    }

    private static Range range(Problem problem, int output) {
        Activation activation = problem.network().last().activation();
        if (Double.isFinite(activation.most())) {
            return new Range(activation.least(0), activation.most());
        }
        double low = problem.samples().stream().mapToDouble(s -> s.y().at(output)).min().orElse(0);
        double high = problem.samples().stream().mapToDouble(s -> s.y().at(output)).max().orElse(1);
        return high > low ? new Range(low, high) : new Range(low - 1, high + 1);
    }

    boolean isLargest() {
        return output < 0;
    }

    /** The level of these outputs, or −1 where they are not finite. */
    int level(double... outputs) {
        return isLargest() ? largest(outputs) : level(outputs[output]);
    }

    private int level(double value) {
        double share = Objects.requireNonNull(range).share(value);
        return Double.isFinite(value)
                ? (int) Math.round(Math.clamp(share, 0, 1) * (LEVELS - 1))
                : -1;
    }

    private static int largest(double... outputs) {
        int best = 0;
        for (int k = 0; k < outputs.length; k++) {
            if (!Double.isFinite(outputs[k])) {
                return -1;
            }
            best = outputs[k] > outputs[best] ? k : best;
        }
        return best;
    }
}
