package org.chainrule.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainrule.document.Reading;
import org.chainrule.document.WorksheetJson;
import org.chainrule.gallery.Gallery;
import org.chainrule.link.Permalink;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What people hold stays theirs: links and documents as they were read, written again and solved on
 * 25 November 2026, digit by digit. Half of them are random over the whole format, the rest the
 * gallery's, published exercises and links typed by hand. A line is never edited; new kinds come as
 * new lines. Without a solution are cross-entropies on paper, whose rule was wrong then.
 */
class FrozenTest {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    @TestFactory
    Stream<DynamicTest> links() {
        return each(
                "links",
                line -> {
                    Permalink.Opened opened = Gallery.open(line.path("text").asString());
                    assertThat(opened.reading()).isInstanceOf(Reading.Good.class);
                    List<String> notices =
                            opened.notices().stream().map(Reading.Refusal::at).toList();
                    assertThat(notices).isEqualTo(strings(line.path("notices")));
                    means(line, opened.worksheet(), opened.view());
                });
    }

    @TestFactory
    Stream<DynamicTest> documents() {
        return each(
                "documents",
                line -> {
                    byte[] text = line.path("text").asString().getBytes(StandardCharsets.UTF_8);
                    switch (WorksheetJson.read(text)) {
                        case Reading.Good(var worksheet) -> means(line, worksheet, View.INITIAL);
                        case Reading.Refused(var refusals, _) -> assertThat(refusals).isEmpty();
                    }
                });
    }

    @Test
    void thereAreThreeHundred() {
        assertThat(lines("links").size() + lines("documents").size()).isGreaterThanOrEqualTo(300);
    }

    private static void means(JsonNode line, Worksheet worksheet, View view) {
        assertThat(MAPPER.readTree(WorksheetJson.write(worksheet).toString()))
                .isEqualTo(line.path("document"));
        assertThat(Permalink.query(worksheet, view)).isEqualTo(line.path("link").asString());
        if (!line.path("solution").isNull()) {
            holds(line.path("solution"), solution(worksheet), "");
        }
    }

    /** What was there is there still; what came later may stand beside it. */
    private static void holds(JsonNode frozen, JsonNode now, String at) {
        if (frozen.isObject()) {
            frozen.properties()
                    .forEach(part ->
                            holds(
                                    part.getValue(),
                                    now.path(part.getKey()),
                                    at + "/" + part.getKey()));
        } else if (frozen.isArray()) {
            assertThat(now.size()).as(at).isEqualTo(frozen.size());
            for (int i = 0; i < frozen.size(); i++) {
                holds(frozen.get(i), now.get(i), at + "/" + i);
            }
        } else {
            assertThat(now).as(at).isEqualTo(frozen);
        }
    }

    private static JsonNode solution(Worksheet worksheet) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
            SolutionJson.write(json, worksheet, true, _ -> true);
        }
        return MAPPER.readTree(bytes.toByteArray());
    }

    private interface Claim {
        void check(JsonNode line);
    }

    private static Stream<DynamicTest> each(String file, Claim claim) {
        List<String> lines = lines(file);
        return IntStream.range(0, lines.size())
                .mapToObj(i ->
                        DynamicTest.dynamicTest(
                                "line " + (i + 1),
                                () -> claim.check(MAPPER.readTree(lines.get(i)))));
    }

    private static List<String> lines(String file) {
        String name = "frozen/" + file + ".jsonl";
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        FrozenTest.class.getResourceAsStream(name), name),
                                StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    private static List<String> strings(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
