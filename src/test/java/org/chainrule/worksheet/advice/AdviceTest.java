package org.chainrule.worksheet.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Rounding;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Loss;
import org.chainrule.gallery.Gallery;
import org.chainrule.worksheet.Edit;
import org.chainrule.worksheet.Initialiser;
import org.chainrule.worksheet.Structure;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;
import org.chainrule.worksheet.advice.Objection.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What makes little sense is found, and its remedies end it. */
class AdviceTest {
    private static final Initialiser INIT = new Initialiser.Xavier(1);

    private static Worksheet worksheet(Activation last, Loss loss, String query) {
        Worksheet worksheet =
                Gallery.open("v=1&n=1&l1=h1:tanh:1;2&l2=out:identity:" + query + "&opt=sgd:0.1")
                        .worksheet();
        return new Edit.Several(
                        List.of(
                                new Structure.SetActivation("out", last),
                                new Structure.SetLoss(loss)))
                .apply(worksheet);
    }

    private static List<Reason> reasons(Worksheet worksheet) {
        return Advice.of(worksheet, worksheet.values(), INIT).stream()
                .map(Objection::reason)
                .toList();
    }

    @Test
    void theFirstWorksheetNeedsNoAdvice() {
        assertThat(Advice.of(Gallery.first(), Gallery.first().values(), View.INITIAL.initialiser()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "IDENTITY, CROSS_ENTROPY, LOG_RANGE",
        "TANH, BINARY_CROSS_ENTROPY, LOG_RANGE",
        "SOFTPLUS, CROSS_ENTROPY, LOG_RANGE",
        "SIGMOID, CROSS_ENTROPY, CROSS_ENTROPY_SIGMOID",
        "SOFTMAX, BINARY_CROSS_ENTROPY, BINARY_SOFTMAX",
        "SOFTMAX, HALF_SQUARED_ERROR, SQUARED_SOFTMAX",
        "SOFTMAX, CROSS_ENTROPY, ",
        "SIGMOID, BINARY_CROSS_ENTROPY, ",
        "SIGMOID, SQUARED_ERROR, ",
        "IDENTITY, MEAN_SQUARED_ERROR, "
    })
    void lossAndLastActivationMustMakeSenseTogether(Activation last, Loss loss, Reason reason) {
        Worksheet worksheet = worksheet(last, loss, "1,2;3,4&x=1&y=0,1");
        assertThat(reasons(worksheet)).isEqualTo(reason == null ? List.of() : List.of(reason));
    }

    @Test
    void aLossThatIsNotFiniteHasItsReasonWhereverItStands() {
        Worksheet undefined =
                worksheet(Activation.RELU, Loss.BINARY_CROSS_ENTROPY, "3,4;3,4&x=1&y=0,1");
        assertThat(Advice.ofInfinite(undefined, undefined.values()))
                .hasValueSatisfying(why -> assertThat(why.reason()).isEqualTo(Reason.LOG_RANGE));
        Worksheet finite = worksheet(Activation.TANH, Loss.CROSS_ENTROPY, "1,1;1,1&x=1&y=0,0");
        assertThat(Advice.ofInfinite(finite, finite.values())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SIGMOID, 1.5, TARGET_RANGE",
        "SIGMOID, 1, ",
        "TANH, -1, ",
        "TANH, -1.5, TARGET_RANGE",
        "RELU, -0.1, TARGET_RANGE",
        "RELU, 50, ",
        "ELU, -1, ",
        "ELU, -1.1, TARGET_RANGE",
        "SILU, -0.27, ",
        "SILU, -0.28, TARGET_RANGE",
        "GELU, -0.16, ",
        "GELU, -0.18, TARGET_RANGE",
        "LEAKY_RELU, -5, ",
        "IDENTITY, -5, "
    })
    void targetsMustBeWithinReachOfTheOutputs(Activation last, double target, Reason reason) {
        Worksheet worksheet = worksheet(last, Loss.SQUARED_ERROR, "1,2&x=1;2&y=0.5;" + target);
        assertThat(reasons(worksheet)).isEqualTo(reason == null ? List.of() : List.of(reason));
    }

    /** Against the functions themselves: what is called out of reach is nowhere reached. */
    @ParameterizedTest
    @CsvSource({"SILU, -0.27846454276107", "GELU, -0.16997120747990"})
    void theLeastValuesAreThoseOfTheFunctions(Activation activation, double least) {
        double found =
                Stream.iterate(-3.0, p -> p < 0, p -> p + 1e-5)
                        .mapToDouble(p -> activation.value(p, 0))
                        .min()
                        .orElseThrow();
        assertThat(found).isBetween(least, least + 1e-9);
    }

    @ParameterizedTest
    @CsvSource({
        "SIGMOID, BINARY_CROSS_ENTROPY, '0,2', TARGET_PROBABILITY",
        "SOFTMAX, CROSS_ENTROPY, '0,-1', TARGET_PROBABILITY",
        "SOFTMAX, CROSS_ENTROPY, '1,1', TARGET_SUM",
        "SOFTMAX, CROSS_ENTROPY, '0.33,0.66', ",
        "SIGMOID, BINARY_CROSS_ENTROPY, '1,1', "
    })
    void crossEntropiesWantProbabilities(
            Activation last, Loss loss, String targets, Reason reason) {
        Worksheet worksheet = worksheet(last, loss, "1,2;3,4&x=1&y=" + targets);
        assertThat(reasons(worksheet)).isEqualTo(reason == null ? List.of() : List.of(reason));
    }

    @Test
    void softmaxOfOneNeuronIsAlwaysOne() {
        assertThat(reasons(worksheet(Activation.SOFTMAX, Loss.CROSS_ENTROPY, "1,2&x=1&y=1")))
                .containsExactly(Reason.SOFTMAX_ONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v=1&n=1&l1=h1:identity:1;2&l2=out:tanh:1,2&x=1&y=0&opt=sgd:0.1 | LINEAR_HIDDEN",
                "v=1&n=1&l1=h1:tanh:1;1&l2=out:tanh:2,2&x=1&y=0&opt=sgd:0.1 | TWINS",
                "v=1&n=1&l1=h1:tanh:1;1&l2=out:tanh:2,3&x=1&y=0&opt=sgd:0.1 | ",
                "v=1&n=1&l1=h1:tanh:1;1&b1=0,1&l2=out:tanh:2,2&x=1&y=0&opt=sgd:0.1 | ",
                "v=1&n=1&l1=out:tanh:1&x=1&y=0&opt=sgd:-0.1 | RATE_NEGATIVE",
                "v=1&n=1&l1=out:tanh:1&x=1&y=0&opt=sgd:0 | RATE_ZERO",
                "v=1&n=1&l1=out:tanh:1&x=1&y=0&opt=sgd:0.1:1:plain:0 | MOMENTUM",
            })
    void whatLearnsNothingIsNamed(String link, Reason reason) {
        Worksheet worksheet = Gallery.open(link).worksheet();
        assertThat(reasons(worksheet)).isEqualTo(reason == null ? List.of() : List.of(reason));
    }

    @ParameterizedTest
    @CsvSource({"zeros, EQUAL_START", "constant:1, EQUAL_START", "he:1, HE", "xavier:1, "})
    void theInitialiserMustSuitTheNetwork(String key, Reason reason) {
        Worksheet worksheet = worksheet(Activation.TANH, Loss.SQUARED_ERROR, "1,2&x=1&y=0");
        assertThat(Advice.of(worksheet, worksheet.values(), Initialiser.of(key).orElseThrow()))
                .extracting(Objection::reason)
                .isEqualTo(reason == null ? List.of() : List.of(reason));
        assertThat(Advice.of(Gallery.first(), Gallery.first().values(), new Initialiser.He(1)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "IDENTITY, CROSS_ENTROPY",
        "SIGMOID, CROSS_ENTROPY",
        "SOFTMAX, BINARY_CROSS_ENTROPY",
        "SOFTMAX, SQUARED_ERROR",
        "RELU, BINARY_CROSS_ENTROPY"
    })
    void everyRemedyEndsWhatItIsFor(Activation last, Loss loss) {
        Worksheet worksheet = worksheet(last, loss, "1,2;3,4&x=1&y=0,1");
        Objection objection = Advice.of(worksheet, worksheet.values(), INIT).getFirst();
        assertThat(objection.remedies()).isNotEmpty();
        for (Objection.Remedy remedy : objection.remedies()) {
            assertThat(Refusals.of(remedy.edit(), worksheet)).isEmpty();
            assertThat(reasons(remedy.edit().apply(worksheet))).isEmpty();
        }
    }

    @Test
    void theRemediesForTargetsTwinsAndTheRateEndThemToo() {
        for (String link :
                List.of(
                        "v=1&n=1&l1=out:sigmoid:1&x=1;2&y=0;5&opt=sgd:0.1",
                        "v=1&n=1&l1=out:sigmoid:1&x=1&y=-1&opt=sgd:0.1",
                        "v=1&n=1&l1=h1:tanh:0;0;0&l2=out:tanh:0,0,0&x=1&y=0&opt=sgd:0.1",
                        "v=1&n=1&l1=out:tanh:1&x=1&y=0&opt=adam:-0.1:0.9:0.999:0")) {
            Worksheet worksheet = Gallery.open(link).worksheet();
            Objection objection = Advice.of(worksheet, worksheet.values(), INIT).getFirst();
            assertThat(reasons(objection.remedies().getFirst().edit().apply(worksheet))).isEmpty();
        }
    }

    /** On paper σ(3) is 0.95, σ(9) 1.00, σ(16) 1.00 to 6 decimals, σ(40) 1 to all 10. */
    @ParameterizedTest
    @CsvSource({
        "3, 2, ",
        "9, 2, DECIMALS [4]",
        "9, 3, DECIMALS [4]",
        "9, 4, ",
        "16, 2, DECIMALS [7]",
        "40, 2, EXACT []"
    })
    void whatIsWrittenAsOneNeedsMoreDecimals(double weight, int decimals, String remedy) {
        Worksheet worksheet = saturated(weight).with(new Rounding(decimals, 3));
        List<Objection> found = Advice.of(worksheet, worksheet.values(), INIT);
        if (remedy == null) {
            assertThat(found).isEmpty();
            return;
        }
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().reason()).isEqualTo(Reason.PAPER_INFINITE);
        assertThat(found.getFirst().values()).containsExactly(1, 2, 1);
        Objection.Remedy first = found.getFirst().remedies().getFirst();
        assertThat(first.deed() + " " + first.values()).isEqualTo(remedy);
        assertThat(Refusals.of(first.edit(), worksheet)).isEmpty();
        assertThat(reasons(first.edit().apply(worksheet))).isEmpty();
    }

    /** Of two samples the second is saturated, on the wrong side. */
    private static Worksheet saturated(double weight) {
        String link = "v=1&n=1&l1=out:sigmoid:%s&loss=binary-cross-entropy&x=1;1&y=1;0&opt=sgd:0.1";
        return Gallery.open(link.formatted(weight)).worksheet();
    }

    /** 0.1 + 0.2 − 0.3 is 0 by hand and 2.8 · 10⁻¹⁷ in binary. */
    @ParameterizedTest
    @CsvSource({
        "'0.1,0.2', -0.3, true",
        "'0.1,0.2', 0.3, false",
        "'0.25,0.5', -0.75, false",
        "'0.1,0.2', -0.2999999, false"
    })
    void aStepWhoseSumIsNothingButRoundingIsNamed(String weights, String bias, boolean named) {
        Worksheet worksheet =
                Gallery.open(
                                "v=1&n=2&l1=out:step:"
                                        + weights
                                        + "&b1="
                                        + bias
                                        + "&loss=half-squared-error&x=1,1&y=0&opt=sgd:1")
                        .worksheet();
        assertThat(reasons(worksheet).contains(Reason.RULE_AT_ZERO)).isEqualTo(named);
        if (named) {
            Objection why =
                    Advice.of(worksheet, worksheet.values(), INIT).stream()
                            .filter(objection -> objection.reason() == Reason.RULE_AT_ZERO)
                            .findFirst()
                            .orElseThrow();
            Worksheet decimal = why.remedies().getFirst().edit().apply(worksheet);
            assertThat(reasons(decimal)).doesNotContain(Reason.RULE_AT_ZERO);
            assertThat(decimal.values().value(Quantity.p("out", 1), 0)).isZero();
        }
    }
}
