package org.chainrule.engine.training;

import java.util.List;
import org.chainrule.engine.Backprop;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.engine.Optimizer;
import org.chainrule.engine.OptimizerState;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Sample;
import org.chainrule.engine.Trace;

/**
 * Updates as the algorithms in the documentation of torch.optim.SGD and torch.optim.Adam say, line
 * by line, on the gradients of {@link Backprop}.
 */
final class TorchSteps {
    private final Layout layout;
    private Problem problem;
    private final double[] b;
    private final double[] m;
    private final double[] v;
    private int t;

    /** Whether there were updates before. */
    private final boolean begun;

    TorchSteps(Problem problem) {
        this.problem = problem;
        layout = new Layout(problem.network());
        b = new double[layout.parameters];
        m = new double[layout.parameters];
        v = new double[layout.parameters];
        t = (int) problem.state().updates();
        begun = problem.state().carried();
        for (int l = 0; l < problem.network().depth(); l++) {
            Layer layer = problem.network().layer(l);
            for (int k = 0; k < layer.size(); k++) {
                for (int s = layer.biases() == null ? 0 : -1; s < layer.sources(); s++) {
                    int place = OptimizerState.place(layer, k, s);
                    int i = layout.index(l, k, s);
                    m[i] = problem.state().first(l, place);
                    b[i] = m[i];
                    v[i] = problem.state().second(l, place);
                }
            }
        }
    }

    Network network() {
        return problem.network();
    }

    void step(List<Sample> batch) {
        t++;
        Network network = problem.network();
        double[] parameters = layout.flat(network);
        Trace trace = Backprop.run(problem.with(ahead(parameters)).with(batch));
        for (int l = 0; l < network.depth(); l++) {
            Layer layer = network.layer(l);
            for (int k = 0; k < layer.size(); k++) {
                for (int s = 0; s < layer.sources() && !layer.weightsFrozen(); s++) {
                    move(parameters, layout.index(l, k, s), trace.weightGradient(l, k, s));
                }
                if (layer.biases() != null && !layer.biasesFrozen()) {
                    move(parameters, layout.index(l, k, -1), trace.biasGradient(l, k));
                }
            }
        }
        problem = problem.with(layout.network(parameters));
    }

    /** Where the gradient is taken. */
    private Network ahead(double[] parameters) {
        double[] ahead = parameters.clone();
        if (problem.optimizer() instanceof Optimizer.LookAhead(_, double mu)) {
            for (int i = 0; i < ahead.length; i++) {
                ahead[i] += mu * b[i];
            }
        }
        return layout.network(ahead);
    }

    private void move(double[] theta, int i, double gradient) {
        double g = gradient;
        switch (problem.optimizer()) {
            case Optimizer.Sgd(double gamma, double mu, boolean nesterov, double lambda) -> {
                if (lambda != 0) {
                    g = g + lambda * theta[i];
                }
                if (mu != 0) {
                    b[i] = t > 1 || begun ? mu * b[i] + g : g;
                    g = nesterov ? g + mu * b[i] : b[i];
                }
                theta[i] = theta[i] - gamma * g;
            }
            case Optimizer.LookAhead(double gamma, double mu) -> {
                b[i] = mu * b[i] - gamma * g;
                theta[i] = theta[i] + b[i];
            }
            case Optimizer.RmsProp(double gamma, double rho, double epsilon) -> {
                v[i] = rho * v[i] + (1 - rho) * g * g;
                theta[i] = theta[i] - gamma * g / (Math.sqrt(v[i]) + epsilon);
            }
            case Optimizer.Adam(double gamma, double beta1, double beta2, double epsilon) -> {
                m[i] = beta1 * m[i] + (1 - beta1) * g;
                v[i] = beta2 * v[i] + (1 - beta2) * g * g;
                double mHat = m[i] / (1 - Math.pow(beta1, t));
                double vHat = v[i] / (1 - Math.pow(beta2, t));
                theta[i] = theta[i] - gamma * mHat / (Math.sqrt(vHat) + epsilon);
            }
        }
    }
}
