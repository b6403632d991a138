package org.chainrule.practice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slips on the first worksheet, as on paper. */
class FirstSlipsTest {
    @ParameterizedTest
    @CsvSource({
        "dz.hid.1, 0.02, slope-p-for-g-unsigned",
        "dz.hid.1, 0.39, slope-p-for-g",
        "dz.hid.1, 0.16, slope-p-for-g-unsigned",
        "dz.hid.1, 0.10, slope-p-for-g",
        "dz.out.2, -0.62, loss-factor",
        "dz.out.2, 1.24, loss-sign",
        "nw.out.1.1, -1.3923, update-sign",
        "nw.out.1.1, -1.477, rate-left-out",
        "dw.out.1.1, 0.366, slope-left-out",
        "dw.out.1.1, 0.126, inflow-left-out",
        "dz.hid.1, 0.24, path-one"
    })
    void areNamed(String address, String text, String id) {
        Verdict verdict = Sheets.mark(Sheets.first(), address, text);
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Slipped.class,
                        slipped ->
                                assertThat(slipped.slips().getFirst().slip().id()).isEqualTo(id));
    }
}
