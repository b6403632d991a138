package org.chainrule.runs;

import java.util.List;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Loss;
import org.chainrule.engine.Matrix;
import org.chainrule.engine.Network;
import org.chainrule.engine.Optimizer;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Reduction;
import org.chainrule.engine.Sample;
import org.chainrule.engine.Vector;

/** Small problems to train on. */
final class Problems {
    private Problems() {}

    /** XOR with a hidden layer of three tanh neurons. */
    static Problem xor(double learningRate) {
        Layer hidden =
                new Layer(
                        "hid",
                        Activation.TANH,
                        Matrix.of(
                                new double[] {0.5, -0.6},
                                new double[] {-0.7, 0.4},
                                new double[] {0.3, 0.8}),
                        Vector.of(0, 0.1, -0.1));
        Layer out =
                new Layer(
                        "out",
                        Activation.SIGMOID,
                        Matrix.of(new double[] {0.9, -0.5, 0.4}),
                        Vector.of(0.2));
        return new Problem(
                new Network(2, List.of(hidden, out)),
                List.of(sample(0, 0, 0), sample(0, 1, 1), sample(1, 0, 1), sample(1, 1, 0)),
                Loss.SQUARED_ERROR,
                Reduction.MEAN,
                new Optimizer.Sgd(learningRate));
    }

    /** y = x₁² by one linear neuron without a bound on its output: it diverges at large rates. */
    static Problem line(double learningRate) {
        Layer out = new Layer("out", Activation.IDENTITY, Matrix.of(new double[] {0.5}));
        return new Problem(
                new Network(1, List.of(out)),
                List.of(new Sample(Vector.of(3), Vector.of(9))),
                Loss.SQUARED_ERROR,
                Reduction.MEAN,
                new Optimizer.Sgd(learningRate));
    }

    private static Sample sample(double a, double b, double y) {
        return new Sample(Vector.of(a, b), Vector.of(y));
    }
}
