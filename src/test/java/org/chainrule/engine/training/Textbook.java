package org.chainrule.engine.training;

import org.chainrule.engine.Activation;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Problem;

/**
 * Backpropagation as textbooks print it, for sigmoid or tanh layers and ½ squared error: a row of
 * weights per neuron, one sample after another, an update after each.
 */
final class Textbook {
    final double[][][] weights;
    final double[][] biases;
    private final boolean tanh;
    private final double rate;
    private final double[][] outputs;
    private final double[][] deltas;

    Textbook(Problem problem) {
        int depth = problem.network().depth();
        weights = new double[depth][][];
        biases = new double[depth][];
        outputs = new double[depth][];
        deltas = new double[depth][];
        tanh = problem.network().last().activation() == Activation.TANH;
        rate = problem.optimizer().learningRate();
        for (int l = 0; l < depth; l++) {
            Layer layer = problem.network().layer(l);
            weights[l] = new double[layer.size()][];
            biases[l] = new double[layer.size()];
            outputs[l] = new double[layer.size()];
            deltas[l] = new double[layer.size()];
            for (int k = 0; k < layer.size(); k++) {
                weights[l][k] = layer.weights().row(k);
                biases[l][k] = layer.biases() == null ? 0 : layer.biases().at(k);
            }
        }
    }

    void learn(double[] x, double[] y) {
        forward(x);
        backward(y);
        update(x);
    }

    private void forward(double[] x) {
        double[] inputs = x;
        for (int l = 0; l < weights.length; l++) {
            for (int k = 0; k < weights[l].length; k++) {
                double sum = biases[l][k];
                for (int t = 0; t < inputs.length; t++) {
                    sum += weights[l][k][t] * inputs[t];
                }
                outputs[l][k] = tanh ? Math.tanh(sum) : 1 / (1 + Math.exp(-sum));
            }
            inputs = outputs[l];
        }
    }

    private void backward(double[] y) {
        int last = weights.length - 1;
        for (int k = 0; k < y.length; k++) {
            deltas[last][k] = (outputs[last][k] - y[k]) * slope(outputs[last][k]);
        }
        for (int l = last - 1; l >= 0; l--) {
            for (int t = 0; t < outputs[l].length; t++) {
                double sum = 0;
                for (int k = 0; k < deltas[l + 1].length; k++) {
                    sum += weights[l + 1][k][t] * deltas[l + 1][k];
                }
                deltas[l][t] = sum * slope(outputs[l][t]);
            }
        }
    }

    private double slope(double z) {
        return tanh ? 1 - z * z : z * (1 - z);
    }

    private void update(double[] x) {
        double[] inputs = x;
        for (int l = 0; l < weights.length; l++) {
            for (int k = 0; k < weights[l].length; k++) {
                for (int t = 0; t < inputs.length; t++) {
                    weights[l][k][t] -= rate * deltas[l][k] * inputs[t];
                }
                biases[l][k] -= rate * deltas[l][k];
            }
            inputs = outputs[l];
        }
    }
}
