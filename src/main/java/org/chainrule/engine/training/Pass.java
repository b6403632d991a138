package org.chainrule.engine.training;

import org.chainrule.engine.Layer;
import org.chainrule.engine.Problem;

/** Passes of one sample after another. */
final class Pass implements Passes {
    private final Data data;
    private final Stage[] stages;
    private final Outputs outputs;

    private final Stage last;
    private final boolean direct;

    private final double perSquare;

    /** The sample of the last forward pass. */
    private int sample;

    /** 0, or NaN once a number of a pass was not finite. */
    private double check;

    Pass(Problem problem, Layout layout, Data data) {
        this.data = data;
        stages = new Stage[layout.depth];
        for (int l = 0; l < layout.depth; l++) {
            Layer layer = problem.network().layer(l);
            stages[l] = new Stage(layer, layout.weights[l], layout.biases[l]);
        }
        last = stages[layout.depth - 1];
        outputs = new Outputs(problem);
        direct = SquaredError.fits(problem);
        perSquare = SquaredError.of(problem).perSquare();
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
        int size = 0;
        for (Stage stage : stages) {
            size += 4 * stage.size;
        }
        return size;
    }

    @Override
    public double accumulate(
            double[] parameters, double[] gradient, int[] order, int from, int to) {
        double loss = 0;
        for (int i = from; i < to; i++) {
            loss += forward(parameters, order[i]);
            backward(parameters, gradient);
        }
        return loss;
    }

    /** A step of plain gradient descent along each sample's own gradient, one after another. */
    void descend(double[] parameters, double rate, int[] order, int from, int to) {
        for (int i = from; i < to; i++) {
            forward(parameters, order[i]);
            descend(parameters, rate);
        }
    }

    /** From the inputs of sample s to its J and to ∂J/∂p of the last layer. */
    private double forward(double[] parameters, int s) {
        sample = s;
        double[] in = data.x;
        int from = s * stages[0].inflows;
        for (Stage stage : stages) {
            check += stage.preactivations(parameters, in, from);
            if (stage != last || direct) {
                stage.activate();
            }
            in = stage.z;
            from = 0;
        }
        double loss = direct ? direct(s) : others(s);
        check += loss * 0;
        return loss;
    }

    private double others(int s) {
        outputs.run(last.p, last.d, data.y, s);
        return outputs.loss();
    }

    private double direct(int s) {
        double squares = 0;
        double perDifference = 2 * perSquare;
        for (int k = 0; k < last.size; k++) {
            double difference = last.z[k] - data.y[s * last.size + k];
            squares = Math.fma(difference, difference, squares);
            last.d[k] = perDifference * difference * last.slope[k];
        }
        return perSquare * squares;
    }

    private void backward(double[] parameters, double[] gradient) {
        for (int l = stages.length - 1; l > 0; l--) {
            check += stages[l].accumulate(parameters, gradient, stages[l - 1]);
        }
        check += stages[0].accumulate(gradient, data.x, sample * stages[0].inflows);
    }

    private void descend(double[] parameters, double rate) {
        for (int l = stages.length - 1; l > 0; l--) {
            check += stages[l].descend(parameters, rate, stages[l - 1]);
        }
        check += stages[0].descend(parameters, rate, data.x, sample * stages[0].inflows);
    }
}
