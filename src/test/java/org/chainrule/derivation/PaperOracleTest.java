package org.chainrule.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.chainrule.RandomWorksheets;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Loss;
import org.chainrule.engine.Matrix;
import org.chainrule.engine.Network;
import org.chainrule.engine.Optimizer;
import org.chainrule.engine.Penalty;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Reduction;
import org.chainrule.engine.Sample;
import org.chainrule.engine.Shape;
import org.chainrule.engine.Vector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arithmetic as on paper is that of {@link ByHand}, digit for digit. */
class PaperOracleTest {
    private static final int WORKSHEETS = 150;
    private static final List<Activation> HIDDEN =
            List.of(
                    Activation.IDENTITY,
                    Activation.RELU,
                    Activation.SIGMOID,
                    Activation.BIPOLAR_SIGMOID,
                    Activation.TANH);

    @ParameterizedTest
    @CsvSource({
        "SOFTMAX, CROSS_ENTROPY",
        "SIGMOID, BINARY_CROSS_ENTROPY",
        "SOFTMAX, BINARY_CROSS_ENTROPY",
        "SIGMOID, CROSS_ENTROPY",
        "TANH, CROSS_ENTROPY",
        "RELU, BINARY_CROSS_ENTROPY",
        "SOFTMAX, SQUARED_ERROR",
        "IDENTITY, MEAN_SQUARED_ERROR",
        "BIPOLAR_SIGMOID, SQUARED_ERROR",
        "SIGMOID, MEAN_BINARY_CROSS_ENTROPY",
        "RELU, MEAN_BINARY_CROSS_ENTROPY",
        "SIGMOID, HALF_MEAN_SQUARED_ERROR",
        "RELU, ABSOLUTE_ERROR",
        "IDENTITY, HUBER",
        "SOFTMAX, GIVEN",
        "STEP, HALF_SQUARED_ERROR",
        "SIGN, HALF_SQUARED_ERROR",
        "TANH, HALF_SQUARED_ERROR"
    })
    void everyWrittenNumberIsTheOneWorkedByHand(Activation last, Loss loss) {
        RandomGenerator random = new SplittableRandom(loss.ordinal() * 31L + last.ordinal());
        for (int i = 0; i < WORKSHEETS; i++) {
            Problem problem = RandomWorksheets.withState(problem(random, last, loss));
            Rounding rounding = new Rounding(random.nextInt(11), random.nextInt(11));
            for (Rounding.Writes writes : Rounding.Writes.values()) {
                for (Rounding.Slope slope : Rounding.Slope.values()) {
                    agree("worksheet " + i, problem, rounding.with(writes).with(slope));
                }
            }
        }
    }

    private static void agree(String worksheet, Problem problem, Rounding rounding) {
        PaperTrace trace = PaperTrace.of(problem, rounding);
        Map<Ref, Figure> byHand = ByHand.written(problem, rounding);
        assertThat(byHand.keySet()).containsAll(Walk.order(problem));
        byHand.forEach((ref, expected) -> {
            String number = worksheet + " " + rounding + " " + ref;
            if (rounding.isWritten(ref.quantity().kind())) {
                assertThat(text(trace, ref)).as(number).isEqualTo(expected.toString());
            } else {
                close(number, trace, ref, expected);
            }
        });
    }

    /** Slopes are not written: both have as many digits as they like, 16 at least. */
    private static void close(String number, PaperTrace trace, Ref ref, Figure expected) {
        BigDecimal value = trace.written(ref);
        if (expected.decimal() == null || value == null) {
            assertThat(text(trace, ref)).as(number).isEqualTo(expected.toString());
        } else {
            assertThat(value.subtract(expected.decimal()).abs())
                    .as(number)
                    .isLessThan(new BigDecimal("1e-15"));
        }
    }

    private static String text(PaperTrace trace, Ref ref) {
        BigDecimal written = trace.written(ref);
        return written == null ? Double.toString(trace.value(ref)) : written.toPlainString();
    }

    /**
     * Of two decimals and small, so that ties are frequent; now and then so large as to saturate.
     */
    private static Problem problem(RandomGenerator random, Activation last, Loss loss) {
        int inputs = 1 + random.nextInt(3);
        int depth = 1 + random.nextInt(3);
        double range = random.nextInt(4) == 0 ? 20 : 1.5;
        List<Layer> layers = new ArrayList<>();
        int sources = inputs;
        for (int l = 0; l < depth; l++) {
            boolean isLast = l == depth - 1;
            Activation activation = isLast ? last : HIDDEN.get(random.nextInt(HIDDEN.size()));
            String name = isLast ? "out" : "h" + (l + 1);
            Layer layer = layer(random, name, activation, sources, range);
            layers.add(layer);
            sources = layer.size();
        }
        List<Sample> samples = new ArrayList<>();
        for (int s = random.nextInt(3); s >= 0; s--) {
            Vector x = Vector.of(numbers(random, inputs, 2));
            samples.add(new Sample(x, Vector.of(targets(random, sources, loss))));
        }
        return new Problem(
                new Network(inputs, layers),
                samples,
                loss,
                (1 + random.nextInt(6)) / 4.0,
                random.nextInt(3) == 0
                        ? new Penalty(
                                random.nextInt(1, 8) / 20.0,
                                Penalty.Scale.values()[random.nextInt(3)],
                                random.nextBoolean())
                        : Penalty.NONE,
                random.nextBoolean() ? Reduction.MEAN : Reduction.SUM,
                random.nextInt(3) == 0
                        ? random.nextBoolean()
                                ? new Optimizer.RmsProp(0.1, 0.9, 1e-8)
                                : new Optimizer.Adam(0.1, 0.9, 0.999, 1e-8)
                        : new Optimizer.Sgd(0.1, 0.9, random.nextBoolean(), 0.01));
    }

    private static Layer layer(
            RandomGenerator random, String name, Activation activation, int sources, double range) {
        int size = 1 + random.nextInt(4);
        double[][] weights = new double[size][];
        for (int k = 0; k < size; k++) {
            weights[k] = numbers(random, sources, range);
        }
        return new Layer(
                name,
                activation,
                activation.shape() == Shape.STEEPNESS && range < 2 && random.nextInt(3) == 0
                        ? (1 + random.nextInt(40)) / 20.0
                        : activation.usualShape(),
                Matrix.of(weights),
                random.nextBoolean() ? Vector.of(numbers(random, size, range)) : null,
                random.nextInt(8) == 0,
                false);
    }

    private static double[] numbers(RandomGenerator random, int count, double range) {
        return random.doubles(count, -range, range).map(n -> Math.rint(n * 100) / 100).toArray();
    }

    private static double[] targets(RandomGenerator random, int count, Loss loss) {
        double[] targets = numbers(random, count, 1);
        if (loss.isCrossEntropy()) {
            for (int k = 0; k < count; k++) {
                targets[k] = random.nextInt(3) == 0 ? Math.abs(targets[k]) : random.nextInt(2);
            }
        }
        return targets;
    }
}
