package org.chainrule.engine.training;

import org.chainrule.engine.Layer;
import org.chainrule.engine.Problem;

/** Passes of up to {@link #SAMPLES} samples at once. */
final class BlockPass implements Passes {
    static final int SAMPLES = 64;

    private final Data data;
    private final BlockStage[] stages;
    private final BlockStage last;
    private final Outputs outputs;
    private final boolean direct;
    private final double perSquare;

    /** {@code [i][s]}: the inputs of the block. */
    private final double[][] x;

    private double check;

    BlockPass(Problem problem, Layout layout, Data data) {
        this.data = data;
        stages = new BlockStage[layout.depth];
        for (int l = 0; l < layout.depth; l++) {
            Layer layer = problem.network().layer(l);
            stages[l] = new BlockStage(layer, layout.weights[l], layout.biases[l]);
        }
        last = stages[layout.depth - 1];
        outputs = new Outputs(problem);
        direct = SquaredError.fits(problem);
        perSquare = SquaredError.of(problem).perSquare();
        x = new double[layout.inputs][SAMPLES];
    }

    @Override
    public boolean isFinite() {
        return check == 0;
    }

    @Override
    public void forget() {
        check = 0;
    }

    @Override
    public int size() {
        int rows = x.length;
        for (BlockStage stage : stages) {
            rows += 4 * stage.size;
        }
        return rows * SAMPLES;
    }

    @Override
    public double accumulate(
            double[] parameters, double[] gradient, int[] order, int from, int to) {
        double loss = 0;
        for (int start = from; start < to; start += SAMPLES) {
            int samples = Math.min(SAMPLES, to - start);
            loss += forward(parameters, order, start, samples);
            backward(parameters, gradient, samples);
        }
        return loss;
    }

    private double forward(double[] parameters, int[] order, int start, int samples) {
        for (int i = 0; i < x.length; i++) {
            for (int s = 0; s < samples; s++) {
                x[i][s] = data.x[order[start + s] * x.length + i];
            }
        }
        double[][] in = x;
        for (BlockStage stage : stages) {
            check += stage.preactivations(parameters, in, samples);
            if (stage != last || direct) {
                stage.activate(samples);
            }
            in = stage.z;
        }
        double loss = direct ? direct(order, start, samples) : others(order, start, samples);
        check += loss * 0;
        return loss;
    }

    private double direct(int[] order, int start, int samples) {
        double squares = 0;
        double perDifference = 2 * perSquare;
        for (int k = 0; k < last.size; k++) {
            double[] z = last.z[k];
            double[] slope = last.slope[k];
            double[] d = last.d[k];
            for (int s = 0; s < samples; s++) {
                double difference = z[s] - data.y[order[start + s] * last.size + k];
                squares = Math.fma(difference, difference, squares);
                d[s] = perDifference * difference * slope[s];
            }
        }
        return perSquare * squares;
    }

    private double others(int[] order, int start, int samples) {
        double loss = 0;
        for (int s = 0; s < samples; s++) {
            outputs.run(last.p, last.d, s, data.y, order[start + s]);
            loss += outputs.loss();
        }
        return loss;
    }

    private void backward(double[] parameters, double[] gradient, int samples) {
        for (int l = stages.length - 1; l > 0; l--) {
            stages[l].errorGradients(parameters, stages[l - 1], samples);
            check += stages[l].accumulate(gradient, stages[l - 1].z, samples);
        }
        check += stages[0].accumulate(gradient, x, samples);
    }
}
