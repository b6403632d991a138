package org.chainrule.engine;

/**
 * Every number that follows from a {@link Problem}, computed once by {@link Backprop}.
 *
 * <p>Indices start at 0: s a sample, l a layer, k a receiving neuron, t a source.
 */
public final class Trace {
    private final Problem problem;

    /** {@code [s][l][k]}. */
    final double[][][] p;

    final double[][][] z;
    final double[][][] dz;
    final double[][][] dp;
    final double[] losses;

    /** {@code [l][k · sources + t]}, of J as reduced. */
    final double[][] dw;

    /** {@code [l][k]}; of no meaning where the layer has no biases. */
    final double[][] db;

    double loss;

    Trace(Problem problem) {
        this.problem = problem;
        Network network = problem.network();
        int samples = problem.samples().size();
        p = perNeuron(network, samples);
        z = perNeuron(network, samples);
        dz = perNeuron(network, samples);
        dp = perNeuron(network, samples);
        losses = new double[samples];
        dw = new double[network.depth()][];
        db = perNeuron(network, 1)[0];
        for (int l = 0; l < network.depth(); l++) {
            dw[l] = new double[network.layer(l).size() * network.layer(l).sources()];
        }
    }

    private static double[][][] perNeuron(Network network, int samples) {
        double[][][] values = new double[samples][network.depth()][];
        for (double[][] sample : values) {
            for (int l = 0; l < sample.length; l++) {
                sample[l] = new double[network.layer(l).size()];
            }
        }
        return values;
    }

    public Problem problem() {
        return problem;
    }

    /** J, reduced over the samples. */
    public double loss() {
        return loss;
    }

    /** J of one sample. */
    public double loss(int s) {
        return losses[s];
    }

    /** p. */
    public double preactivation(int s, int l, int k) {
        return p[s][l][k];
    }

    /** z. */
    public double activation(int s, int l, int k) {
        return z[s][l][k];
    }

    /** ∂J/∂z of one sample's J (sheet, steps 1 and 2). */
    public double errorGradient(int s, int l, int k) {
        return dz[s][l][k];
    }

    /** g′(p). The layer must not be softmax, which has no slope. */
    public double slope(int s, int l, int k) {
        Layer layer = problem.network().layer(l);
        return layer.activation().derivative(p[s][l][k], layer.shape());
    }

    /** ∂J/∂x of one sample's J: what the first layer sends back. */
    public double inputGradient(int s, int t) {
        return Backprop.sentBack(problem.network().layer(0), dp[s][0], t);
    }

    /** ∂J/∂p of one sample's J. */
    public double preactivationGradient(int s, int l, int k) {
        return dp[s][l][k];
    }

    /**
     * ∂J/∂w of one sample's J (sheet, steps 3 and 4): ∂J/∂p of the receiver times what the source
     * sends.
     */
    public double weightGradient(int s, int l, int k, int t) {
        return dp[s][l][k] * source(s, l)[t];
    }

    /** ∂J/∂w of J as reduced. */
    public double weightGradient(int l, int k, int t) {
        return dw[l][k * problem.network().layer(l).sources() + t];
    }

    /** ∂J/∂b of J as reduced; of one sample it is {@link #preactivationGradient}. */
    public double biasGradient(int l, int k) {
        return db[l][k];
    }

    /** The weight after one step of the optimizer (sheet, step 5). */
    public double updatedWeight(int l, int k, int t) {
        Layer layer = problem.network().layer(l);
        double value = layer.weights().at(k, t);
        return layer.weightsFrozen() ? value : updated(l, k, t, value);
    }

    /** The bias after one step of the optimizer. The layer must have biases. */
    public double updatedBias(int l, int k) {
        Layer layer = problem.network().layer(l);
        Vector biases = biases(layer);
        return layer.biasesFrozen() ? biases.at(k) : updated(l, k, -1, biases.at(k));
    }

    private double updated(int l, int k, int t, double value) {
        return problem.state().carried()
                ? moved(l, k, t).value()
                : problem.optimizer().step(value, gradient(l, k, t));
    }

    private double gradient(int l, int k, int t) {
        return t < 0 ? biasGradient(l, k) : weightGradient(l, k, t);
    }

    private static Vector biases(Layer layer) {
        if (layer.biases() == null) {
            throw new IllegalArgumentException(layer.name() + " has no biases");
        }
        return layer.biases();
    }

    /**
     * The update of a weight, or of a bias where t is −1, with what is kept of those before it; of
     * one that is not frozen.
     */
    public Moved moved(int l, int k, int t) {
        Layer layer = problem.network().layer(l);
        OptimizerState state = problem.state();
        int place = OptimizerState.place(layer, k, t);
        return Moved.of(
                problem.optimizer(),
                state.updates() + 1,
                t < 0 ? biases(layer).at(k) : layer.weights().at(k, t),
                gradient(l, k, t),
                state.first(l, place),
                state.second(l, place));
    }

    /** What layer l reads: the inputs, or the activations of the layer before it. */
    double[] source(int s, int l) {
        return l == 0 ? problem.samples().get(s).x().raw() : z[s][l - 1];
    }
}
