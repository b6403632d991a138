package org.chainrule.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.chainrule.gallery.Gallery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Why a text is not JSON is told in words of our own, with line and column. */
class JsonFaultTest {
    /** What no sentence may hold: the parser's names and its ways of speaking. */
    private static final String FOREIGN =
            "(?is).*(jackson|java\\.|Exception|Feature|Constraints|JsonNode|token|Unexpected"
                    + "|parser|enable|Source:|code \\d|\\bEOF\\b).*";

    private static final String REASON =
            "the document is empty|das Dokument ist leer"
                    + "|(?s)(not JSON|kein gültiges JSON): .+ \\((line|Zeile) \\d+, (column|Spalte) \\d+\\)";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[NaN] | NaN is not a finite number (line 1, column 2)",
                "[1, -Infinity] | -Infinity is not a finite number (line 1, column 5)",
                "[Infinity] | Infinity is not a finite number (line 1, column 2)",
                "{\"a\": nan} | nan is not a finite number (line 1, column 7)",
                "[1, 2,] | nothing follows this comma (line 1, column 6)",
                "{\"a\": 1, } | nothing follows this comma (line 1, column 8)",
                "[[1, 2], [,3]] | a value is missing here (line 1, column 11)",
                "[1,, 2] | a value is missing here (line 1, column 4)",
                "{\"a\": } | a value is missing here (line 1, column 7)",
                "[[1, 2], [}] | a value is missing here (line 1, column 11)",
                "{'a': 1} | text stands in double quotes, not in single ones (line 1, column 2)",
                "[1, 'a'] | text stands in double quotes, not in single ones (line 1, column 5)",
                "{“a”: 1} | text stands in straight double quotes, not in “ (line 1, column 2)",
                "{weights: 1} | the key weights needs double quotes (line 1, column 2)",
                "{7: 1} | the key 7 needs double quotes (line 1, column 2)",
                "[abc] | abc is no value; text needs double quotes (line 1, column 2)",
                "[1, // one⏎2] | JSON has no comments (line 1, column 5)",
                "/* w */ [1] | JSON has no comments (line 1, column 1)",
                "[1,⏎# two⏎2] | JSON has no comments (line 2, column 1)",
                "{\"a\": True} | True is Python; JSON writes true (line 1, column 7)",
                "[False] | False is Python; JSON writes false (line 1, column 2)",
                "[None] | None is Python; JSON writes null (line 1, column 2)",
                "[(1, 2)] | a list stands in square brackets, not in round ones (line 1, column 2)",
                "[foo(1)] | foo(…) is a program, not a value (line 1, column 2)",
                "[1, ..., 2] | numbers were left out here when this was printed (line 1, column 5)",
                "[1, 2 | the text ends too early (line 1, column 6)",
                "{\"a\": | the text ends too early (line 1, column 6)",
                "[\"abc | the quotation mark that opens here is never closed (line 1, column 2)",
                "[1]⏎[2] | something follows the end (line 2, column 1)",
                "{} x | something follows the end (line 1, column 4)",
                "{\"a\": 1, \"b\": 2, \"\\u0061\": 3} | the key \"a\" comes twice (line 1, column 18)",
                "[\"\\x\"] | \\x is no escape (line 1, column 3)",
                "[\"\\u12g4\"] | \\u is no escape (line 1, column 3)",
                "[\"a⇥b\"] | U+0009 inside quotes: a line break or a tab is written \\n or \\t, or a quotation mark is missing (line 1, column 4)",
                "[1 2] | a comma is missing before this (line 1, column 4)",
                "[[1, 2]⏎ [3, 4]] | a comma is missing before this (line 2, column 2)",
                "{\"a\": 1 \"b\": 2} | a comma is missing before this (line 1, column 9)",
                "[1; 2] | ; cannot stand here (line 1, column 3)",
                "{\"a\" 1} | a colon is missing after the key (line 1, column 6)",
                "{\"a\" = 1} | a colon is missing after the key (line 1, column 6)",
                "[1} | } stands where ] is wanted (line 1, column 3)",
                "{\"a\": [1, 2} | } stands where ] is wanted (line 1, column 12)",
                "[007] | 007 begins with a needless zero (line 1, column 2)",
                "[-01.5] | -01.5 begins with a needless zero (line 1, column 2)",
                "[+1] | +1 begins with a plus sign, which JSON does not have (line 1, column 2)",
                "[0x1F] | 0x1F is hexadecimal; JSON has decimal numbers alone (line 1, column 2)",
                "[.5] | .5 lacks a digit beside its point (line 1, column 2)",
                "[5.] | 5. lacks a digit beside its point (line 1, column 2)",
                "[-5.e3] | -5.e3 lacks a digit beside its point (line 1, column 2)",
                "[1_000] | 1_000 is not a number as JSON writes it (line 1, column 2)",
                "[1.5f] | 1.5f is not a number as JSON writes it (line 1, column 2)",
                "[−1] | −1 is not a number as JSON writes it (line 1, column 2)",
                "[1e] | 1e is not a number as JSON writes it (line 1, column 2)",
                "[1949-01] | 1949-01 is not a number as JSON writes it (line 1, column 2)",
                "[1,\u00a02] | U+00A0 cannot stand here (line 1, column 4)",
                "[\"😀\", @] | @ cannot stand here (line 1, column 7)",
                "{@: 1} | @ cannot stand here (line 1, column 2)",
                "<html> | < cannot stand here (line 1, column 1)",
            })
    void theReasonAndThePlaceAreNamed(String shown, String reason) {
        String text = shown.replace('⏎', '\n').replace('⇥', '\t');
        assertThat(told(text, Locale.ENGLISH)).hasValue("not JSON: " + reason);
        assertThat(told(text, Locale.GERMAN).orElseThrow())
                .startsWith("kein gültiges JSON: ")
                .doesNotContain("not JSON", "{")
                .contains(
                        reason.replaceAll(
                                ".*line (\\d+), column (\\d+)\\)", "Zeile $1, Spalte $2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void everyLineEndIsOneLine(String end) {
        assertThat(told("[1,%s%s  x]".formatted(end, end), Locale.ENGLISH).orElseThrow())
                .endsWith("(line 3, column 3)");
    }

    @Test
    void whatIsNestedTooDeeplyIsSaidToBe() {
        String deep = "[".repeat(200_000);
        assertThat(told(deep, Locale.ENGLISH))
                .hasValue(
                        "not JSON: lists and objects are nested too deeply; 100 levels at most (line 1, column 101)");
        assertThat(told("[".repeat(100) + "]".repeat(100), Locale.ENGLISH)).isEmpty();
    }

    @Test
    void aVeryLongNumberIsSaidToBe() {
        assertThat(told("[1, " + "7".repeat(200_000) + "]", Locale.ENGLISH))
                .hasValue(
                        "not JSON: a number of 200000 characters; 1000 at most (line 1, column 5)");
        assertThat(told("[0." + "7".repeat(900) + "]", Locale.ENGLISH)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void everyUnicodeEncodingIsReadWithAndWithoutItsMark(String charset) {
        for (String mark : new String[] {"", "\ufeff"}) {
            byte[] text = (mark + "[\"ü😀\", 1]").getBytes(Charset.forName(charset));
            assertThat(
                            JsonText.<Object>read(
                                    text, tree -> tree.get(0).stringValue(), fault -> fault))
                    .isEqualTo("ü😀");
        }
    }

    @Test
    void brokenUtf8IsNamedWithItsPlace() {
        byte[] text = "[\"a\",\n\"äxb\"]".getBytes(StandardCharsets.UTF_8);
        text["[\"a\",\n\"ä".getBytes(StandardCharsets.UTF_8).length] = (byte) 0xff;
        assertThat(told(text, Locale.ENGLISH)).hasValue("not UTF-8 text (line 2, column 3)");
        assertThat(told(text, Locale.GERMAN)).hasValue("kein Text in UTF-8 (Zeile 2, Spalte 3)");
        assertThat(told(new byte[] {(byte) 0xc3}, Locale.ENGLISH)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t\r\n", "\ufeff"})
    void aBlankTextIsAnEmptyDocument(String text) {
        assertThat(told(text, Locale.ENGLISH)).hasValue("the document is empty");
    }

    /** Keys whose hash codes are all the same. */
    @Test
    void manyKeysThatCollideAreRead() {
        StringBuilder keys = new StringBuilder("{\"version\": 2");
        for (int i = 0; i < 1 << 15; i++) {
            keys.append(", \"");
            for (int bit = 0; bit < 15; bit++) {
                keys.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            keys.append("\": 1");
        }
        keys.setLength(1 << 20);
        String whole = keys.substring(0, keys.lastIndexOf(", \"")) + "}";
        assertThat(told(whole, Locale.ENGLISH)).isEmpty();
        assertThat(WorksheetJson.read(whole.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.more()).isGreaterThan(20_000));
    }

    /** The first worksheet's document with a few characters lost, added or changed. */
    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    /** What is beyond the parser's limits alone may be refused without a reason. */
    @ParameterizedTest
    @MethodSource("seeds")
    void everyRefusalHasAReasonWithoutTheParsersWords(long seed) {
        String text = damaged(new SplittableRandom(seed));
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
            told(text, locale)
                    .ifPresent(told -> assertThat(told).doesNotMatch(FOREIGN).matches(REASON));
        }
    }

    private static String damaged(SplittableRandom random) {
        StringBuilder text =
                new StringBuilder(WorksheetJson.write(Gallery.first()).toPrettyString());
        String noise = "{}[]\",:'\\/#.+-eE0NTnt\n\t\u0000\u00a0é😀(";
        IntStream.range(0, 1 + random.nextInt(3))
                .forEach(_ -> {
                    int at = random.nextInt(text.length());
                    switch (random.nextInt(3)) {
                        case 0 -> text.deleteCharAt(at);
                        case 1 -> text.insert(at, noise.charAt(random.nextInt(noise.length())));
                        default -> text.setLength(Math.max(1, at));
                    }
                });
        return text.toString();
    }

    private static Optional<String> told(String text, Locale locale) {
        return told(text.getBytes(StandardCharsets.UTF_8), locale);
    }

    private static Optional<String> told(byte[] text, Locale locale) {
        return JsonText.read(text, _ -> Optional.empty(), fault -> Optional.of(fault.in(locale)));
    }
}
