package org.chainrule.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Backprop;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Loss;
import org.chainrule.engine.Matrix;
import org.chainrule.engine.Network;
import org.chainrule.engine.Optimizer;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Reduction;
import org.chainrule.engine.Sample;
import org.chainrule.engine.Trace;
import org.chainrule.engine.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Training against the engine's own passes, PyTorch's formulas, and itself cut otherwise. */
class TrainingTest {
    private static final int PROBLEMS = 300;

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 64, 100})
    void whatIsMeasuredIsBackpropsJAndGradient(int samples) {
        RandomGenerator random = new SplittableRandom(samples);
        int compared = 0;
        for (int i = 0; i < PROBLEMS; i++) {
            Problem problem = Crowds.problem(random, samples, 0.1);
            Trace trace = Backprop.run(problem);
            Training training = new Training(problem, Plan.DEFAULT);
            if (Double.isFinite(trace.loss())) {
                close("J of " + i, training.loss(), trace.loss(), 1e-12);
                gradients("problem " + i, training, trace);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(PROBLEMS / 2);
    }

    private static void gradients(String name, Training training, Trace trace) {
        Network network = trace.problem().network();
        double squares = 0;
        for (int l = 0; l < network.depth(); l++) {
            Layer layer = network.layer(l);
            for (int k = 0; k < layer.size(); k++) {
                for (int t = 0; t < layer.sources(); t++) {
                    double gradient = trace.weightGradient(l, k, t);
                    close(name, training.gradient(l, k, t), gradient, 1e-12);
                    squares += layer.weightsFrozen() ? 0 : gradient * gradient;
                }
                if (layer.biases() != null) {
                    double gradient = trace.biasGradient(l, k);
                    close(name, training.gradient(l, k, -1), gradient, 1e-12);
                    squares += layer.biasesFrozen() ? 0 : gradient * gradient;
                }
            }
        }
        close(name + " norm", training.gradientNorm(), Math.sqrt(squares), 1e-12);
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void everyActivationTrainsAsItIsDefinedFarFromZeroToo(Activation activation) {
        for (double p : new double[] {-700, -40, -3, -1e-3, -1e-9, 0, 1e-9, 1e-3, 3, 40, 700}) {
            double[] row = {p};
            Layer hidden = new Layer("h1", Activation.IDENTITY, Matrix.of(row, new double[] {1}));
            Layer last = new Layer("out", activation, Matrix.of(new double[] {1, 1}, row(0, 1)));
            Problem problem =
                    new Problem(
                            new Network(1, List.of(hidden, last)),
                            List.of(new Sample(Vector.of(1), Vector.of(0.5, 0.25))),
                            Loss.HALF_SQUARED_ERROR,
                            Reduction.MEAN,
                            new Optimizer.Sgd(1));
            Trace trace = Backprop.run(problem);
            Training training = new Training(problem, Plan.DEFAULT);
            relative(training.loss(), trace.loss());
            relative(training.gradient(0, 0, 0), trace.weightGradient(0, 0, 0));
        }
    }

    /** Decimals that cancel leave a p of some 1e−17, on the side of 0 that the worksheet shows. */
    @ParameterizedTest
    @ValueSource(ints = {1, 9})
    void reluStaysOnTheWorksheetsSideOfZero(int samples) {
        RandomGenerator random = new SplittableRandom(6);
        int cancelled = 0;
        for (int i = 0; i < 20_000; i++) {
            double[] weights = random.ints(4, -9, 10).mapToDouble(w -> w / 10.0).toArray();
            double[] x = random.ints(4, -9, 10).mapToDouble(w -> w / 10.0).toArray();
            Layer layer = new Layer("out", Activation.RELU, Matrix.of(weights));
            Sample sample = new Sample(Vector.of(x), Vector.of(1));
            Problem problem =
                    new Problem(
                            new Network(4, List.of(layer)),
                            java.util.Collections.nCopies(samples, sample),
                            Loss.HALF_SQUARED_ERROR,
                            Reduction.MEAN,
                            new Optimizer.Sgd(1));
            Trace trace = Backprop.run(problem);
            Training training = new Training(problem, Plan.DEFAULT);
            for (int t = 0; t < 4; t++) {
                close("w" + t, training.gradient(0, 0, t), trace.weightGradient(0, 0, t), 1e-15);
            }
            double p = trace.preactivation(0, 0, 0);
            cancelled += p != 0 && Math.abs(p) < 1e-15 ? 1 : 0;
        }
        assertThat(cancelled).isGreaterThan(50);
    }

    private static double[] row(double... values) {
        return values;
    }

    private static void relative(double actual, double expected) {
        assertThat(Math.abs(actual - expected))
                .as("%s against %s", actual, expected)
                .isLessThanOrEqualTo(1e-14 * Math.abs(expected) + 1e-300);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 1", "7, 0", "30, 10", "150, 64", "150, 8", "150, 1"})
    void updatesArePyTorchsWithTheirStateCarriedOn(int samples, int batch) {
        RandomGenerator random = new SplittableRandom(31L * samples + batch);
        int compared = 0;
        for (int i = 0; i < PROBLEMS / 3; i++) {
            Problem problem = Crowds.problem(random, samples, 1e-3);
            Plan plan = new Plan(batch == 0 ? 20 : 2, batch, 9);
            Training training = new Training(problem, plan);
            TorchSteps torch = new TorchSteps(problem);
            int[] order = new int[samples];
            for (int epoch = 0; epoch < plan.epochs(); epoch++) {
                if (batch == 0) {
                    Arrays.setAll(order, s -> s);
                } else {
                    Shuffle.into(order, plan.seed(), epoch);
                }
                for (int s = 0; s < samples; s += plan.batchOf(samples)) {
                    int end = Math.min(s + plan.batchOf(samples), samples);
                    torch.step(
                            Arrays.stream(order, s, end).mapToObj(problem.samples()::get).toList());
                }
            }
            while (training.update()) {}
            if (training.ending().orElseThrow() instanceof Ending.EpochsDone) {
                double[] expected = Crowds.parameters(torch.network());
                double[] actual = Crowds.parameters(training.network());
                for (int j = 0; j < expected.length; j++) {
                    close("problem " + i + " parameter " + j, actual[j], expected[j], 1e-10);
                }
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(PROBLEMS / 6);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 64, 100, 149})
    void aRunIsTheSameHoweverItIsCut(int batch) {
        RandomGenerator random = new SplittableRandom(batch);
        for (int i = 0; i < PROBLEMS / 10; i++) {
            Problem problem = Crowds.problem(random, 150, 0.01);
            Plan plan = new Plan(5, batch, 5);
            Training whole = new Training(problem, plan);
            while (whole.run(Duration.ofSeconds(1))) {}
            Training cut = new Training(problem, plan);
            while (cutSomewhere(random, cut)) {
                if (random.nextBoolean()) {
                    cut.loss();
                }
            }
            assertThat(cut.ending()).isEqualTo(whole.ending());
            assertThat(cut.network()).isEqualTo(whole.network());
            assertThat(Double.valueOf(cut.loss())).isEqualTo(Double.valueOf(whole.loss()));
        }
    }

    @Test
    void evenTheShortestTimeTakesARunFurther() {
        Training training = new Training(xor(0.1), new Plan(50, 1, 1));
        int slices = 1;
        while (training.run(Duration.ZERO) && slices < 1_000) {
            slices++;
        }
        assertThat(training.ending()).contains(new Ending.EpochsDone());
    }

    private static boolean cutSomewhere(RandomGenerator random, Training training) {
        return switch (random.nextInt(3)) {
            case 0 -> training.update();
            case 1 -> training.finishEpoch();
            default -> training.run(Duration.ofNanos(1));
        };
    }

    @Test
    void anotherSeedIsAnotherRun() {
        Problem problem = xor(0.5);
        assertThat(trained(problem, new Plan(3, 1, 1)).network())
                .isEqualTo(trained(problem, new Plan(3, 1, 1)).network())
                .isNotEqualTo(trained(problem, new Plan(3, 1, 2)).network());
    }

    /** Rumelhart, Hinton, Williams, "Learning internal representations", 1986: XOR is learned. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void xorIsLearned(int batch) {
        Plan plan = new Plan(20_000, batch, 1, OptionalDouble.of(1e-3), OptionalDouble.empty());
        Training training = trained(xor(0.5), plan);
        assertThat(training.ending()).containsInstanceOf(Ending.LossBelow.class);
        assertThat(training.loss()).isLessThan(1e-3);
        assertThat(Backprop.loss(training.problem().with(training.network()))).isLessThan(1e-3);
    }

    private static Problem xor(double rate) {
        Problem network =
                Crowds.network(new SplittableRandom(4), Activation.TANH, 1, rate, 2, 4, 1);
        return network.with(
                List.of(
                        new Sample(Vector.of(0, 0), Vector.of(0)),
                        new Sample(Vector.of(0, 1), Vector.of(1)),
                        new Sample(Vector.of(1, 0), Vector.of(1)),
                        new Sample(Vector.of(1, 1), Vector.of(0))));
    }

    private static Training trained(Problem problem, Plan plan) {
        Training training = new Training(problem, plan);
        while (training.run(Duration.ofSeconds(1))) {}
        return training;
    }

    @Test
    void aBoundEndsTheRunAfterTheFirstEpochBelowIt() {
        Plan free = new Plan(50, 2, 1);
        Training training = new Training(xor(0.1), free);
        double[] norms = new double[51];
        for (int epoch = 0; epoch <= 50; epoch++) {
            norms[epoch] = training.gradientNorm();
            training.finishEpoch();
        }
        double bound = norms[0] * 0.9;
        int first = 0;
        while (norms[first] >= bound) {
            first++;
        }
        Plan bounded = new Plan(50, 2, 1, OptionalDouble.empty(), OptionalDouble.of(bound));
        Training stopped = trained(xor(0.1), bounded);
        assertThat(stopped.ending()).contains(new Ending.GradientNormBelow(norms[first]));
        assertThat(stopped.epoch()).isEqualTo(first).isPositive();
    }

    @Test
    void whatIsFrozenStays() {
        RandomGenerator random = new SplittableRandom(8);
        int frozen = 0;
        for (int i = 0; i < PROBLEMS; i++) {
            Problem problem = Crowds.problem(random, 3, 0.01);
            Network after = trained(problem, new Plan(5, random.nextInt(3), 1)).network();
            for (int l = 0; l < after.depth(); l++) {
                Layer layer = problem.network().layer(l);
                if (layer.weightsFrozen()) {
                    assertThat(after.layer(l).weights()).isEqualTo(layer.weights());
                    frozen++;
                }
                if (layer.biasesFrozen()) {
                    assertThat(after.layer(l).biases()).isEqualTo(layer.biases());
                    frozen++;
                }
            }
        }
        assertThat(frozen).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 16})
    void passesAllocateNothing(int batch) {
        Problem problem =
                Crowds.network(new SplittableRandom(1), Activation.TANH, 100, 0.01, 2, 8, 8, 1);
        Training training = new Training(problem, new Plan(10_000, batch, 1));
        var threads =
                (com.sun.management.ThreadMXBean)
                        java.lang.management.ManagementFactory.getThreadMXBean();
        epochs(training, 500);
        long before = threads.getCurrentThreadAllocatedBytes();
        epochs(training, 2_000);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(100_000);
    }

    private static void epochs(Training training, int count) {
        for (int i = 0; i < count; i++) {
            training.finishEpoch();
        }
    }

    private static void close(String name, double actual, double expected, double tolerance) {
        assertThat(Math.abs(actual - expected))
                .as("%s: %s against %s", name, actual, expected)
                .isLessThanOrEqualTo(tolerance * Math.max(1, Math.abs(expected)));
    }
}
