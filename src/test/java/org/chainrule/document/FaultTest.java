package org.chainrule.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.chainrule.gallery.Gallery;
import org.chainrule.worksheet.advice.Objection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaultTest {
    /** Values that are told apart, more than any sentence names. */
    private static final Object[] VALUES = {"10", "20", "30", "40"};

    @ParameterizedTest
    @EnumSource(Fault.Reason.class)
    void everyReasonNamesTheSameValuesInEitherLanguage(Fault.Reason reason) {
        Fault fault = Fault.of(reason, VALUES);
        String english = fault.in(Locale.UK);
        String german = fault.in(Locale.GERMANY);
        assertThat(german).isNotBlank().isNotEqualTo(english);
        assertThat(values(german)).isEqualTo(values(english));
        assertThat(english + german).doesNotContain("{", "}");
    }

    /** What is refused to an edit too; clients of the HTTP interface know these sentences. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TITLE | longer than 20 characters | länger als 20 Zeichen",
                "BAD_NAME | a name is a small letter and up to 11 small letters or digits | ein Name ist ein kleiner Buchstabe und bis zu 11 kleine Buchstaben oder Ziffern",
                "TAKEN_NAME | 10 is the name of another layer too | 10 heißt auch eine andere Schicht",
                "PARAMETERS | 10 parameters; 20 at most | 10 Parameter; höchstens 20",
                "SOFTMAX_HIDDEN | softmax is for the last layer only | Softmax ist nur in der letzten Schicht möglich",
                "NEGATIVE | must not be negative | darf nicht negativ sein",
                "DECAY | 0 or more, and less than 1 | mindestens 0 und kleiner als 1",
                "PAPER_PARAMETERS | 10 parameters; as on paper takes 20 at most | 10 Parameter; wie auf Papier geht es mit höchstens 20",
                "PAPER_SAMPLES | 10 samples; as on paper takes 20 at most | 10 Beispiele; wie auf Papier geht es mit höchstens 20",
                "PAPER_DIGITS | numbers could get 10 digits before the point; as on paper takes 20 at most | Zahlen könnten 10 Stellen vor dem Komma bekommen; wie auf Papier geht es mit höchstens 20"
            })
    void aSharedRuleIsToldOfDocumentsAsItIsOfEdits(
            Objection.Reason reason, String english, String german) {
        Fault fault = Fault.of(reason, VALUES);
        assertThat(fault.in(Locale.UK)).isEqualTo(english);
        assertThat(fault.in(Locale.GERMANY)).isEqualTo(german);
    }

    private static List<String> values(String sentence) {
        return Pattern.compile("[1-4]0")
                .matcher(sentence)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Fault.Noun.class)
    void everyNounHasAWordInEitherLanguage(Fault.Noun noun) {
        Fault fault = Fault.of(Fault.Reason.COUNT, 0, noun, 1, 64);
        assertThat(fault.in(Locale.ENGLISH))
                .isEqualTo(
                        "0 %s; 1 … 64 are possible"
                                .formatted(noun.name().toLowerCase(Locale.ROOT)));
        assertThat(fault.in(Locale.GERMAN)).matches("0 \\p{Lu}\\p{Ll}+; möglich sind 1 bis 64");
    }

    @ParameterizedTest
    @EnumSource(Fault.Noun.class)
    void oneOfAnythingIsSingularInGermanAlone(Fault.Noun noun) {
        Fault one = Fault.of(Fault.Reason.MISMATCH, 1, noun, 2, noun);
        String plural = noun.name().toLowerCase(Locale.ROOT);
        assertThat(one.in(Locale.ENGLISH)).isEqualTo("1 %s for 2 %s", plural, plural);
        String[] words = one.in(Locale.GERMAN).split(" ");
        assertThat(words[1]).isNotEqualTo(words[4]).startsWith(words[4].substring(0, 2));
    }

    @ParameterizedTest
    @EnumSource(Fault.Shape.class)
    void everyShapeHasAWordInEitherLanguage(Fault.Shape shape) {
        Fault fault = Fault.of(Fault.Reason.KIND, Fault.Shape.LIST, shape);
        assertThat(fault.in(Locale.ENGLISH)).startsWith("a list is wanted, not ");
        assertThat(fault.in(Locale.GERMAN)).startsWith("erwartet wird eine Liste, nicht ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[1, 2], [3]] | 1: 1 Gewicht für 2 Quellen",
                "[1] | weder ein Arbeitsblatt noch Gewichte",
                "[[1, \"a\"]] | 0/1: erwartet wird eine Zahl, nicht Text",
                "{\"version\": 2} | version: Version 2 kann dieses Programm nicht lesen; es liest 1",
                "{\"version\": 1, \"title\": 7} | title: erwartet wird Text, nicht eine Zahl",
                "{\"version\": 1, \"x\": 7} | x: unbekannter Schlüssel",
                "{\"version\": 1, \"loss\": \"l1\"} | loss: „l1“ ist keines von squared-error",
                "{\"version\": 1, \"inputs\": 1e999} | inputs: erwartet wird eine ganze Zahl von 1 bis 64, nicht eine zu große Zahl",
                "[[1e999]] | 0/0: zu groß; Zahlen reichen bis 1,8 · 10³⁰⁸"
            })
    void aRefusalIsToldInGermanWithItsPlace(String document, String told) {
        byte[] text = document.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);
        assertThat(Brought.read(text, Gallery.first(), null))
                .isInstanceOfSatisfying(
                        Brought.Refused.class,
                        refused ->
                                assertThat(refused.refusals())
                                        .extracting(refusal -> refusal.in(Locale.GERMAN))
                                        .anyMatch(german -> german.startsWith(told)));
    }

    @ParameterizedTest
    @CsvSource({"v=3, v: Version 3 kann", "step=99, step: „99“ lässt sich hier nicht zeigen"})
    void aLinksFaultsAreToldInGerman(String query, String told) {
        assertThat(Gallery.open(query).refusals())
                .extracting(refusal -> refusal.in(Locale.GERMAN))
                .first()
                .asString()
                .startsWith(told);
    }

    @Test
    void noSentenceRepeatsALongText() {
        String text = "𝕏".repeat(1_000);
        for (Object value :
                new Object[] {
                    text, "a" + text, "\"" + text + "\"", new BigInteger("9".repeat(900))
                }) {
            Fault fault = Fault.of(Fault.Reason.VERSION, value);
            assertThat(fault.in(Locale.ENGLISH)).hasSizeLessThan(110).contains("…");
            assertThat(fault.in(Locale.GERMAN)).hasSizeLessThan(110);
            assertThat(fault.in(Locale.ENGLISH).codePoints())
                    .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        }
        assertThat(Fault.of(Fault.Reason.VERSION, "\"" + text + "\"").in(Locale.GERMAN))
                .contains("…“ kann");
    }

    @Test
    void aLongPlaceKeepsItsBeginningAndItsEnd() {
        Fault fault = Fault.of(Fault.Reason.MISSING);
        assertThat(new Reading.Refusal("layers/0/" + "k".repeat(9_999) + "/3/4", fault).at())
                .hasSize(120)
                .startsWith("layers/0/kkk")
                .endsWith("kkk/3/4");
        assertThat(new Reading.Refusal("layers/0/weights/3/4", fault).at())
                .isEqualTo("layers/0/weights/3/4");
    }
}
