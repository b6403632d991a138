package org.chainrule.engine.training;

import org.chainrule.engine.Activation;
import org.chainrule.engine.Network;
import org.chainrule.engine.Problem;

/** The forward and backward pass of one sample at a time, on arrays that are there once. */
final class Pass {
    private final Layout layout;
    private final Data data;
    private final Activation[] activations;
    private final double[] slopes;
    private final Outputs outputs;

    /** By node: preactivation, activation, slope of the activation, ∂J/∂z and then ∂J/∂p. */
    private final double[] p;

    private final double[] z;
    private final double[] slope;
    private final double[] d;

    /** 0, or NaN once a number of a pass was not finite. */
    private double check;

    Pass(Problem problem, Layout layout, Data data) {
        this.layout = layout;
        this.data = data;
        Network network = problem.network();
        activations = new Activation[layout.depth];
        slopes = new double[layout.depth];
        for (int l = 0; l < layout.depth; l++) {
            activations[l] = network.layer(l).activation();
            slopes[l] = network.layer(l).slope();
        }
        p = new double[layout.nodes];
        z = new double[layout.nodes];
        slope = new double[layout.nodes];
        d = new double[layout.nodes];
        outputs = new Outputs(problem);
    }

    /** Whether every number of the passes since the last {@link #forget} was finite. */
    boolean isFinite() {
        return check == 0;
    }

    void forget() {
        check = 0;
    }

    /** Numbers that it holds. */
    int size() {
        return 4 * layout.nodes;
    }

    /** J of sample s, after its forward pass. */
    double loss() {
        return outputs.loss();
    }

    /** From the inputs of sample s to ∂J/∂p of the last layer. */
    void forward(double[] parameters, int s) {
        System.arraycopy(data.x, s * layout.inputs, z, 0, layout.inputs);
        for (int l = 0; l < layout.depth; l++) {
            preactivations(parameters, l);
            if (l < layout.depth - 1) {
                activate(l);
            }
        }
        check += outputs.run(p, d, layout.sources[layout.depth], data.y, s);
    }

    private void preactivations(double[] parameters, int l) {
        int sources = layout.sourceCount[l];
        int from = layout.sources[l];
        int to = layout.sources[l + 1];
        int weight = layout.weights[l];
        for (int k = 0; k < layout.size[l]; k++) {
            double sum = layout.biases[l] < 0 ? 0 : parameters[layout.biases[l] + k];
            for (int t = 0; t < sources; t++) {
                sum = Math.fma(parameters[weight + t], z[from + t], sum);
            }
            p[to + k] = sum;
            check += sum * 0;
            weight += sources;
        }
    }

    private void activate(int l) {
        for (int i = layout.sources[l + 1]; i < layout.sources[l + 1] + layout.size[l]; i++) {
            z[i] = activations[l].value(p[i], slopes[l]);
            slope[i] = activations[l].derivative(p[i], slopes[l]);
        }
    }

    /** Adds the sample's ∂J/∂w and ∂J/∂b to {@code gradient}, after its forward pass. */
    void backward(double[] parameters, double[] gradient) {
        for (int l = layout.depth - 1; l >= 0; l--) {
            int sources = layout.sourceCount[l];
            int from = layout.sources[l];
            int to = layout.sources[l + 1];
            java.util.Arrays.fill(d, from, from + sources, 0);
            for (int k = 0; k < layout.size[l]; k++) {
                double dp = d[to + k];
                check += dp * 0;
                int weight = layout.weights[l] + k * sources;
                if (layout.biases[l] >= 0) {
                    gradient[layout.biases[l] + k] += dp;
                }
                for (int t = 0; t < sources; t++) {
                    gradient[weight + t] = Math.fma(dp, z[from + t], gradient[weight + t]);
                    d[from + t] = Math.fma(dp, parameters[weight + t], d[from + t]);
                }
            }
            for (int i = from; l > 0 && i < from + sources; i++) {
                d[i] *= slope[i];
            }
        }
    }
}
