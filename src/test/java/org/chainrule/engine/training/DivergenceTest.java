package org.chainrule.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
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
import org.chainrule.engine.training.Ending.Diverged;
import org.chainrule.engine.training.Overflow.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that overflows stops there, and says where that is. */
class DivergenceTest {
    private static Problem neuron(double weight, double rate, double... inputs) {
        Layer layer = new Layer("out", Activation.IDENTITY, Matrix.of(new double[] {weight}));
        List<Sample> samples =
                IntStream.range(0, inputs.length)
                        .mapToObj(s -> new Sample(Vector.of(inputs[s]), Vector.of(0)))
                        .toList();
        return new Problem(
                new Network(1, List.of(layer)),
                samples,
                Loss.HALF_SQUARED_ERROR,
                Reduction.MEAN,
                new Optimizer.Sgd(rate));
    }

    private static Diverged diverged(Problem problem, Plan plan) {
        Training training = new Training(problem, plan);
        while (training.run(Duration.ofSeconds(1))) {}
        return (Diverged) training.ending().orElseThrow();
    }

    /** w becomes 1 − 10²⁰⁰, and the square of that is not finite. */
    @Test
    void theLossOverflowsFirst() {
        assertThat(diverged(neuron(1, 1e200, 1), new Plan(9, 0, 1)))
                .isEqualTo(
                        new Diverged(
                                2,
                                1,
                                new Overflow(Kind.LOSS, 0, -1, -1, -1, Double.POSITIVE_INFINITY)));
    }

    /** The gradient is 10¹⁵⁰, and that times the learning rate is not finite. */
    @Test
    void theNewWeightOverflowsFirst() {
        assertThat(diverged(neuron(1e150, 1e200, 1), new Plan(9, 0, 1)))
                .isEqualTo(
                        new Diverged(
                                1,
                                1,
                                new Overflow(
                                        Kind.NEW_WEIGHT, -1, 0, 0, 0, Double.NEGATIVE_INFINITY)));
    }

    @Test
    void thePreactivationOverflowsFirstInTheSampleThatIsTooLarge() {
        Diverged diverged = diverged(neuron(1e200, 1e-300, 1e-200, 1e-200, 1e200), plan());
        int[] order = new int[3];
        Shuffle.into(order, 1, 0);
        int update = IntStream.range(0, 3).filter(i -> order[i] == 2).findFirst().orElseThrow();
        assertThat(diverged)
                .isEqualTo(
                        new Diverged(
                                1,
                                update + 1,
                                new Overflow(
                                        Kind.PREACTIVATION,
                                        2,
                                        0,
                                        0,
                                        -1,
                                        Double.POSITIVE_INFINITY)));
    }

    private static Plan plan() {
        return new Plan(5, 1, 1);
    }

    /** Only the last measure sees it: no update comes after. */
    @Test
    void whatOverflowsAfterTheLastUpdateCountsToo() {
        assertThat(diverged(neuron(1, 1e200, 1, 1), new Plan(1, 0, 1)))
                .isEqualTo(
                        new Diverged(
                                1,
                                1,
                                new Overflow(Kind.LOSS, 0, -1, -1, -1, Double.POSITIVE_INFINITY)));
    }

    @Test
    void aSaturatedSoftmaxIsNoOverflow() {
        Layer layer =
                new Layer(
                        "out",
                        Activation.SOFTMAX,
                        Matrix.of(new double[] {2_000}, new double[] {-2_000}));
        Problem problem =
                new Problem(
                        new Network(1, List.of(layer)),
                        List.of(new Sample(Vector.of(1), Vector.of(0, 1))),
                        Loss.CROSS_ENTROPY,
                        Reduction.MEAN,
                        new Optimizer.Sgd(1));
        Training training = new Training(problem, new Plan(1, 0, 1));
        assertThat(training.loss()).isEqualTo(4_000);
        training.update();
        assertThat(training.ending()).containsInstanceOf(Ending.EpochsDone.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 10})
    void theEngineMeetsTheNamedNumberFirst(int batch) {
        RandomGenerator random = new SplittableRandom(batch + 1);
        int found = 0;
        for (int i = 0; i < 400; i++) {
            double rate = Math.pow(10, random.nextInt(300));
            Problem problem = Crowds.problem(random, 25, rate);
            Training training = new Training(problem, new Plan(20, batch, 1));
            while (training.run(Duration.ofSeconds(1))) {}
            if (training.ending().orElseThrow() instanceof Diverged diverged) {
                verify("problem " + i, training, diverged);
                found++;
            }
        }
        assertThat(found).isGreaterThan(100);
    }

    private static void verify(String name, Training training, Diverged diverged) {
        long number = (diverged.epoch() - 1L) * training.updatesPerEpoch() + diverged.update();
        assertThat(number - training.updates()).as(name).isBetween(0L, 1L);
        for (double parameter : Crowds.parameters(training.network())) {
            assertThat(parameter).as(name).isFinite();
        }
        Overflow first = diverged.first();
        assertThat(first.value()).as(name).isNotFinite();
        if (first.sample() >= 0) {
            Problem problem = training.problem().with(training.network());
            Sample sample = problem.samples().get(first.sample());
            Trace trace = Backprop.run(problem.with(List.of(sample)));
            assertThat(Double.valueOf(value(trace, first)))
                    .as(name)
                    .isEqualTo(Double.valueOf(first.value()));
            assertThat(earlier(trace, first)).as("%s: before %s", name, first).isTrue();
        }
    }

    private static double value(Trace trace, Overflow number) {
        return switch (number.kind()) {
            case PREACTIVATION -> trace.preactivation(0, number.l(), number.k());
            case ACTIVATION -> trace.activation(0, number.l(), number.k());
            case LOSS -> trace.loss(0);
            case ERROR_GRADIENT -> trace.errorGradient(0, number.l(), number.k());
            case PREACTIVATION_GRADIENT -> trace.preactivationGradient(0, number.l(), number.k());
            case WEIGHT_GRADIENT, BIAS_GRADIENT, NEW_WEIGHT, NEW_BIAS ->
                    throw new AssertionError("of the batch");
        };
    }

    /** Whether all layers before, and J if the way back had begun, are finite. */
    private static boolean earlier(Trace trace, Overflow first) {
        boolean back = first.kind().compareTo(Kind.LOSS) >= 0;
        Network network = trace.problem().network();
        int layers = back ? network.depth() : first.l();
        for (int l = 0; l < layers; l++) {
            for (int k = 0; k < network.layer(l).size(); k++) {
                if (!Double.isFinite(trace.preactivation(0, l, k))
                        || !Double.isFinite(trace.activation(0, l, k))) {
                    return false;
                }
            }
        }
        return first.kind().compareTo(Kind.LOSS) <= 0 || Double.isFinite(trace.loss(0));
    }
}
