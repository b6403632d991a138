package org.chainrule.notation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.chainrule.Doubles;
import org.chainrule.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 1",
                "-1.4 | -1.4",
                "−1,4 | -1.4",
                "1e-3 | 0.001",
                ".5 | 0.5",
                "+2 | 2",
                "1. | 1",
                "-1.4-0.1*0.077 | -1.4077",
                "0,1+0,2 | 0.3",
                "2·(3−1)/4 | 1",
                "--1 | 1",
                "1/3 | 0.3333333333333333"
            })
    void readsNumbersAndSmallArithmetic(String text, double value) {
        assertThat(Numbers.read(text, Manner.TYPED)).isEqualTo(new Parsed.Value(value));
    }

    @ParameterizedTest
    @CsvSource({
        "abc, UNEXPECTED",
        "1.2.3, AMBIGUOUS",
        "1/0, DIVISION_BY_ZERO",
        "1e999, TOO_LARGE",
        "2*, UNFINISHED"
    })
    void saysWhyATextIsNoNumber(String text, Parsed.Reason reason) {
        assertThat(Numbers.read(text, Manner.TYPED))
                .isInstanceOfSatisfying(
                        Parsed.Wrong.class, wrong -> assertThat(wrong.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.005 | 2 | 0.01 | 0,01", "-0.004 | 2 | 0.00 | 0,00",
                        "-1.407629 | 4 | −1.4076 | −1,4076",
                "1.005 | 2 | 1.01 | 1,01", "-0.0 | 4 | 0.0000 | 0,0000",
                        "1234567890123 | 2 | 1.23e12 | 1,23e12",
                "Infinity | 2 | ∞ | ∞", "NaN | 2 | undefined | nicht definiert"
            })
    void writesNumbers(double value, int decimals, String english, String german) {
        assertThat(Numbers.in(Locale.ENGLISH).format(value, decimals)).isEqualTo(english);
        assertThat(Numbers.in(Locale.GERMAN).format(value, decimals)).isEqualTo(german);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.31 | 2 | +0.31 | +0,31",
                "-0.31 | 4 | −0.3100 | −0,3100",
                "0.3 | 2 | +0.30 | +0,30",
                "0.0025 | 2 | +0.0025 | +0,0025",
                "0.00123456 | 4 | +0.0012 | +0,0012",
                "-0.0000123456 | 4 | −0.000012 | −0,000012",
                "0.000000123456 | 4 | +1.2e−7 | +1,2e−7"
            })
    void writesAChangeWithItsSignAndTwoDigitsAtLeast(
            BigDecimal change, int decimals, String english, String german) {
        assertThat(Numbers.in(Locale.ENGLISH).change(change, decimals)).isEqualTo(english);
        assertThat(Numbers.in(Locale.GERMAN).change(change, decimals)).isEqualTo(german);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.0762944 | 3 | 0.0763",
                "-1234.5678 | 3 | −1230",
                "1e-9 | 2 | 1.0e−9",
                "0 | 4 | 0",
                "Infinity | 3 | ∞"
            })
    void writesSignificantDigits(double value, int digits, String text) {
        assertThat(Numbers.in(Locale.ENGLISH).significant(value, digits)).isEqualTo(text);
    }

    @Test
    void writesSharesAsPercentages() {
        assertThat(Numbers.in(Locale.ENGLISH).percent(1.6315)).isEqualTo("+163%");
        assertThat(Numbers.in(Locale.GERMAN).percent(-0.0345)).isEqualTo("−3,5\u00a0%");
    }

    @Seeds
    void whatStandsInAFieldReadsBackAsTheNumber(long seed) {
        double value = Doubles.finite(seed);
        Locale locale = seed % 2 == 0 ? Locale.ENGLISH : Locale.GERMAN;
        for (int least : new int[] {0, 2, 10}) {
            String text = Numbers.in(locale).asTyped(value, least);
            assertThat(Numbers.read(text, Manner.TYPED)).isEqualTo(new Parsed.Value(value + 0.0));
            assertThat(Numbers.read(text, Manner.FILE)).isEqualTo(new Parsed.Value(value + 0.0));
            assertThat(text).doesNotContain("-");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.3, 0.30",
        "-1.4, −1.40",
        "1, 1.00",
        "0.125, 0.125",
        "3.324830999721636, 3.324830999721636",
        "1e-8, 1e−8",
        "-0.0, 0.00"
    })
    void aFieldHasAllDigitsAndTheZerosOfWhatIsDisplayed(double value, String text) {
        assertThat(Numbers.in(Locale.ENGLISH).asTyped(value, 2)).isEqualTo(text);
        assertThat(Numbers.in(Locale.GERMAN).asTyped(value, 2)).isEqualTo(text.replace('.', ','));
    }

    @Seeds
    void canonicalTextsReadBackBitForBit(long seed) {
        double value = Doubles.finite(seed);
        double read = Numbers.readCanonical(Numbers.canonical(value)).orElseThrow();
        assertThat(Double.doubleToRawLongBits(read)).isEqualTo(Double.doubleToRawLongBits(value));
    }

    @ParameterizedTest
    @CsvSource({
        "0.19, 0.19",
        "-1.25, −1.25",
        "0.12345678, 0.12345678",
        "2.4848726848874, 2.4849",
        "-3.7381158955720872, −3.7381",
        "0.029046538316283576, 0.0290",
        "0.00000123456789, 1.23e−6",
        "1e-9, 0.000000001",
        "-186510360.21798506, −186510360",
        "3.9313640216167095e155, 3.93e155",
        "1234.5, 1234.5",
        "2, 2"
    })
    void aNumberThatWasComputedIsRoundedAndOneThatWasTypedIsNot(double value, String text) {
        assertThat(Numbers.in(Locale.ENGLISH).brief(value, 4)).isEqualTo(text);
    }
}
