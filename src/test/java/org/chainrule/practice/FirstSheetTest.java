package org.chainrule.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first worksheet, answered by hand. */
class FirstSheetTest {

    /** What the sheet prints, what is exact, and what other ways of carrying give. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    p.hid.1 | 0.61
                    p.hid.2 | −0,64
                    z.hid.2 | 0
                    p.out.1 | -0.85
                    p.out.1 | -0.854
                    z.out.1 | 0.3
                    z.out.2 | .38
                    J | 0.47
                    dz.out.1 | 0.6
                    dz.out.1 | 2*(0.30-0)
                    dz.out.1 | 0.597
                    dz.out.2 | -1.24
                    dz.hid.1 | 0.06
                    dz.hid.1 | 0.05
                    dz.hid.2 | 0.22
                    dw.out.1.1 | 0,077
                    dw.out.1.1 | 0.076
                    dw.out.1.1 | 0.079
                    dw.out.1.1 | 0.6*0.2098*0.61
                    dw.out.1.2 | 0
                    nw.out.1.1 | -1.4077
                    nw.out.1.1 | -1.40763
                    """)
    void isRightInEveryWayOfCarrying(String address, String text) {
        assertThat(Sheets.mark(Sheets.first(), address, text)).isEqualTo(new Verdict.Right());
    }

    @ParameterizedTest
    @CsvSource({"dz.out.1, 0.61", "dw.out.1.1, 0.07", "dw.out.1.1, 0.0767", "z.out.1, 0.31"})
    void aDigitOffIsNotRight(String address, String text) {
        assertThat(Sheets.mark(Sheets.first(), address, text)).isNotEqualTo(new Verdict.Right());
    }

    @Test
    void whatFollowsFromOnesOwnAnswerIsFollowed() {
        Map<String, Verdict> verdicts =
                Sheets.mark(
                        Sheets.first(),
                        Map.of("dz.out.1", "0.55", "dw.out.1.1", "0.070", "nw.out.1.1", "-1.407"),
                        List.of("dz.out.1", "dw.out.1.1", "nw.out.1.1"));
        assertThat(verdicts.get("dw.out.1.1")).isInstanceOf(Verdict.Follows.class);
        assertThat(verdicts.get("nw.out.1.1")).isInstanceOf(Verdict.Follows.class);
    }

    @Test
    void nothingFollowsFromAnEmptyAnswerOrFromAZero() {
        List<String> asked = List.of("dz.out.1", "dw.out.1.1");
        assertThat(Sheets.mark(Sheets.first(), Map.of("dz.out.1", "0", "dw.out.1.1", "0"), asked))
                .noneSatisfy(
                        (_, verdict) -> assertThat(verdict).isInstanceOf(Verdict.Follows.class));
        assertThat(Sheets.mark(Sheets.first(), Map.of("dw.out.1.1", "0.5"), asked).get("dz.out.1"))
                .isEqualTo(new Verdict.Unanswered());
    }

    @Test
    void carriedWithADecimalTooFewIsRoundedEarly() {
        assertThat(Sheets.mark(Sheets.first(), "dw.out.1.1", "0.08"))
                .isEqualTo(new Verdict.Rounded());
    }

    @ParameterizedTest
    @CsvSource({
        "dz.out.1, 0.6, false",
        "dz.out.1, 0.597, true",
        "dz.out.1, 0.5971889, true",
        "dw.out.1.1, 0.0763, true",
        "dw.out.1.1, 0.076, false",
        "dw.out.1.1, 0.077, false",
        "nw.out.1.1, -1.41, true",
        "nw.out.1.1, -1.4077, false"
    })
    void threeSignificantDigitsAreAskedOfAnExactNumber(String address, String text, boolean right) {
        assertThat(Sheets.mark(Sheets.exact(), address, text) instanceof Verdict.Right)
                .isEqualTo(right);
    }

    @Test
    void theFirstThatIsNotRightIsNamed() {
        Answers answers =
                Sheets.answers(
                        Sheets.first(),
                        Map.of("dz.out.1", "0.6", "dw.out.1.1", "0,077", "dz.out.2", "x"),
                        List.of("dw.out.2.1", "dw.out.1.1", "dz.out.2", "dz.out.1"));
        Answers.Marked marked = Marker.mark(answers);
        assertThat(marked.first()).map(Question::address).contains("dz.out.2");
        assertThat(marked.verdicts().values())
                .containsExactly(
                        new Verdict.Unanswered(),
                        new Verdict.Right(),
                        new Verdict.Unread(),
                        new Verdict.Right());
    }
}
