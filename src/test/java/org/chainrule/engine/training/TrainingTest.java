package org.chainrule.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.chainrule.RandomWorksheets;
import org.chainrule.engine.Backprop;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Matrix;
import org.chainrule.engine.Network;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Trace;
import org.chainrule.engine.Vector;
import org.junit.jupiter.api.Test;

/** Training against the engine's single steps, and against itself cut otherwise. */
class TrainingTest {
    private static final int PROBLEMS = 500;

    @Test
    void theFirstUpdateIsTheWorksheetsFifthStep() {
        RandomGenerator random = new SplittableRandom(1);
        for (int i = 0; i < PROBLEMS; i++) {
            Problem problem = RandomWorksheets.problem(random);
            Trace trace = Backprop.run(problem);
            Training training = new Training(problem, new Plan(1, 0, 7));
            if (Double.isFinite(trace.loss())) {
                close("J of " + i, training.loss(), trace.loss());
            }
            training.update();
            if (training.ending().orElseThrow() instanceof Ending.EpochsDone) {
                close("problem " + i, training.network(), updated(trace));
            }
        }
    }

    private static Network updated(Trace trace) {
        Network network = trace.problem().network();
        List<Layer> layers = new ArrayList<>();
        for (int l = 0; l < network.depth(); l++) {
            Layer layer = network.layer(l);
            double[][] weights = new double[layer.size()][layer.sources()];
            double[] biases = new double[layer.size()];
            for (int k = 0; k < layer.size(); k++) {
                for (int t = 0; t < layer.sources(); t++) {
                    weights[k][t] = trace.updatedWeight(l, k, t);
                }
                biases[k] = layer.biases() == null ? 0 : trace.updatedBias(l, k);
            }
            Vector changed = layer.biases() == null ? null : Vector.of(biases);
            layers.add(layer.withWeights(Matrix.of(weights)).withBiases(changed));
        }
        return new Network(network.inputs(), layers);
    }

    @Test
    void aRunIsTheSameHoweverItIsCut() {
        RandomGenerator random = new SplittableRandom(2);
        for (int i = 0; i < PROBLEMS; i++) {
            Problem problem = RandomWorksheets.problem(random);
            Plan plan = new Plan(20, 1 + random.nextInt(3), 5);
            Training whole = new Training(problem, plan);
            while (whole.run(Duration.ofSeconds(1))) {}
            Training cut = new Training(problem, plan);
            while (cut.update()) {
                if (random.nextBoolean()) {
                    cut.loss();
                }
            }
            assertThat(cut.ending()).isEqualTo(whole.ending());
            assertThat(cut.network()).isEqualTo(whole.network());
        }
    }

    private static void close(String name, Network actual, Network expected) {
        for (int l = 0; l < expected.depth(); l++) {
            for (int k = 0; k < expected.layer(l).size(); k++) {
                for (int t = 0; t < expected.layer(l).sources(); t++) {
                    close(
                            name + " w " + l + " " + k + " " + t,
                            actual.layer(l).weights().at(k, t),
                            expected.layer(l).weights().at(k, t));
                }
                if (expected.layer(l).biases() != null) {
                    close(
                            name + " b " + l + " " + k,
                            java.util.Objects.requireNonNull(actual.layer(l).biases()).at(k),
                            java.util.Objects.requireNonNull(expected.layer(l).biases()).at(k));
                }
            }
        }
    }

    private static void close(String name, double actual, double expected) {
        assertThat(Math.abs(actual - expected))
                .as("%s: %s against %s", name, actual, expected)
                .isLessThanOrEqualTo(1e-12 * Math.max(1, Math.abs(expected)));
    }
}
