package org.chainrule.engine;

/**
 * The forward pass, the backward pass and the reduction over samples: the fast statement of the
 * mathematics.
 */
public final class Backprop {
    private Backprop() {}

    /** Every number that follows from {@code problem}. */
    public static Trace run(Problem problem) {
        Trace trace = new Trace(problem);
        for (int s = 0; s < problem.samples().size(); s++) {
            forward(trace, s);
            backward(trace, s);
            accumulate(trace, s);
        }
        reduce(trace);
        return trace;
    }

    /** J alone, reduced over the samples. */
    public static double loss(Problem problem) {
        return forward(problem).loss;
    }

    /** The forward pass alone: p, z and J. */
    static Trace forward(Problem problem) {
        Trace trace = new Trace(problem);
        for (int s = 0; s < problem.samples().size(); s++) {
            forward(trace, s);
            trace.loss += trace.losses[s];
        }
        trace.loss /= divisor(problem);
        trace.loss += problem.penalty().value(problem.network(), problem.samples().size());
        return trace;
    }

    private static void forward(Trace trace, int s) {
        Network network = trace.problem().network();
        for (int l = 0; l < network.depth(); l++) {
            forward(network.layer(l), trace.source(s, l), trace.p[s][l], trace.z[s][l]);
        }
        trace.losses[s] = loss(trace, s);
    }

    /** One layer: p and z of what it reads. */
    static void forward(Layer layer, double[] source, double[] p, double[] z) {
        if (layer.isWeightless()) {
            System.arraycopy(source, 0, p, 0, p.length);
        } else {
            combine(layer, source, p);
        }
        activate(layer, p, z);
    }

    private static void combine(Layer layer, double[] source, double[] p) {
        double[] weights = layer.weights().raw();
        for (int k = 0; k < p.length; k++) {
            double bias = layer.biases() == null ? 0 : layer.biases().at(k);
            p[k] = Dot.product(bias, weights, k * source.length, source);
        }
    }

    private static void activate(Layer layer, double[] p, double[] z) {
        if (layer.activation() == Activation.SOFTMAX) {
            Softmax.values(p, z);
            return;
        }
        for (int k = 0; k < p.length; k++) {
            z[k] = layer.activation().value(p[k], layer.shape());
        }
    }

    private static double loss(Trace trace, int s) {
        Problem problem = trace.problem();
        int last = problem.network().depth() - 1;
        double[] y = problem.samples().get(s).y().raw();
        return problem.loss().readsPreactivation(problem.network().last().activation())
                ? CrossEntropy.value(problem.loss(), problem.network().last(), trace.p[s][last], y)
                : problem.loss().value(trace.z[s][last], y, problem.delta());
    }

    private static void backward(Trace trace, int s) {
        Network network = trace.problem().network();
        int last = network.depth() - 1;
        backwardFromLoss(trace, s, last);
        for (int l = last - 1; l >= 0; l--) {
            double[] dz = trace.dz[s][l];
            for (int t = 0; t < dz.length; t++) {
                dz[t] = sentBack(network.layer(l + 1), trace.dp[s][l + 1], t);
            }
            throughActivation(network.layer(l), trace.p[s][l], dz, trace.dp[s][l]);
        }
    }

    /** What {@code next}, with these ∂J/∂p, sends back to its source t. */
    static double sentBack(Layer next, double[] dp, int t) {
        return next.isWeightless()
                ? dp[t]
                : Dot.column(dp, next.weights().raw(), next.sources(), t);
    }

    private static void backwardFromLoss(Trace trace, int s, int last) {
        Problem problem = trace.problem();
        Layer layer = problem.network().last();
        double[] y = problem.samples().get(s).y().raw();
        double[] p = trace.p[s][last];
        double[] z = trace.z[s][last];
        double[] dz = trace.dz[s][last];
        double[] dp = trace.dp[s][last];
        if (problem.loss().readsPreactivation(layer.activation())) {
            CrossEntropy.errorGradient(problem.loss(), layer, p, z, y, dz);
            CrossEntropy.backward(problem.loss(), layer, p, z, y, dp);
            return;
        }
        for (int k = 0; k < z.length; k++) {
            dz[k] = problem.loss().errorGradient(z[k], y[k], z.length, problem.delta());
        }
        if (layer.activation() == Activation.SOFTMAX) {
            Softmax.backward(z, dz, dp);
        } else {
            throughActivation(layer, p, dz, dp);
        }
    }

    private static void throughActivation(Layer layer, double[] p, double[] dz, double[] dp) {
        for (int k = 0; k < p.length; k++) {
            dp[k] = dz[k] * layer.activation().derivative(p[k], layer.shape());
        }
    }

    private static void accumulate(Trace trace, int s) {
        trace.loss += trace.losses[s];
        for (int l = 0; l < trace.dw.length; l++) {
            double[] source = trace.source(s, l);
            double[] dp = trace.dp[s][l];
            int sources = trace.problem().network().layer(l).sources();
            for (int k = 0; k < dp.length; k++) {
                for (int t = 0; t < sources; t++) {
                    trace.dw[l][k * sources + t] += dp[k] * source[t];
                }
                trace.db[l][k] += dp[k];
            }
        }
    }

    private static void reduce(Trace trace) {
        double divisor = divisor(trace.problem());
        trace.loss /= divisor;
        for (int l = 0; l < trace.dw.length; l++) {
            scale(trace.dw[l], divisor);
            scale(trace.db[l], divisor);
        }
        if (!trace.problem().penalty().isNone()) {
            penalise(trace);
        }
    }

    private static void penalise(Trace trace) {
        Penalty penalty = trace.problem().penalty();
        Network network = trace.problem().network();
        int samples = trace.problem().samples().size();
        trace.loss += penalty.value(network, samples);
        for (int l = 0; l < network.depth(); l++) {
            Layer layer = network.layer(l);
            add(trace.dw[l], penalty.slope(samples), layer.weights().raw());
            if (penalty.biases() && layer.biases() != null) {
                add(trace.db[l], penalty.slope(samples), layer.biases().raw());
            }
        }
    }

    private static void add(double[] sums, double factor, double[] values) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += factor * values[i];
        }
    }

    private static void scale(double[] values, double divisor) {
        for (int i = 0; i < values.length; i++) {
            values[i] /= divisor;
        }
    }

    private static int divisor(Problem problem) {
        return problem.reduction() == Reduction.MEAN ? problem.samples().size() : 1;
    }
}
