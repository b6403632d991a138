package org.chainrule.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Values;
import org.chainrule.document.Reading;
import org.chainrule.document.WorksheetJson;
import org.chainrule.engine.Sample;
import org.chainrule.engine.training.Plan;
import org.chainrule.engine.training.Training;
import org.chainrule.worksheet.Edit;
import org.chainrule.worksheet.Worksheet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An exercise of each kind that exercise sheets have beside the usual ones, with numbers from
 * straight-line programs in Python, in fractions where the kind allows it.
 */
class KindsTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static Stream<JsonNode> exercises() throws IOException {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        KindsTest.class.getResourceAsStream("kinds.jsonl")),
                                StandardCharsets.UTF_8))) {
            return lines.lines().<JsonNode>map(MAPPER::readTree).toList().stream();
        }
    }

    /** Where there are epochs, after them, update by update in the order of the samples. */
    @ParameterizedTest
    @MethodSource("exercises")
    void everyNumberIsTheIndependentOne(JsonNode exercise) {
        Worksheet worksheet = worksheet(exercise);
        int epochs = exercise.path("epochs").asInt(0);
        for (int epoch = 0; epoch < epochs && worksheet.paper() != null; epoch++) {
            worksheet = onPaper(worksheet);
        }
        if (epochs > 0 && worksheet.paper() == null) {
            Plan plan = new Plan(epochs, 1, 1).inGivenOrder();
            Training training = new Training(worksheet.problem(), plan);
            for (int i = 0; i < epochs; i++) {
                training.finishEpoch();
            }
            worksheet = worksheet.with(worksheet.problem().with(training.network()));
        }
        Values values = worksheet.values();
        for (JsonNode number : exercise.get("numbers")) {
            Quantity quantity = Quantity.parse(number.get("address").asString()).orElseThrow();
            int sample = quantity.isOfSample() ? 0 : Values.BATCH;
            assertThat(values.value(quantity, sample))
                    .as(exercise.get("id") + " " + quantity)
                    .isCloseTo(number.get("value").doubleValue(), within(1e-12));
        }
    }

    /** An epoch as people do it: the update of each sample alone, applied. */
    private static Worksheet onPaper(Worksheet worksheet) {
        List<Sample> samples = worksheet.problem().samples();
        Worksheet changed = worksheet;
        for (Sample sample : samples) {
            changed = changed.with(changed.problem().with(List.of(sample)));
            changed = new Edit.ApplyUpdate().apply(changed);
        }
        return changed.with(changed.problem().with(samples));
    }

    private static Worksheet worksheet(JsonNode exercise) {
        return ((Reading.Good) WorksheetJson.read(exercise.get("document"))).worksheet();
    }

    @ParameterizedTest
    @CsvSource({
        "given-logits, given-logits",
        "relu-alone, relu-alone",
        "bipolar-sigmoid, bipolar-sigmoid",
        "perceptron, sign-or-bipolar",
        "penalty, l2-biases-left-out",
        "outlier, huber-outlier",
        "rmsprop-step, rmsprop-step"
    })
    void theGallerysAreTheseExercises(String key, String id) throws IOException {
        List<JsonNode> found =
                exercises().filter(each -> each.get("id").asString().equals(id)).toList();
        assertThat(Gallery.find(key).orElseThrow().worksheet().problem())
                .isEqualTo(worksheet(found.getFirst()).problem());
    }
}
