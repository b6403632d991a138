package org.chainrule.engine.training;

import java.time.Duration;
import java.util.Arrays;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Problem;
import org.chainrule.engine.training.Contender.Result;
import org.encog.engine.network.activation.ActivationFunction;
import org.encog.engine.network.activation.ActivationSigmoid;
import org.encog.engine.network.activation.ActivationTANH;
import org.encog.ml.data.basic.BasicMLDataSet;
import org.encog.neural.networks.BasicNetwork;
import org.encog.neural.networks.layers.BasicLayer;
import org.encog.neural.networks.training.propagation.back.Backpropagation;

/** The contenders that run in this process. */
final class Contenders {
    private Contenders() {}

    /** Our own, from the beginning each time, shuffles and all. */
    record Ours(Problem problem, int batch) implements Contender {
        @Override
        public String name() {
            return batch == 1 ? "Chainrule" : "Chainrule, batches of " + batch;
        }

        @Override
        public Result train(int epochs) {
            Training training = new Training(problem, new Plan(epochs, batch, 1));
            long start = Contender.now();
            while (training.run(Duration.ofHours(1))) {}
            return new Result(Contender.now() - start, training.parameter(0, 0, 0));
        }
    }

    /** The textbook's loop; in the samples' order, or in that of our shuffles. */
    static final class OfTextbook implements Contender {
        private final Problem problem;
        private final boolean shuffled;
        private final double[][] x;
        private final double[][] y;

        OfTextbook(Problem problem, boolean shuffled) {
            this.problem = problem;
            this.shuffled = shuffled;
            x = problem.samples().stream().map(s -> s.x().toArray()).toArray(double[][]::new);
            y = problem.samples().stream().map(s -> s.y().toArray()).toArray(double[][]::new);
        }

        @Override
        public String name() {
            return shuffled ? "textbook loop, shuffled" : "textbook loop";
        }

        @Override
        public Result train(int epochs) {
            Textbook textbook = new Textbook(problem);
            int[] order = new int[x.length];
            Arrays.setAll(order, s -> s);
            long start = Contender.now();
            for (int epoch = 0; epoch < epochs; epoch++) {
                if (shuffled) {
                    Shuffle.into(order, 1, epoch);
                }
                for (int s : order) {
                    textbook.learn(x[s], y[s]);
                }
            }
            return new Result(Contender.now() - start, textbook.weights[0][0][0]);
        }
    }

    /** Encog, in one thread, without its correction of flat spots. */
    static final class OfEncog implements Contender {
        private final Problem problem;
        private final BasicMLDataSet samples;

        OfEncog(Problem problem) {
            this.problem = problem;
            samples =
                    new BasicMLDataSet(
                            problem.samples().stream()
                                    .map(s -> s.x().toArray())
                                    .toArray(double[][]::new),
                            problem.samples().stream()
                                    .map(s -> s.y().toArray())
                                    .toArray(double[][]::new));
        }

        @Override
        public String name() {
            return "Encog 3.4";
        }

        @Override
        public Result train(int epochs) {
            BasicNetwork network = network();
            Backpropagation training =
                    new Backpropagation(network, samples, problem.optimizer().learningRate(), 0);
            training.setBatchSize(1);
            training.setThreadCount(1);
            training.fixFlatSpot(false);
            long start = Contender.now();
            for (int epoch = 0; epoch < epochs; epoch++) {
                training.iteration();
            }
            return new Result(Contender.now() - start, network.getWeight(0, 0, 0));
        }

        private BasicNetwork network() {
            BasicNetwork network = new BasicNetwork();
            network.addLayer(new BasicLayer(null, true, problem.network().inputs()));
            for (Layer layer : problem.network().layers()) {
                boolean last = layer == problem.network().last();
                network.addLayer(new BasicLayer(function(layer), !last, layer.size()));
            }
            network.getStructure().finalizeStructure();
            for (int l = 0; l < problem.network().depth(); l++) {
                Layer layer = problem.network().layer(l);
                for (int k = 0; k < layer.size(); k++) {
                    for (int t = 0; t < layer.sources(); t++) {
                        network.setWeight(l, t, k, layer.weights().at(k, t));
                    }
                    double bias = layer.biases() == null ? 0 : layer.biases().at(k);
                    network.setWeight(l, layer.sources(), k, bias);
                }
            }
            return network;
        }

        private static ActivationFunction function(Layer layer) {
            return layer.activation() == Activation.TANH
                    ? new ActivationTANH()
                    : new ActivationSigmoid();
        }
    }
}
