package org.chainrule.engine.training;

import org.chainrule.engine.Activation;
import org.chainrule.engine.CrossEntropy;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Loss;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Softmax;

/**
 * The last layer of one sample: J, and ∂J/∂p, as {@link org.chainrule.engine.Backprop} has them.
 */
final class Outputs {
    private final Layer last;
    private final Activation activation;
    private final double shape;
    private final Loss loss;
    private final double delta;
    private final boolean fused;
    private final double[] p;
    private final double[] z;
    private final double[] y;
    private final double[] dz;
    private final double[] dp;

    Outputs(Problem problem) {
        last = problem.network().last();
        activation = last.activation();
        shape = last.shape();
        loss = problem.loss();
        delta = problem.delta();
        fused = loss.readsPreactivation(activation);
        p = new double[last.size()];
        z = new double[last.size()];
        y = new double[last.size()];
        dz = new double[last.size()];
        dp = new double[last.size()];
    }

    /**
     * Reads {@code preactivations[k][column]} and writes ∂J/∂p to {@code gradients[k][column]}.
     *
     * @param s the sample, whose targets are in their place in {@code targets}
     */
    void run(double[][] preactivations, double[][] gradients, int column, double[] targets, int s) {
        for (int k = 0; k < p.length; k++) {
            p[k] = preactivations[k][column];
            y[k] = targets[s * p.length + k];
        }
        run();
        for (int k = 0; k < p.length; k++) {
            gradients[k][column] = dp[k];
        }
    }

    /** Reads one preactivation per neuron and writes its ∂J/∂p. */
    void run(double[] preactivations, double[] gradients, double[] targets, int s) {
        System.arraycopy(preactivations, 0, p, 0, p.length);
        System.arraycopy(targets, s * y.length, y, 0, y.length);
        run();
        System.arraycopy(dp, 0, gradients, 0, dp.length);
    }

    private void run() {
        if (activation == Activation.SOFTMAX) {
            Softmax.values(p, z);
        } else {
            for (int k = 0; k < p.length; k++) {
                z[k] = activation.value(p[k], shape);
            }
        }
        if (fused) {
            CrossEntropy.backward(loss, last, p, z, y, dp);
        } else {
            throughActivation();
        }
    }

    private void throughActivation() {
        for (int k = 0; k < z.length; k++) {
            dz[k] = loss.errorGradient(z[k], y[k], z.length, delta);
        }
        if (activation == Activation.SOFTMAX) {
            Softmax.backward(z, dz, dp);
            return;
        }
        for (int k = 0; k < z.length; k++) {
            dp[k] = dz[k] * activation.derivative(p[k], shape);
        }
    }

    /** J of the sample of the last run. */
    double loss() {
        return fused ? CrossEntropy.value(loss, last, p, y) : loss.value(z, y, delta);
    }
}
