package org.chainrule.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a plan may be, how long a run, and how samples are shuffled. */
class PlanTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1, 0, 0, epochs: 0",
        "1000001, 1, 0, 0, epochs: 1000001",
        "1, -1, 0, 0, batch: -1",
        "1, 1, NaN, 0, lossBelow: OptionalDouble[NaN]",
        "1, 1, 0, -1, gradientNormBelow: OptionalDouble[-1.0]",
        "1, 1, 0, Infinity, gradientNormBelow: OptionalDouble[Infinity]"
    })
    void impossiblePlansNameTheirValue(
            int epochs, int batch, double loss, double norm, String message) {
        OptionalDouble lossBelow = OptionalDouble.of(loss);
        OptionalDouble normBelow = OptionalDouble.of(norm);
        assertThatThrownBy(() -> new Plan(epochs, batch, 1, lossBelow, normBelow))
                .hasMessage(message);
    }

    /** Epochs × samples × parameters are 4e10 at most; 2-2-2 counts as 100 parameters. */
    @ParameterizedTest
    @CsvSource({"2, 400000", "8, 380952"})
    void aRunHasNoMoreEpochsThanTakeMinutes(int hidden, int most) {
        int[] sizes = hidden == 2 ? new int[] {2, 2, 2} : new int[] {2, 8, 8, 1};
        Problem problem =
                Crowds.network(new SplittableRandom(1), Activation.TANH, 1_000, 0.1, sizes);
        assertThat(TrainingLimits.mostEpochs(problem)).isEqualTo(most);
    }

    /** χ² of 24 orders in 48,000 epochs; 23 degrees of freedom exceed 58 once in 10,000 seeds. */
    @Test
    void everyOrderIsAsLikely() {
        int[] counts = new int[256];
        int[] order = new int[4];
        for (int epoch = 0; epoch < 48_000; epoch++) {
            Shuffle.into(order, 42, epoch);
            assertThat(Arrays.stream(order).sorted()).containsExactly(0, 1, 2, 3);
            counts[((order[0] * 4 + order[1]) * 4 + order[2]) * 4 + order[3]]++;
        }
        double chiSquared =
                IntStream.of(counts)
                        .filter(count -> count > 0)
                        .mapToDouble(count -> (count - 2_000.0) * (count - 2_000.0) / 2_000)
                        .sum();
        assertThat(chiSquared).isLessThan(58);
        assertThat(IntStream.of(counts).filter(count -> count > 0)).hasSize(24);
    }
}
