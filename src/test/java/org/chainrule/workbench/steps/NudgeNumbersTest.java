package org.chainrule.workbench.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.chainrule.engine.Nudge;
import org.chainrule.notation.Numbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NudgeNumbersTest {
    private final NudgeNumbers numbers = new NudgeNumbers(Numbers.in(Locale.ENGLISH), 4);

    @ParameterizedTest
    @CsvSource({
        "0.4748888338000708, 7.7e-4, 0.474889",
        "0.4748888338000708, 7.6e-10, 0.474888833800",
        "0.4748888338000708, 1e-16, 0.4748888338000708",
        "12.5, 3, 12.5000",
        "12.5, 0, 12.5000",
        "1.5e20, 1e17, 1.50000e20",
        "1.5e20, 3e20, 1.500e20",
        "2.5e-7, 1e-9, 2.5000e−7",
        "0, 1, 0.0000",
        "Infinity, 1, ∞",
        "1, Infinity, 1.0000"
    })
    void theLossShowsTheDigitsThatTheChangeTakes(double loss, double change, String text) {
        assertThat(numbers.loss(loss, change)).isEqualTo(text);
    }

    @Test
    void tenDecimalsOfALargeLossAreWrittenThoughADoubleHasFewer() {
        NudgeNumbers many = new NudgeNumbers(Numbers.in(Locale.ENGLISH), 10);
        assertThat(many.loss(123456789, 1e-3)).isEqualTo("123456789.0000000000");
    }

    @ParameterizedTest
    @CsvSource({
        "0.0769, 0.0762944, 0.07690000",
        "-1.5, 1, −1.500000",
        "123456.5, 123456, 123456.50",
        "0.5, 0, 0.500000",
        "1.23456e-7, 1e-7, 1.2346e−7",
        "2e12, 1e12, 2.00e12",
        "NaN, 1, undefined"
    })
    void aSlopeHasTheDecimalsOfTheGradientItIsComparedWith(
            double slope, double gradient, String text) {
        assertThat(numbers.slope(slope, gradient)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.00026, 2.6e−4", "0.5, 5.0e−1", "0, 0", "7.5, 7.5", "15, 15", "Infinity, ∞"})
    void anErrorBelowOneIsReadOffByItsPowerOfTen(double slope, String text) {
        Nudge nudge = new Nudge(0, 0.1, 0, 0, 0, 0, List.of());
        assertThat(numbers.error(nudge, slope)).isEqualTo(text);
    }
}
