package org.chainrule.notation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chainrule.notation.Manner.FILE;
import static org.chainrule.notation.Manner.LINK;
import static org.chainrule.notation.Manner.TYPED;
import static org.chainrule.notation.Manner.WHOLE;

import java.util.List;
import java.util.SplittableRandom;
import org.chainrule.notation.Parsed.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberReaderTest {
    private static void reads(Manner manner, String text, double value) {
        assertThat(Numbers.read(text, manner)).as(text).isEqualTo(new Parsed.Value(value));
    }

    private static void refuses(Manner manner, String text, Reason reason) {
        assertThat(Numbers.read(text, manner))
                .as(text)
                .isInstanceOfSatisfying(
                        Parsed.Wrong.class, wrong -> assertThat(wrong.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.5 | 0.5",
                "-0,5 | -0.5",
                "− 0.5 | -0.5",
                "+7 | 7",
                ".5 | 0.5",
                "5. | 5",
                "1e-3 | 0.001",
                "1,5E+2 | 150",
                "2e007 | 2e7",
                "1 234 567,5 | 1234567.5",
                "-12 345 | -12345",
                "1/4 | 0.25",
                "-3 / 4 | -0.75",
                "0/7 | 0"
            })
    void aFileHasPlainNumbersAndFractions(String text, double value) {
        reads(FILE, text, value);
        reads(TYPED, text, value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1949-01",
                "1981-01-01",
                "08/01/2016",
                "8/1/2016",
                "12:30",
                "12:30:05",
                "30-34",
                "30–34",
                "0-2",
                "1+1",
                "2*3",
                "01/02",
                "1/02",
                "1.5/2",
                "2^3",
                "5(1)"
            })
    void aFileIsNotWorkedOut(String text) {
        refuses(FILE, text, Reason.EXPRESSION);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3.2*10^-7 | 3.2e-7",
                "3,2·10⁻⁷ | 3,2e-7",
                "-1 × 10^+3 | -1e3",
                "1*10**4 | 1e4"
            })
    void aPowerOfTenInAFileIsToldHowToWriteIt(String text, String written) {
        assertThat(Numbers.read(text, FILE)).isEqualTo(new Parsed.Wrong(Reason.POWER, written));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3.2*10^-7 | 3.2e-7",
                "3.2·10⁻⁷ | 3.2e-7",
                "3.2×10^−7 | 3.2e-7",
                "10^3 | 1000",
                "10⁶ | 1e6",
                "-10^2 | -100",
                "2·10²+1 | 201",
                "10**-2 | 0.01",
                "1.5·10⁺² | 150"
            })
    void typedPowersOfTenAreWorkedOut(String text, double value) {
        reads(TYPED, text, value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5²", "110⁻⁷", "1.10²", "2^3", "10^0.5", "10^", "10^400^2", "²"})
    void otherPowersAreNot(String text) {
        assertThat(Numbers.read(text, TYPED)).isInstanceOf(Parsed.Wrong.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Manner.class,
            names = {"TYPED", "FILE", "WHOLE"})
    void aBlankSetsThousandsApartAndNothingElse(Manner manner) {
        for (String blank :
                List.of(" ", "\u00a0", "\u202f", "\u2009", "\u2007", "\u205f", "\u3000")) {
            reads(manner, "12" + blank + "345", 12345);
            reads(manner, "1" + blank + "234" + blank + "567", 1234567);
            for (String parts : List.of("1_2", "1_23", "1234_567", "0_123", "1_2345", "1_234_5")) {
                refuses(manner, parts.replace("_", blank), Reason.BLANK);
            }
        }
        for (String text : List.of("1, 2", "0.5 0.7", "1. 5", "1 234.5 6", "1 ,5")) {
            refuses(manner, text, Reason.BLANK);
        }
    }

    @Test
    void blanksAroundSignsDoNotCount() {
        reads(TYPED, " 1 + 2 * ( 3 - 1 ) ", 5);
        reads(TYPED, "1 000 - 2", 998);
        reads(FILE, " - 5 ", -5);
    }

    @ParameterizedTest
    @EnumSource(
            value = Manner.class,
            names = {"TYPED", "FILE"})
    void whatIsInvisibleDoesNotCount(Manner manner) {
        for (int c :
                new int[] {
                    0xad, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x202a, 0x202c, 0x202e, 0x2060,
                    0x2061, 0x2064, 0x2066, 0x2069, 0xfeff
                }) {
            String hidden = Character.toString(c);
            reads(manner, "1.5" + hidden, 1.5);
            reads(manner, hidden + "-1" + hidden + "2.5", -12.5);
            refuses(manner, hidden, Reason.EMPTY);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "１．５ | 1.5",
                "－１．５ | -1.5",
                "１，５ | 1.5",
                "٣ | 3",
                "٣٫٥ | 3.5",
                "𝟏𝟐 | 12",
                "१२ | 12",
                "－1 | -1",
                "‒1 | -1",
                "⁻1 | -1",
                "₋1 | -1",
                "﹣1 | -1",
                "—1 | -1",
                "−1 | -1"
            })
    void digitsAndDashesOfAnyScriptCount(String text, double value) {
        reads(TYPED, text, value);
        reads(FILE, text, value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2,000 | 2000",
                "2.000 | 2000",
                "2 000 | 2000",
                "2’000 | 2000",
                "1,000,000 | 1000000",
                "1.000.000 | 1000000",
                "-1,000 | -1000",
                "200 | 200",
                "1e3 | 1000",
                "2*100 | 200",
                "007 | 7"
            })
    void wholeNumbersMayBeGrouped(String text, double value) {
        reads(WHOLE, text, value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2.5",
                "2,5",
                "2,00",
                "2.0",
                "0,500",
                "1,0000",
                "1,000.5",
                "7/2",
                "10,000,00"
            })
    void wholeNumbersHaveNoDecimals(String text) {
        refuses(WHOLE, text, Reason.DECIMALS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.234,5 | AMBIGUOUS",
                "1.2.3 | AMBIGUOUS",
                "Iris-setosa | UNEXPECTED",
                "5% | UNEXPECTED",
                "$1.50 | UNEXPECTED",
                "NaN | UNEXPECTED",
                "1'234 | UNEXPECTED",
                "0x10 | UNEXPECTED",
                "--1 | UNEXPECTED",
                "1/0 | DIVISION_BY_ZERO",
                "1e400 | TOO_LARGE",
                "1e999999999999 | TOO_LARGE",
                "1e | UNFINISHED",
                "- | UNFINISHED"
            })
    void whatIsNoNumberInAFileIsRefused(String text, Reason reason) {
        refuses(FILE, text, reason);
    }

    /** NUL is a character like others: found by fuzzing, when it was taken for the end. */
    @ParameterizedTest
    @EnumSource(
            value = Manner.class,
            names = {"TYPED", "FILE", "WHOLE"})
    void nothingHidesBehindANul(Manner manner) {
        for (String text : List.of("1\0", "1\0002", "1\0/", "\0001", "1/\0002")) {
            assertThat(Numbers.read(text, manner)).as(text).isInstanceOf(Parsed.Wrong.class);
        }
    }

    @Test
    void aLinkHasItsOwnFormAlone() {
        reads(LINK, "-1.5e-3", -0.0015);
        for (String text : List.of("", " 1", "+1", "1,5", ".5", "1/2", "１", "1e400", "−1")) {
            assertThat(Numbers.read(text, LINK)).as(text).isInstanceOf(Parsed.Wrong.class);
        }
    }

    @Test
    void theSignOfANegativeZeroStays() {
        for (Manner manner : List.of(TYPED, FILE, LINK)) {
            assertThat(Numbers.read("-0", manner)).isEqualTo(new Parsed.Value(-0.0));
        }
    }

    /** Whatever is written with all its digits reads back, in every manner that has decimals. */
    @Test
    void everyNumberReadsBackBitForBit() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                String text = Numbers.canonical(value);
                reads(FILE, text, value);
                reads(TYPED, text, value);
                reads(LINK, text, value);
                reads(
                        FILE,
                        Numbers.in(java.util.Locale.GERMAN).full(value),
                        value == 0 ? 0 : value);
            }
        }
    }

    @Test
    void aWrongTextIsRepeatedInShort() {
        assertThat(Numbers.read("1 " + "2".repeat(100), FILE))
                .isInstanceOfSatisfying(
                        Parsed.Wrong.class,
                        wrong -> assertThat(wrong.near()).hasSizeLessThanOrEqualTo(41));
        refuses(FILE, "1".repeat(201), Reason.TOO_LONG);
    }
}
