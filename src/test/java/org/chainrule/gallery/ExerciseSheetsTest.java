package org.chainrule.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Rounding;
import org.chainrule.derivation.Values;
import org.chainrule.document.Reading;
import org.chainrule.document.WorksheetJson;
import org.chainrule.worksheet.Edit;
import org.chainrule.worksheet.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * 56 published exercises with every number that they print: what agrees exactly, what agrees as on
 * paper in the author's way, what the author has cut off, and what is not so, with the right
 * number.
 */
class ExerciseSheetsTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** What doubles may be off by where a printed number is a tie. */
    private static final BigDecimal NOISE = new BigDecimal("1e-15");

    static Stream<JsonNode> exercises() throws IOException {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        ExerciseSheetsTest.class.getResourceAsStream(
                                                "published.jsonl")),
                                StandardCharsets.UTF_8))) {
            return lines.lines().<JsonNode>map(MAPPER::readTree).toList().stream();
        }
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void everyPrintedNumberIsAsItIsSaidToBe(JsonNode exercise) {
        each(exercise.get("documents"))
                .forEach(document -> {
                    String name = exercise.get("id").asString() + " " + document.path("label");
                    Worksheet exact = worksheet(document, null);
                    Rounding paper = paper(document.path("arithmetic"));
                    Worksheet onPaper = paper == null ? exact : worksheet(document, paper);
                    each(document.get("numbers"))
                            .forEach(number -> check(name, number, exact, onPaper));
                });
    }

    /** So many of all, and on paper in so many ways. */
    @Test
    void soManyAgree() throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        exercises()
                .flatMap(exercise -> each(exercise.get("documents")))
                .forEach(document ->
                        each(document.get("numbers"))
                                .map(number -> number.get("agrees").asString())
                                .map(agrees ->
                                        agrees.equals("on paper")
                                                ? agrees + way(document.path("arithmetic"))
                                                : agrees)
                                .forEach(agrees -> counts.merge(agrees, 1, Integer::sum)));
        assertThat(counts)
                .isEqualTo(
                        Map.of(
                                "exactly", 649,
                                "on paper, dz, p", 20,
                                "on paper, dz, z", 4,
                                "on paper, delta, p", 5,
                                "cut off", 8,
                                "not", 44));
    }

    private static String way(JsonNode arithmetic) {
        Rounding paper = Objects.requireNonNull(paper(arithmetic));
        return ", " + paper.writes().key() + ", " + paper.slope().key();
    }

    private static Rounding paper(JsonNode arithmetic) {
        return arithmetic.isMissingNode()
                ? null
                : new Rounding(
                        arithmetic.get("decimals").intValue(),
                        arithmetic.get("gradientDecimals").intValue(),
                        Rounding.Writes.of(arithmetic.get("writes").asString()).orElseThrow(),
                        Rounding.Slope.of(arithmetic.get("slope").asString()).orElseThrow());
    }

    private static Worksheet worksheet(JsonNode document, Rounding paper) {
        Reading.Good good = (Reading.Good) WorksheetJson.read(document.get("document"));
        Worksheet worksheet = good.worksheet().with(paper);
        for (int i = 0; i < document.path("updatesBefore").asInt(0); i++) {
            worksheet = new Edit.ApplyUpdate().apply(worksheet);
        }
        return worksheet;
    }

    private static void check(String name, JsonNode number, Worksheet exact, Worksheet onPaper) {
        String address = number.get("address").asString();
        BigDecimal printed = new BigDecimal(number.get("published").asString());
        BigDecimal value = value(exact, address);
        String said = name + " " + address + " " + printed;
        switch (number.get("agrees").asString()) {
            case "exactly" ->
                    assertThat(agrees(value, printed)).as(said + ", is " + value).isTrue();
            case "on paper" -> {
                BigDecimal written = value(onPaper, address);
                assertThat(agrees(written, printed)).as(said + ", is " + written).isTrue();
                right(said, number, value);
            }
            case "cut off" -> {
                assertThat(value.setScale(printed.scale(), RoundingMode.DOWN))
                        .as(said)
                        .isEqualByComparingTo(printed);
                right(said, number, value);
            }
            case "not" -> right(said, number, value);
            default -> throw new IllegalArgumentException(number.toString());
        }
    }

    /** The printed number is none that {@code value} rounds to; it ought to be this one. */
    private static void right(String said, JsonNode number, BigDecimal value) {
        BigDecimal printed = new BigDecimal(number.get("published").asString());
        assertThat(agrees(value, printed)).as(said).isFalse();
        assertThat(value.doubleValue())
                .as(said)
                .isCloseTo(
                        number.get("right").doubleValue(),
                        org.assertj.core.api.Assertions.within(1e-12));
    }

    /** Whether it rounds to the printed digits. */
    private static boolean agrees(BigDecimal value, BigDecimal printed) {
        BigDecimal half = printed.ulp().divide(BigDecimal.TWO).add(NOISE);
        return value.subtract(printed).abs().compareTo(half) <= 0;
    }

    /**
     * @param address with {@code @n} of sample n, after a minus where it is printed with the other
     *     sign; {@code Dw} is the change of a weight, {@code sl} a slope
     */
    private static BigDecimal value(Worksheet worksheet, String address) {
        boolean negative = address.startsWith("-");
        String[] parts = address.substring(negative ? 1 : 0).split("@");
        boolean change = parts[0].startsWith("D");
        String plain =
                change
                        ? "n" + parts[0].substring(1)
                        : parts[0].startsWith("sl.") ? "s." + parts[0].substring(3) : parts[0];
        Quantity quantity = Quantity.parse(plain).orElseThrow();
        int sample =
                parts.length > 1
                        ? Integer.parseInt(parts[1]) - 1
                        : quantity.isOfSample() ? 0 : Values.BATCH;
        Values values = worksheet.values();
        BigDecimal value = decimal(values, quantity, sample);
        if (change) {
            value = value.subtract(decimal(values, quantity.as(Kind.W), Values.BATCH));
        }
        return negative ? value.negate() : value;
    }

    private static BigDecimal decimal(Values values, Quantity quantity, int sample) {
        BigDecimal written = values.written(quantity, sample);
        return written == null ? new BigDecimal(values.value(quantity, sample)) : written;
    }

    /** The gallery's are the same problems. */
    @ParameterizedTest
    @CsvSource({
        "weight-changes, udacity-backprop",
        "one-neuron, deepml-25",
        "find-the-slip, smaxx73-session6",
        "two-reasons, hsbi-nn06.2",
        "exam-deep, bits-2024-endsem-q1",
        "quiz-softmax, dtu-quiz8",
        "skip, freiburg-penpaper",
        "layer-batch, nnfs-batch",
        "adam-step, ipn-adam",
        "written-slopes, bits-m5-activations"
    })
    void theGallerysAreTheseExercises(String key, String id) throws IOException {
        JsonNode exercise =
                exercises()
                        .filter(each -> each.get("id").asString().equals(id))
                        .findFirst()
                        .orElseThrow();
        Example example = Gallery.find(key).orElseThrow();
        assertThat(example.chapter()).isEqualTo(Example.Chapter.SHEETS);
        assertThat(example.source()).isNotNull();
        assertThat(example.worksheet().problem())
                .isEqualTo(worksheet(exercise.get("documents").get(0), null).problem());
    }

    /** Each names where it is from. */
    @Test
    void everyExerciseHasItsSource() throws IOException {
        List<JsonNode> all = exercises().toList();
        assertThat(all).hasSize(56);
        assertThat(all).allSatisfy(each -> assertThat(each.get("source").asString()).isNotBlank());
        assertThat(all).extracting(each -> each.get("id").asString()).doesNotHaveDuplicates();
    }
}
