package org.chainrule.derivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
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
import org.chainrule.gallery.Gallery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How much work arithmetic as on paper is: so many functions are taken, and no more. */
class PaperWorkTest {
    private static final Rounding MOST = new Rounding(10, 10);

    /** One layer on seven inputs, with weights in the thousands. */
    private static Problem layer(Activation activation, Loss loss, int size, int samples) {
        RandomGenerator random = new SplittableRandom(size);
        double[][] weights = new double[size][];
        Arrays.setAll(weights, _ -> random.doubles(7, -5_000, 5_000).toArray());
        Layer layer = new Layer("out", activation, 0.01, Matrix.of(weights), null, false, false);
        List<Sample> all = new ArrayList<>();
        for (int s = 0; s < samples; s++) {
            Vector x = Vector.of(random.doubles(7, -1, 1).toArray());
            all.add(new Sample(x, Vector.of(random.doubles(size).toArray())));
        }
        return new Problem(
                new Network(7, List.of(layer)), all, loss, Reduction.MEAN, new Optimizer.Sgd(0.1));
    }

    /** e^p of each neuron, and of each output ln z and ln(1 − z) for J. */
    @ParameterizedTest
    @CsvSource({
        "SOFTMAX, CROSS_ENTROPY, 2",
        "SOFTMAX, BINARY_CROSS_ENTROPY, 3",
        "SIGMOID, BINARY_CROSS_ENTROPY, 3",
        "SOFTMAX, SQUARED_ERROR, 1",
        "TANH, SQUARED_ERROR, 1",
        "SOFTPLUS, SQUARED_ERROR, 2",
        "GELU, SQUARED_ERROR, 2"
    })
    void eachFunctionIsTakenOnceForEachNeuron(Activation activation, Loss loss, int functions) {
        PaperTrace trace = PaperTrace.of(layer(activation, loss, 64, 3), MOST);
        assertThat(trace.evaluations()).isPositive().isLessThanOrEqualTo(3 * 64 * functions);
    }

    @Test
    void noWorksheetTakesMoreFunctionsThanItsNeuronsAndOutputsAllow() {
        RandomGenerator random = new SplittableRandom(45);
        for (int i = 0; i < 300; i++) {
            Problem problem = RandomWorksheets.problem(random);
            int neurons = problem.network().layers().stream().mapToInt(Layer::size).sum();
            int most = problem.samples().size() * 2 * (neurons + problem.network().outputs());
            assertThat(PaperTrace.of(problem, MOST).evaluations()).isLessThanOrEqualTo(most);
        }
    }

    /** The far tails of e^p stay short, however exact the sums. */
    @ParameterizedTest
    @EnumSource(Activation.class)
    void noNumberGetsLongByWhatCannotBeSeen(Activation activation) {
        Problem problem = layer(activation, Loss.SQUARED_ERROR, 64, 1);
        PaperTrace trace = PaperTrace.of(problem, MOST);
        for (Ref ref : Walk.order(problem)) {
            BigDecimal written = trace.written(ref);
            assertThat(written).isNotNull();
            assertThat(written.precision()).as(ref.toString()).isLessThan(2_500);
        }
    }

    @Test
    void itStopsWhereNobodyWaits() {
        Problem problem = Gallery.first().problem();
        Thread.currentThread().interrupt();
        try {
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() -> PaperTrace.of(problem, MOST));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
