package org.chainrule.engine.training;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.chainrule.RandomWorksheets;
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

/** Problems to train on. */
final class Crowds {
    private Crowds() {}

    /** A random problem of the whole format, with many samples and a gentle learning rate. */
    static Problem problem(RandomGenerator random, int samples, double rate) {
        Problem problem = RandomWorksheets.problem(random);
        List<Sample> crowd = new ArrayList<>();
        problem.samples().stream().limit(samples).forEach(crowd::add);
        Network network = problem.network();
        while (crowd.size() < samples) {
            Vector x = Vector.of(random.doubles(network.inputs(), -2, 2).toArray());
            Vector y = Vector.of(random.doubles(network.outputs(), 0.1, 0.9).toArray());
            crowd.add(new Sample(x, y));
        }
        return problem.with(crowd).with(problem.optimizer().withLearningRate(rate));
    }

    /** Layers of one activation with these sizes, from the inputs to the outputs. */
    static Problem network(
            RandomGenerator random, Activation activation, int samples, double rate, int... sizes) {
        List<Layer> layers = new ArrayList<>();
        for (int l = 1; l < sizes.length; l++) {
            double[][] weights = new double[sizes[l]][];
            double scale = 1 / Math.sqrt(sizes[l - 1]);
            for (int k = 0; k < weights.length; k++) {
                weights[k] = random.doubles(sizes[l - 1], -scale, scale).toArray();
            }
            Vector biases = Vector.of(random.doubles(sizes[l], -0.1, 0.1).toArray());
            String name = l == sizes.length - 1 ? "out" : "h" + l;
            layers.add(new Layer(name, activation, Matrix.of(weights), biases));
        }
        List<Sample> crowd = new ArrayList<>();
        for (int s = 0; s < samples; s++) {
            Vector x = Vector.of(random.doubles(sizes[0], -1, 1).toArray());
            Vector y = Vector.of(random.doubles(sizes[sizes.length - 1], 0.1, 0.9).toArray());
            crowd.add(new Sample(x, y));
        }
        return new Problem(
                new Network(sizes[0], layers),
                crowd,
                Loss.HALF_SQUARED_ERROR,
                Reduction.MEAN,
                new Optimizer.Sgd(rate));
    }

    /** The network's parameters, layer by layer the weights row by row and then the biases. */
    static double[] parameters(Network network) {
        return new Layout(network).flat();
    }
}
