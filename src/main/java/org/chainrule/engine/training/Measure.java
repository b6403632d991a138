package org.chainrule.engine.training;

import java.util.Arrays;
import java.util.stream.IntStream;

/** J and its gradient over all samples at one state of the parameters. */
final class Measure {
    private final Passes passes;
    private final Steps steps;
    private final Decay decay;
    private final int samples;

    /** What the sums over the samples are multiplied by. */
    private final double scale;

    private final double[] sums;
    private double sum;
    private double norm;
    private int done;

    /** The samples one after another. */
    private final int[] order;

    private boolean finite = true;

    Measure(Passes passes, Steps steps, Decay decay, int samples, double scale, int parameters) {
        this.passes = passes;
        this.steps = steps;
        this.decay = decay;
        this.samples = samples;
        this.scale = scale;
        order = IntStream.range(0, samples).toArray();
        sums = new double[parameters];
    }

    /**
     * Takes at most {@code most} samples more, which is a multiple of {@link BlockPass#SAMPLES} or
     * all.
     */
    void go(double[] parameters, int most) {
        int end = Math.min(done + most, samples);
        sum += passes.accumulate(parameters, sums, order, done, end);
        done = end;
        finite &= passes.isFinite();
        passes.forget();
        if (isDone()) {
            sum += decay.value(parameters, samples) / scale;
            decay.addTo(sums, parameters, samples, scale);
        }
        norm = isDone() ? steps.norm(sums, scale) : 0;
    }

    void finish(double[] parameters) {
        if (!isDone()) {
            go(parameters, samples);
        }
    }

    boolean isDone() {
        return done == samples;
    }

    /** Whether every number so far is finite. */
    boolean isFinite() {
        return finite && Double.isFinite(loss()) && steps.isFinite(sums);
    }

    /** The parameters have changed. */
    void forget() {
        if (done > 0) {
            done = 0;
            sum = 0;
            finite = true;
            Arrays.fill(sums, 0);
        }
    }

    double loss() {
        return sum * scale;
    }

    double gradientNorm() {
        return norm;
    }

    double gradient(int index) {
        return sums[index] * scale;
    }

    /** The gradient before the reduction. */
    double[] sums() {
        return sums;
    }
}
