package org.chainrule.derivation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.chainrule.document.Reading;
import org.chainrule.document.WorksheetJson;
import org.chainrule.engine.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cross-entropies as on paper, against digits that were worked out by hand or published. */
class PaperCrossEntropyTest {
    private static final String SOFTMAX = "{\"activation\": \"softmax\", \"weights\": [[1], [0]]}";

    /** Layers, loss and one sample in the document's own words. */
    private static Problem problem(String layers, String loss, String x, String y) {
        String document =
                """
                {"version": 1, "inputs": %d, "layers": [%s], "loss": "%s",
                 "samples": [{"x": [%s], "y": [%s]}]}\
                """
                        .formatted(x.split(",").length, layers, loss, x, y);
        return switch (WorksheetJson.read(document.getBytes(UTF_8))) {
            case Reading.Good(var worksheet) -> worksheet.problem();
            case Reading.Refused(var refusals, _) -> throw new AssertionError(refusals);
        };
    }

    private static Ref ref(String address) {
        return Ref.shown(Quantity.parse(address).orElseThrow(), 0);
    }

    private static void written(PaperTrace trace, String address, String digits) {
        BigDecimal written = trace.written(ref(address));
        String text =
                written == null ? Double.toString(trace.value(ref(address))) : written.toString();
        assertThat(text).as(address).isEqualTo(digits);
    }

    /** z = (0.73, 0.27); J = −ln 0.27 = 1.309…; −1/0.27 = −3.703…; δ = z − y. */
    @Test
    void softmaxWithCrossEntropy() {
        PaperTrace trace =
                PaperTrace.of(problem(SOFTMAX, "cross-entropy", "1", "0, 1"), Rounding.SHEET);
        written(trace, "J", "1.31");
        written(trace, "dz.out.1", "0.00");
        written(trace, "dz.out.2", "-3.70");
        assertThat(trace.written(ref("dp.out.2"))).isEqualByComparingTo("-0.73");
        written(trace, "dw.out.1.1", "0.730");
        written(trace, "dw.out.2.1", "-0.730");
    }

    /** z · Σ y − y: 0.73 · 1.5 − 1 = 0.095, 0.27 · 1.5 − 0.5 = −0.095. */
    @Test
    void softmaxWithTargetsThatDoNotSumToOne() {
        PaperTrace trace =
                PaperTrace.of(problem(SOFTMAX, "cross-entropy", "1", "1, 0.5"), Rounding.SHEET);
        written(trace, "dw.out.1.1", "0.095");
        written(trace, "dw.out.2.1", "-0.095");
    }

    /** z is written as 1 where y is 0: J and ∂J/∂z are infinite, and nothing else is. */
    @Test
    void whatIsWrittenAsOneMakesTheLossInfiniteAndNoGradient() {
        String sigmoid = "{\"activation\": \"sigmoid\", \"weights\": [[9]]}";
        PaperTrace trace =
                PaperTrace.of(problem(sigmoid, "binary-cross-entropy", "1", "0"), Rounding.SHEET);
        written(trace, "z.out.1", "1.00");
        written(trace, "J", "Infinity");
        written(trace, "dz.out.1", "Infinity");
        written(trace, "dw.out.1.1", "1.000");
        written(trace, "nw.out.1.1", "8.9000");
    }

    /** Another pairing goes through ∂J/∂z: −1/0 times a slope of 0 is not a number. */
    @Test
    void otherPairingsGoThroughTheSlopeOfTheLoss() {
        String relu = "{\"activation\": \"relu\", \"weights\": [[-1], [2]]}";
        PaperTrace trace =
                PaperTrace.of(problem(relu, "cross-entropy", "1", "1, 0"), Rounding.SHEET);
        written(trace, "dz.out.1", "-Infinity");
        written(trace, "dw.out.1.1", "NaN");
        written(trace, "dw.out.2.1", "0.000");
    }

    /** 0 · ln(−1) is a term whose factor is 0. */
    @Test
    void aTermWhoseFactorIsNothingIsNothing() {
        String identity = "{\"activation\": \"identity\", \"weights\": [[-1], [0.5]]}";
        PaperTrace trace =
                PaperTrace.of(problem(identity, "cross-entropy", "1", "0, 1"), Rounding.SHEET);
        written(trace, "J", "0.69");
        written(trace, "dz.out.1", "0.00");
        written(trace, "dz.out.2", "-2.00");
    }

    /** (0.1² + 0.05² + 0.05²)/3 = 0.015/3 = 0.005, a tie; 2 · 0.0075/3 = 0.005, another. */
    @ParameterizedTest
    @CsvSource({
        "'[0.1], [0.05], [0.05]', 0, J, 0.01",
        "'[0], [0], [0]', -0.0075, dz.out.1, 0.01",
        "'[0], [0], [0]', 0.0075, dz.out.1, -0.01"
    })
    void divisionComesLast(String weights, String target, String address, String digits) {
        String identity = "{\"activation\": \"identity\", \"weights\": [%s]}".formatted(weights);
        Problem problem = problem(identity, "mean-squared-error", "1", target + ", 0, 0");
        written(PaperTrace.of(problem, Rounding.SHEET), address, digits);
    }

    private static final String EXAM =
            """
            {"name": "h1", "activation": "relu", "weights": [[1, 2], [-1, 1], [0, 1]],
             "biases": [0, 1, -1]},
            {"name": "h2", "activation": "relu", "weights": [[1, -1, 0], [0, 1, -1]],
             "biases": [1, 0]},
            {"name": "out", "activation": "sigmoid", "weights": [[2, -1]], "biases": [0]}\
            """;

    /**
     * A solved examination on deep networks (BITS Pilani, end of 2024), which goes on with ŷ − y.
     */
    @ParameterizedTest
    @CsvSource({
        "z.out.1, 0.993",
        "J, 0.007",
        "dw.out.1.1, -0.021",
        "dw.out.1.2, -0.007",
        "db.out.1, -0.007",
        "db.h2.1, -0.014",
        "db.h2.2, 0.007",
        "dw.h2.1.1, -0.042",
        "dw.h2.1.2, -0.014",
        "dw.h2.2.1, 0.021",
        "dw.h1.1.1, -0.014",
        "dw.h1.2.2, 0.021",
        "dw.h1.3.1, 0.000"
    })
    void anExaminationsDigits(String address, String printed) {
        Problem problem = problem(EXAM, "binary-cross-entropy", "1, 1", "1");
        written(PaperTrace.of(problem, new Rounding(3, 3)), address, printed);
    }

    private static final String SLIDES =
            """
            {"name": "h", "activation": "relu", "weights": [[0.5, 0.2], [-0.3, 0.8], [0.1, -0.4]],
             "biases": [0.1, -0.2, 0.3]},
            {"name": "out", "activation": "sigmoid",
             "weights": [[0.4, -0.1, 0.6], [0.2, 0.7, -0.3]], "biases": [0.2, -0.1]}\
            """;

    /** A lecture's slides (BITS Pilani, module 5): 0.043 · 0.5 = 0.0215 from the written δ. */
    @ParameterizedTest
    @CsvSource({
        "dw.out.1.1, -0.248",
        "dw.out.2.3, 0.099",
        "dz.h.1, -0.043",
        "dz.h.2, 0.382",
        "dw.h.1.2, -0.022",
        "dw.h.3.2, -0.181"
    })
    void aLecturesDigits(String address, String printed) {
        Problem problem = problem(SLIDES, "binary-cross-entropy", "1, 0.5", "1, 0");
        written(PaperTrace.of(problem, new Rounding(3, 3)), address, printed);
    }
}
