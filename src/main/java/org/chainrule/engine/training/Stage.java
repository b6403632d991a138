package org.chainrule.engine.training;

import java.util.Arrays;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Dot;
import org.chainrule.engine.Layer;

/** One layer in the passes of one sample at a time. */
final class Stage {
    private final Activation activation;
    private final double shape;
    private final boolean kinked;
    private final int sources;
    final int inflows;
    final int size;

    /** Places in the parameters; no biases at −1. */
    private final int weights;

    private final int biases;

    /** {@code [k]}: preactivation, activation, slope of the activation, ∂J/∂z and then ∂J/∂p. */
    final double[] p;

    final double[] z;
    final double[] slope;
    final double[] d;

    Stage(Layer layer, int weights, int biases) {
        activation = layer.activation();
        shape = layer.shape();
        kinked = Neurons.hasKink(activation);
        sources = layer.sources();
        inflows = layer.inflows();
        size = layer.size();
        this.weights = weights;
        this.biases = biases;
        p = new double[size];
        z = new double[size];
        slope = new double[size];
        d = new double[size];
    }

    void activate() {
        Neurons.activate(activation, shape, p, z, slope, size);
    }

    /** p from the sources {@code in[from + t]}. The result is 0, or NaN where p is not finite. */
    double preactivations(double[] parameters, double[] in, int from) {
        if (sources == 0) {
            return given(in, from);
        }
        double check = 0;
        int weight = weights;
        int k = 0;
        for (; k < size - 3; k += 4) {
            check += four(parameters, weight, in, from, k);
            weight += 4 * sources;
        }
        if (k < size - 1) {
            check += two(parameters, weight, in, from, k);
            weight += 2 * sources;
            k += 2;
        }
        if (k < size) {
            check += one(parameters, weight, in, from, k);
        }
        if (kinked) {
            settleSigns(parameters, in, from);
        }
        return check;
    }

    private double given(double[] in, int from) {
        double check = 0;
        for (int k = 0; k < size; k++) {
            p[k] = in[from + k];
            check += p[k] * 0;
        }
        return check;
    }

    private void settleSigns(double[] parameters, double[] in, int from) {
        for (int k = 0; k < size; k++) {
            if (Math.abs(p[k]) < Neurons.DOUBTFUL) {
                int weight = weights + k * sources;
                p[k] = Dot.product(bias(parameters, k), parameters, weight, in, from, sources);
            }
        }
    }

    private double bias(double[] parameters, int k) {
        return biases < 0 ? 0 : parameters[biases + k];
    }

    private double one(double[] parameters, int weight, double[] in, int from, int k) {
        double sum = bias(parameters, k);
        for (int t = 0; t < sources; t++) {
            sum = Math.fma(parameters[weight + t], in[from + t], sum);
        }
        p[k] = sum;
        return sum * 0;
    }

    private double two(double[] parameters, int weight, double[] in, int from, int k) {
        double sum0 = bias(parameters, k);
        double sum1 = bias(parameters, k + 1);
        int weight1 = weight + sources;
        for (int t = 0; t < sources; t++) {
            double source = in[from + t];
            sum0 = Math.fma(parameters[weight + t], source, sum0);
            sum1 = Math.fma(parameters[weight1 + t], source, sum1);
        }
        p[k] = sum0;
        p[k + 1] = sum1;
        return sum0 * 0 + sum1 * 0;
    }

    /* Four sums at once do not wait for one another's last addition. */
    private double four(double[] parameters, int weight, double[] in, int from, int k) {
        double sum0 = bias(parameters, k);
        double sum1 = bias(parameters, k + 1);
        double sum2 = bias(parameters, k + 2);
        double sum3 = bias(parameters, k + 3);
        int weight1 = weight + sources;
        int weight2 = weight1 + sources;
        int weight3 = weight2 + sources;
        for (int t = 0; t < sources; t++) {
            double source = in[from + t];
            sum0 = Math.fma(parameters[weight + t], source, sum0);
            sum1 = Math.fma(parameters[weight1 + t], source, sum1);
            sum2 = Math.fma(parameters[weight2 + t], source, sum2);
            sum3 = Math.fma(parameters[weight3 + t], source, sum3);
        }
        p[k] = sum0;
        p[k + 1] = sum1;
        p[k + 2] = sum2;
        p[k + 3] = sum3;
        return (sum0 * 0 + sum1 * 0) + (sum2 * 0 + sum3 * 0);
    }

