package org.chainrule.engine.training;

import java.util.Arrays;

/** J and its gradient over all samples at one state of the parameters. */
final class Measure {
    private final Pass pass;
    private final Steps steps;
    private final int samples;

    /** What the sums over the samples are multiplied by. */
    private final double scale;

    private final double[] sums;
    private double sum;
    private double norm;
    private int done;
    private boolean finite = true;

    Measure(Pass pass, Steps steps, int samples, double scale, int parameters) {
        this.pass = pass;
        this.steps = steps;
        this.samples = samples;
        this.scale = scale;
        sums = new double[parameters];
    }

    /** Takes at most {@code most} samples more. */
    void go(double[] parameters, int most) {
        int end = Math.min(done + most, samples);
        for (; done < end; done++) {
            pass.forward(parameters, done);
            sum += pass.loss();
            pass.backward(parameters, sums);
        }
        finite &= pass.isFinite();
        pass.forget();
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
