package org.chainrule.engine.training;

import java.util.Arrays;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Dot;
import org.chainrule.engine.Layer;

/**
 * One layer in the passes of a block of samples: a row of samples per neuron, so that the inner
 * loops run along neighbours and become vector instructions.
 */
final class BlockStage {
    private final Activation activation;
    private final double shape;
    private final boolean kinked;
    private final int sources;
    final int size;

    /** Places in the parameters; no biases at −1. */
    private final int weights;

    private final int biases;

    /** {@code [k][s]}: preactivation, activation, slope of the activation, ∂J/∂z and then ∂J/∂p. */
    final double[][] p;

    final double[][] z;
    final double[][] slope;
    final double[][] d;

    /** What one sample's sources send. */
    private final double[] column;

    BlockStage(Layer layer, int weights, int biases) {
        activation = layer.activation();
        shape = layer.shape();
        kinked = Neurons.hasKink(activation);
        column = new double[layer.sources()];
        sources = layer.sources();
        size = layer.size();
        this.weights = weights;
        this.biases = biases;
        p = new double[size][BlockPass.SAMPLES];
        z = new double[size][BlockPass.SAMPLES];
        slope = new double[size][BlockPass.SAMPLES];
        d = new double[size][BlockPass.SAMPLES];
    }

    void activate(int samples) {
        for (int k = 0; k < size; k++) {
            Neurons.activate(activation, shape, p[k], z[k], slope[k], samples);
        }
    }

    /** p from the sources {@code in[t][s]}. The result is 0, or NaN where p is not finite. */
    double preactivations(double[] parameters, double[][] in, int samples) {
        double check = 0;
        for (int k = 0; k < size; k++) {
            if (sources == 0) {
                System.arraycopy(in[k], 0, p[k], 0, samples);
                check += Rows.check(p[k], samples);
                continue;
            }
            int weight = weights + k * sources;
            Arrays.fill(p[k], 0, samples, biases < 0 ? 0 : parameters[biases + k]);
            Rows.addCombination(p[k], in, sources, parameters, weight, 1, samples);
            check += Rows.check(p[k], samples);
            if (kinked) {
                settleSigns(parameters, in, k, samples);
            }
        }
        return check;
    }

    private void settleSigns(double[] parameters, double[][] in, int k, int samples) {
        double bias = biases < 0 ? 0 : parameters[biases + k];
        for (int s = 0; s < samples; s++) {
            if (Math.abs(p[k][s]) < Neurons.DOUBTFUL) {
                for (int t = 0; t < sources; t++) {
                    column[t] = in[t][s];
                }
                int weight = weights + k * sources;
                p[k][s] = Dot.product(bias, parameters, weight, column, 0, sources);
            }
        }
    }

    /** ∂J/∂p of the layer before. */
    void errorGradients(double[] parameters, BlockStage before, int samples) {
        for (int t = 0; t < before.size; t++) {
            double[] row = before.d[t];
            if (sources == 0) {
                System.arraycopy(d[t], 0, row, 0, samples);
                Rows.multiply(row, before.slope[t], samples);
                continue;
            }
            Arrays.fill(row, 0, samples, 0);
            Rows.addCombination(row, d, size, parameters, weights + t, sources, samples);
            Rows.multiply(row, before.slope[t], samples);
        }
    }

    /**
     * Adds ∂J/∂w and ∂J/∂b to {@code gradient}.
     *
     * @return 0, or NaN where ∂J/∂p is not finite
     */
    double accumulate(double[] gradient, double[][] in, int samples) {
        double check = 0;
        for (int k = 0; k < size; k++) {
            Rows.addProducts(gradient, weights + k * sources, d[k], in, sources, samples);
            double sum = Rows.sum(d[k], samples);
            if (biases >= 0) {
                gradient[biases + k] += sum;
            }
            check += sum * 0;
        }
        return check;
    }
}