    private void throughActivation() {
        for (int k = 0; k < size; k++) {
            d[k] *= slope[k];
        }
    }

    /**
     * Adds ∂J/∂w and ∂J/∂b to {@code gradient}; the layer before gets its ∂J/∂p.
     *
     * @return 0, or NaN where ∂J/∂p is not finite
     */
    double accumulate(double[] parameters, double[] gradient, Stage before) {
        if (sources == 0) {
            return sendBack(before);
        }
        double[] in = before.z;
        double[] dz = before.d;
        Arrays.fill(dz, 0);
        double check = 0;
        int weight = weights;
        for (int k = 0; k < size; k++) {
            double dp = d[k];
            for (int t = 0; t < sources; t++) {
                dz[t] = Math.fma(dp, parameters[weight + t], dz[t]);
                gradient[weight + t] = Math.fma(dp, in[t], gradient[weight + t]);
            }
            check += dp * 0;
            weight += sources;
        }
        accumulateBiases(gradient);
        before.throughActivation();
        return check;
    }

    /** Without weights ∂J/∂p is ∂J/∂z of the layer before. */
    private double sendBack(Stage before) {
        double check = 0;
        for (int k = 0; k < size; k++) {
            before.d[k] = d[k];
            check += d[k] * 0;
        }
        before.throughActivation();
        return check;
    }

    private void accumulateBiases(double[] gradient) {
        for (int k = 0; biases >= 0 && k < size; k++) {
            gradient[biases + k] += d[k];
        }
    }

    /** The same for the first layer. */
    double accumulate(double[] gradient, double[] in, int from) {
        double check = 0;
        int weight = weights;
        for (int k = 0; k < size; k++) {
            double dp = d[k];
            for (int t = 0; t < sources; t++) {
                gradient[weight + t] = Math.fma(dp, in[from + t], gradient[weight + t]);
            }
            check += dp * 0;
            weight += sources;
        }
        accumulateBiases(gradient);
        return check;
    }

    /**
     * Moves the parameters by −rate · gradient; the layer before gets its ∂J/∂p first.
     *
     * @return 0, or NaN where ∂J/∂p is not finite
     */
    double descend(double[] parameters, double rate, Stage before) {
        if (sources == 0) {
            return sendBack(before);
        }
        double[] in = before.z;
        double[] dz = before.d;
        Arrays.fill(dz, 0);
        double check = 0;
        int weight = weights;
        for (int k = 0; k < size; k++) {
            double dp = d[k];
            double move = -rate * dp;
            for (int t = 0; t < sources; t++) {
                double w = parameters[weight + t];
                dz[t] = Math.fma(dp, w, dz[t]);
                parameters[weight + t] = Math.fma(move, in[t], w);
            }
            check += dp * 0;
            weight += sources;
        }
        moveBiases(parameters, rate);
        before.throughActivation();
        return check;
    }

    private void moveBiases(double[] parameters, double rate) {
        for (int k = 0; biases >= 0 && k < size; k++) {
            parameters[biases + k] = Math.fma(-rate, d[k], parameters[biases + k]);
        }
    }

    /** The same for the first layer. */
    double descend(double[] parameters, double rate, double[] in, int from) {
        double check = 0;
        int weight = weights;
        for (int k = 0; k < size; k++) {
            double dp = d[k];
            double move = -rate * dp;
            for (int t = 0; t < sources; t++) {
                parameters[weight + t] = Math.fma(move, in[from + t], parameters[weight + t]);
            }
            check += dp * 0;
            weight += sources;
        }
        moveBiases(parameters, rate);
        return check;
    }
}
