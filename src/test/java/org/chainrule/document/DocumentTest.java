package org.chainrule.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.chainrule.gallery.Gallery;
import org.chainrule.worksheet.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentTest {
    private static final String FIRST =
            """
            {"version":1,"inputs":2,"layers":[{"name":"hid","activation":"relu","weights":[[0.19,0.42],[-0.94,0.30]]},
            {"name":"out","activation":"sigmoid","weights":[[-1.40,-2.20],[-0.81,-1.70]]}],
            "samples":[{"x":[1,1],"y":[0,1]}]}\
            """;

    private static List<Reading.Refusal> refusals(String document) {
        return WorksheetJson.read(document.getBytes(StandardCharsets.UTF_8))
                        instanceof Reading.Refused(var refusals, _)
                ? refusals
                : List.of();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"version\":1 | \"version\":2 | version",
                "\"inputs\":2 | \"inputs\":0 | inputs",
                "[0.19,0.42] | [0.19,0.42,1] | layers/0/weights/0",
                "0.19 | 1e999 | layers/0/weights/0/0",
                "0.19 | \"a\" | layers/0/weights/0/0",
                "\"relu\" | \"softmax\" | layers/0/activation",
                "\"relu\" | \"relo\" | layers/0/activation",
                "\"relu\" | \"relu\",\"slope\":1 | layers/0/slope",
                "\"hid\" | \"Hid\" | layers/0/name",
                "\"hid\" | \"out\" | layers/1/name",
                "[[0.19,0.42],[-0.94,0.30]] | \"None\" | layers/0/weights",
                "[[0.19,0.42],[-0.94,0.30]] | \"none\",\"biases\":[0,0] | layers/0/biases",
                "[[0.19,0.42],[-0.94,0.30]] | \"none\",\"frozen\":[\"weights\"] | layers/0/frozen",
                "[[-1.40,-2.20],[-0.81,-1.70]] | \"none\",\"slope\":1 | layers/1/slope",
                "\"y\":[0,1] | \"y\":[0] | samples/0/y",
                "\"samples\" | \"loss\":\"l1\",\"samples\" | loss",
                "\"samples\" | \"foo\":1,\"samples\" | foo",
                "\"samples\" | \"optimizer\":{\"type\":\"adam\",\"beta1\":1},\"samples\" | optimizer/beta1",
                "\"samples\" | \"optimizer\":{\"type\":\"sgd\",\"state\":{}},\"samples\" | optimizer/state",
                "\"samples\" | \"optimizer\":{\"type\":\"nesterov\",\"state\":{}},\"samples\" | optimizer/state",
                "\"samples\" | \"optimizer\":{\"type\":\"adam\",\"state\":[]},\"samples\" | optimizer/state",
                "\"samples\" | \"optimizer\":{\"type\":\"adam\",\"state\":{\"t\":-1}},\"samples\" | optimizer/state/t",
                "\"samples\" | \"optimizer\":{\"type\":\"adam\",\"state\":{\"t\":1.5}},\"samples\" | optimizer/state/t",
                "\"samples\" | \"optimizer\":{\"type\":\"adam\",\"state\":{\"t\":1000001}},\"samples\" | optimizer/state/t",
                "\"samples\" | \"optimizer\":{\"type\":\"adam\",\"state\":{\"u\":[{},{}]}},\"samples\" | optimizer/state/u",
                "\"samples\" | \"optimizer\":{\"type\":\"rmsprop\",\"state\":{\"m\":[{},{}]}},\"samples\" | optimizer/state/m",
                "\"samples\" | \"optimizer\":{\"type\":\"sgd\",\"momentum\":0.9,\"state\":{\"u\":[{}]}},\"samples\" | optimizer/state/u",
                "\"samples\" | \"optimizer\":{\"type\":\"sgd\",\"momentum\":0.9,\"state\":{\"u\":[{\"biases\":[0,0]},{}]}},\"samples\" | optimizer/state/u/0/biases",
                "\"samples\" | \"optimizer\":{\"type\":\"sgd\",\"momentum\":0.9,\"state\":{\"u\":[{\"weights\":[[1,2]]},{}]}},\"samples\" | optimizer/state/u/0/weights",
                "\"samples\" | \"optimizer\":{\"type\":\"sgd\",\"momentum\":0.9,\"state\":{\"u\":[{\"weights\":[[1,2],[3]]},{}]}},\"samples\" | optimizer/state/u/0/weights/1",
                "\"samples\" | \"optimizer\":{\"type\":\"rmsprop\",\"state\":{\"v\":[{\"weights\":[[1,2],[3,-1]]},{}]}},\"samples\" | optimizer/state/v/0/weights/1/1",
                "\"samples\" | \"optimizer\":{\"type\":\"rmsprop\",\"state\":{\"v\":[{\"weights\":[[1,2],[3,1e999]]},{}]}},\"samples\" | optimizer/state/v/0/weights/1/1",
                "\"samples\" | \"arithmetic\":{\"decimals\":11},\"samples\" | arithmetic/decimals",
                "\"samples\" | \"arithmetic\":{\"writes\":\"dp\"},\"samples\" | arithmetic/writes",
                "\"samples\" | \"arithmetic\":{\"writes\":1},\"samples\" | arithmetic/writes",
                "\"samples\" | \"arithmetic\":{\"slope\":\"x\"},\"samples\" | arithmetic/slope",
            })
    void refusesWithThePlace(String from, String to, String at) {
        assertThat(
                        refusals(
                                FIRST.replaceFirst(
                                        java.util.regex.Pattern.quote(from),
                                        to.replace("\\", "\\\\"))))
                .extracting(Reading.Refusal::at)
                .containsExactly(at);
    }

    @Test
    void namesTheReason() {
        assertThat(refusals(FIRST.replace("[0.19,0.42]", "[0.19,0.42,1]")))
                .extracting(Reading.Refusal::toString)
                .containsExactly("layers/0/weights/0: 3 weights for 2 sources");
    }

    @Test
    void namesAllPlacesAtOnce() {
        String document =
                FIRST.replace("0.19", "null")
                        .replace("\"sigmoid\"", "7")
                        .replace("\"x\":[1,1]", "\"x\":[1]");
        assertThat(refusals(document))
                .extracting(Reading.Refusal::at)
                .containsExactlyInAnyOrder(
                        "layers/0/weights/0/0", "layers/1/activation", "samples/0/x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{", "[]", "''", "{\"version\":1,\"version\":1}", "{} {}", "NaN"})
    void whatIsNoDocumentIsRefused(String document) {
        assertThat(refusals(document)).isNotEmpty();
    }

    /** At their default the keys of the way of working are left out. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | {\"decimals\":2,\"gradientDecimals\":3}",
                "{\"writes\":\"dz\",\"slope\":\"p\"} | {\"decimals\":2,\"gradientDecimals\":3}",
                "{\"writes\":\"delta\"} | {\"decimals\":2,\"gradientDecimals\":3,\"writes\":\"delta\"}",
                "{\"slope\":\"z\",\"decimals\":4} | {\"decimals\":4,\"gradientDecimals\":3,\"slope\":\"z\"}",
            })
    void theWayOfWorkingIsWrittenWhereItIsNotTheSheets(String read, String written) {
        String document = FIRST.replace("\"samples\"", "\"arithmetic\":" + read + ",\"samples\"");
        Reading.Good good =
                (Reading.Good) WorksheetJson.read(document.getBytes(StandardCharsets.UTF_8));
        assertThat(WorksheetJson.write(good.worksheet()).get("arithmetic").toString())
                .isEqualTo(written);
    }

    @Test
    void theFirstDocumentIsReadWithItsDefaults() {
        assertThat(WorksheetJson.read(FIRST.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Reading.Good(new Worksheet("", Gallery.first().problem(), null)));
    }
}
