package org.chainrule.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
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
import org.chainrule.gallery.Gallery;
import org.chainrule.worksheet.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arithmetic as on paper, against digits that were worked out by hand. */
class PaperTest {
    @ParameterizedTest
    @CsvSource({
        "p.hid.1, 0.61, 0.61",
        "z.hid.1, 0.61, 0.61",
        "p.hid.2, -0.64, -0.64",
        "z.hid.2, 0.00, 0",
        "p.out.1, -0.85, -0.854",
        "z.out.1, 0.30, 0.2985944399945115",
        "p.out.2, -0.49, -0.4941",
        "z.out.2, 0.38, 0.3789281891725926",
        "dz.out.1, 0.60, 0.597188879989023",
        "dz.out.2, -1.24, -1.242143621654815",
        "dz.hid.1, 0.06, 0.06168392778077528",
        "dz.hid.2, 0.22, 0.2217977412432886",
        "dw.out.1.1, 0.077, 0.07629436595258353",
        "dw.out.2.1, -0.178, -0.1783201336788764",
        "dw.hid.1.1, 0.060, 0.06168392778077528",
        "dw.hid.1.2, 0.060, 0.06168392778077528",
        "nw.out.1.1, -1.4077, -1.407629436595258",
        "J, 0.47, 0.4748888338000708"
    })
    void theFirstWorksheetHasTheSheetsDigits(String address, BigDecimal paper, double exact) {
        Worksheet first = Gallery.first();
        Ref ref = Ref.shown(Quantity.parse(address).orElseThrow(), 0);
        assertThat(first.values().written(ref)).isEqualTo(paper);
        double value = ExactValues.of(first.problem()).value(ref);
        assertThat(Math.abs(value - exact))
                .isLessThanOrEqualTo(1e-15 * Math.max(1, Math.abs(exact)));
    }

    private static Problem problem(
            Activation activation, double[][] w, double[] b, Loss loss, Sample... samples) {
        Layer layer =
                new Layer(
                        "out",
                        activation,
                        activation.usualShape(),
                        Matrix.of(w),
                        b == null ? null : Vector.of(b),
                        false,
                        false);
        return new Problem(
                new Network(w[0].length, List.of(layer)),
                List.of(samples),
                loss,
                Reduction.MEAN,
                new Optimizer.Sgd(0.1));
    }

    private static void written(Problem problem, String address, int sample, String digits) {
        Quantity quantity = Quantity.parse(address).orElseThrow();
        assertThat(PaperTrace.of(problem, Rounding.SHEET).written(quantity, sample))
                .as(address)
                .isEqualByComparingTo(digits);
    }

    /** 0.05 · 0.70 = 0.035, a tie that doubles miss: 0.04; and its negative, away from zero. */
    @Test
    void tiesGoAwayFromZero() {
        Sample sample = new Sample(Vector.of(0.70), Vector.of(0, 0));
        Problem problem =
                problem(
                        Activation.IDENTITY,
                        new double[][] {{0.05}, {-0.05}},
                        null,
                        Loss.SQUARED_ERROR,
                        sample);
        written(problem, "p.out.1", 0, "0.04");
        written(problem, "p.out.2", 0, "-0.04");
        written(problem, "dz.out.1", 0, "0.08");
        written(problem, "dw.out.1.1", Values.BATCH, "0.056");
        written(problem, "nw.out.1.1", Values.BATCH, "0.0444");
    }

    /**
     * p = 0.5 · 1 + 0.125 = 0.625 → 0.63; tanh 0.63 = 0.55805… → 0.56; 1 − tanh² 0.63 = 0.68858….
     */
    @Test
    void aTanhNeuronWithABias() {
        Sample sample = new Sample(Vector.of(1), Vector.of(1));
        Problem problem =
                problem(
                        Activation.TANH,
                        new double[][] {{0.5}},
                        new double[] {0.125},
                        Loss.HALF_SQUARED_ERROR,
                        sample);
        written(problem, "p.out.1", 0, "0.63");
        written(problem, "z.out.1", 0, "0.56");
        written(problem, "J", 0, "0.10");
        written(problem, "dz.out.1", 0, "-0.44");
        written(problem, "dw.out.1.1", 0, "-0.303");
        written(problem, "db.out.1", Values.BATCH, "-0.303");
        written(problem, "nb.out.1", Values.BATCH, "0.1553");
    }

    /**
     * dw of the samples: 2 · 0.01 · 0.25 = 0.005 and 2 · 0.02 · 0.5 = 0.02; their mean 0.0125 →
     * 0.013.
     */
    @Test
    void aBatchIsReducedFromWhatIsWritten() {
        Problem problem =
                problem(
                        Activation.IDENTITY,
                        new double[][] {{0.04}},
                        null,
                        Loss.SQUARED_ERROR,
                        new Sample(Vector.of(0.25), Vector.of(0)),
                        new Sample(Vector.of(0.5), Vector.of(0)));
        written(problem, "p.out.1", 0, "0.01");
        written(problem, "dz.out.1", 0, "0.02");
        written(problem, "dw.out.1.1", 0, "0.005");
        written(problem, "dw.out.1.1", 1, "0.020");
        written(problem, "dw.out.1.1", Values.BATCH, "0.013");
    }

    /**
     * Written z = (0.73, 0.27) of p = (1, 0); dp₁ = 1.46 · 0.73 · 0.27 − (−1.46) · 0.73 · 0.27 ….
     */
    @Test
    void softmaxTakesItsSlopeFromTheWrittenActivations() {
        Sample sample = new Sample(Vector.of(1), Vector.of(0, 1));
        Problem problem =
                problem(
                        Activation.SOFTMAX,
                        new double[][] {{1}, {0}},
                        null,
                        Loss.SQUARED_ERROR,
                        sample);
        written(problem, "z.out.1", 0, "0.73");
        written(problem, "z.out.2", 0, "0.27");
        written(problem, "dz.out.1", 0, "1.46");
        written(problem, "dz.out.2", 0, "-1.46");
        written(problem, "dp.out.1", 0, "0.575532");
        written(problem, "dw.out.1.1", 0, "0.576");
    }

    @Test
    void aFrozenParameterStaysAsItIsTyped() {
        Layer layer =
                new Layer(
                        "out",
                        Activation.IDENTITY,
                        0.01,
                        Matrix.of(new double[] {0.123456}),
                        null,
                        true,
                        false);
        Problem problem =
                new Problem(
                        new Network(1, List.of(layer)),
                        List.of(new Sample(Vector.of(1), Vector.of(0))),
                        Loss.SQUARED_ERROR,
                        Reduction.SUM,
                        new Optimizer.Sgd(0.1));
        written(problem, "dw.out.1.1", Values.BATCH, "0.24");
        written(problem, "nw.out.1.1", Values.BATCH, "0.123456");
    }
}
