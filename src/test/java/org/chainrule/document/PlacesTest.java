package org.chainrule.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.chainrule.gallery.Gallery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However much is wrong, a bounded part of it is named and the rest is counted. */
class PlacesTest {
    private static final String NETWORK =
            "{\"version\": 1, \"inputs\": 64, \"layers\": [{\"activation\": \"relu\", \"weights\": [["
                    + "0,".repeat(63)
                    + "0]]}], ";

    @ParameterizedTest
    @CsvSource({"49, 49, 0", "50, 50, 0", "51, 50, 1", "340000, 50, 339950"})
    void theFirstFiftyAreKeptAndTheOthersCounted(int faults, int named, int more) {
        Places<Reading.Refusal> places = new Places<>();
        for (int i = 0; i < faults; i++) {
            places.add(new Reading.Refusal("x/" + i, Fault.of(Fault.Reason.MISSING)));
        }
        Reading.Refused refused = Reading.Refused.of(places);
        assertThat(refused.refusals()).hasSize(named);
        assertThat(refused.refusals().getLast().at()).isEqualTo("x/" + (named - 1));
        assertThat(refused.more()).isEqualTo(more);
    }

    /** The row is too long, and so is every one of its cells wrong. */
    @Test
    void aDocumentWithAFaultInEveryCellIsCountedToTheLast() {
        String cells = "\"\",".repeat(340_000);
        Reading.Refused refused =
                refused(NETWORK + "\"samples\": [{\"y\": [1], \"x\": [" + cells + "0]}]}");
        assertThat(refused.refusals()).hasSize(50);
        assertThat(refused.more()).isEqualTo(340_001 - 50);
        assertThat(refused.refusals().getLast().toString())
                .isEqualTo("samples/0/x/48: a number is wanted, not text");
    }

    @Test
    void unknownKeysAreCountedToo() {
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < 80_000; i++) {
            keys.append("\"k").append(i).append("\": 1, ");
        }
        assertThat(refused(NETWORK + keys + "\"samples\": [{\"y\": [1], \"x\": [1]}]}").more())
                .isEqualTo(80_001 - 50);
    }

    @Test
    void weightsAreBoundedAlike() {
        String row = "[" + "\"\",".repeat(300_000) + "0]";
        assertThat(Brought.read("[[1], " + row + "]", Gallery.first()))
                .isInstanceOfSatisfying(
                        Brought.Refused.class,
                        refused -> {
                            assertThat(refused.refusals()).hasSize(50);
                            assertThat(refused.more()).isEqualTo(300_001 - 50);
                        });
    }

    @Test
    void aLinksPlacesAreBoundedAlike() {
        String x = "a,".repeat(1_000);
        assertThat(Gallery.open("v=1&n=1&l1=out:relu:1&x=" + x + "&y=1").more())
                .isEqualTo(1_001 - 50);
    }

    /** What was brought is never given back whole. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\": \"%s\"}",
                "{\"version\": 1, \"%s\": 1}",
                "{\"version\": 1, \"loss\": \"%s\"}",
                "{\"version\": 1, \"title\": \"%s\"}",
                "{\"version\": 1, \"layers\": [{\"name\": \"%s\"}]}",
                "{\"version\": 1, \"layers\": [{\"activation\": \"%s\"}]}",
                "{\"version\": 1, \"optimizer\": {\"type\": \"%s\"}}",
                "{\"version\": 1, \"optimizer\": {\"%s\": 1}}",
            })
    void aLongTextIsRepeatedInPartAlone(String document) {
        Reading.Refused refused = refused(document.formatted("😀".repeat(100_000)));
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
            assertThat(refused.refusals())
                    .extracting(refusal -> refusal.in(locale))
                    .allSatisfy(told -> assertThat(told).hasSizeLessThan(300));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"inputs", "version"})
    void aWholeNumberOfFourHundredDigitsIsTooLarge(String key) {
        Reading.Refused refused = refused("{\"%s\": 1%s}".formatted(key, "0".repeat(400)));
        assertThat(refused.refusals())
                .extracting(Reading.Refusal::toString)
                .anyMatch(told -> told.startsWith(key) && told.contains("too large"));
    }

    private static Reading.Refused refused(String document) {
        return (Reading.Refused) WorksheetJson.read(document.getBytes(StandardCharsets.UTF_8));
    }
}
