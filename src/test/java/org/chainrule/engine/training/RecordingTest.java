package org.chainrule.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Backprop;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Loss;
import org.chainrule.engine.Network;
import org.chainrule.engine.Optimizer;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Reduction;
import org.chainrule.engine.Sample;
import org.chainrule.engine.Trace;
import org.chainrule.engine.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a recording gives back of its run. */
class RecordingTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 8, 9})
    void everyEpochIsThereAgainBitForBit(int batch) {
        RandomGenerator random = new SplittableRandom(3);
        for (int i = 0; i < 20; i++) {
            Problem problem = Crowds.problem(random, 20, 0.01);
            Plan plan = new Plan(70, batch, 5);
            Training training = new Training(problem, plan);
            List<Network> networks = new ArrayList<>(List.of(training.network()));
            while (training.ending().isEmpty()) {
                training.finishEpoch();
                networks.add(training.network());
            }
            // Memory for eight states makes the stride double four times.
            Recording recording = new Recording(problem, plan, 1);
            while (recording.run(Duration.ofMillis(1))) {}
            for (int j = 0; j < 100; j++) {
                int epoch = random.nextInt(recording.epoch() + 1);
                assertThat(recording.at(epoch)).isEqualTo(networks.get(epoch));
            }
        }
    }

    private static Recording recorded(Problem problem, Plan plan) {
        Recording recording = new Recording(problem, plan);
        while (recording.run(Duration.ofSeconds(1))) {}
        return recording;
    }

    private static Problem problem() {
        return Crowds.network(new SplittableRandom(1), Activation.TANH, 12, 0.1, 2, 3, 1);
    }

    @Test
    void measuresAreThoseOfTheirEpochs() {
        Recording recording = recorded(problem(), new Plan(30, 4, 1));
        List<Measured> measures = recording.measures();
        assertThat(measures).hasSize(31);
        for (Measured measured : measures) {
            Network network = recording.at(measured.epoch());
            Training there = new Training(problem().with(network), Plan.DEFAULT);
            assertThat(measured.loss()).isEqualTo(there.loss());
            assertThat(measured.gradientNorm()).isEqualTo(there.gradientNorm());
        }
    }

    @Test
    void aLongRunIsMeasuredAtEvenDistancesAndAtItsEnd() {
        List<Measured> measures = recorded(problem(), new Plan(5_001, 0, 1)).measures();
        assertThat(measures).hasSizeBetween(500, 1_024);
        for (int i = 0; i < measures.size() - 1; i++) {
            assertThat(measures.get(i).epoch()).isEqualTo(8 * i);
        }
        assertThat(measures.getLast().epoch()).isEqualTo(5_001);
    }

    @Test
    void aParametersCurveHasItsValuesAndGradients() {
        Recording recording = recorded(problem(), new Plan(450, 1, 1));
        List<ParameterPoint> curve = recording.curve(0, 2, -1);
        assertThat(curve).hasSizeBetween(100, 200);
        for (ParameterPoint point : curve) {
            Trace trace = Backprop.run(problem().with(recording.at(point.epoch())));
            assertThat(point.value())
                    .isEqualTo(Crowds.parameters(recording.at(point.epoch()))[2 * 3 + 2]);
            assertThat(point.gradient())
                    .isCloseTo(
                            trace.biasGradient(0, 2), org.assertj.core.data.Offset.offset(1e-13));
        }
        assertThat(curve.getFirst().epoch()).isZero();
        assertThat(curve.getLast().epoch()).isGreaterThan(440);
    }

    @Test
    void memoryIsBounded() {
        Problem large =
                Crowds.network(
                        new SplittableRandom(1), Activation.TANH, 10, 1e-3, 64, 64, 64, 64, 64, 64);
        Recording recording = new Recording(large, new Plan(200, 0, 1));
        while (recording.run(Duration.ofSeconds(1))) {}
        assertThat(recording.memoryBytes()).isLessThan(12 << 20);
    }

    @Test
    void theWayToAnEpochCanBeGoneInSteps() {
        Recording recording = new Recording(problem(), new Plan(2_000, 1, 1), 1);
        while (recording.run(Duration.ofSeconds(1))) {}
        Network whole = recording.at(1_999);
        recording.at(0);
        int steps = 1;
        Optional<Network> network = recording.at(1_999, Duration.ZERO);
        while (network.isEmpty()) {
            network = recording.at(1_999, Duration.ZERO);
            steps++;
        }
        assertThat(network).contains(whole);
        assertThat(steps).isGreaterThan(100);
    }

    @Test
    void thereIsNoEpochThatIsNotDone() {
        Recording recording = new Recording(problem(), new Plan(9, 1, 1));
        recording.finishEpoch();
        assertThatThrownBy(() -> recording.at(2)).hasMessage("epoch 2 of 1");
    }

    @Test
    void aNetworkWithoutParametersStaysAsItIs() {
        Layer softmax = Layer.weightless("out", Activation.SOFTMAX, 0, 2);
        Problem problem =
                new Problem(
                        new Network(2, List.of(softmax)),
                        List.of(new Sample(Vector.of(1, 2), Vector.of(0, 1))),
                        Loss.CROSS_ENTROPY,
                        Reduction.MEAN,
                        new Optimizer.Adam(0.1, 0.9, 0.999, 1e-8));
        Recording recording = new Recording(problem, new Plan(30, 0, 1));
        while (recording.run(Duration.ofSeconds(1))) {}
        assertThat(recording.ending()).contains(new Ending.EpochsDone());
        assertThat(recording.at(17)).isEqualTo(problem.network());
    }
}
