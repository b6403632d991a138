package org.chainrule.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chainrule.RandomWorksheets;
import org.chainrule.derivation.ExactValues;
import org.chainrule.derivation.PaperTrace;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Rounding;
import org.chainrule.derivation.Values;
import org.chainrule.engine.Problem;
import org.chainrule.worksheet.Limits;
import org.chainrule.worksheet.Worksheet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No right answer is called wrong: every number as the program itself works it out, in each way.
 */
class RightInEveryWayTest {
    private static final MathContext THREE = new MathContext(3, RoundingMode.HALF_UP);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatIsWorkedOutInOneWayIsRight(long seed) {
        Random random = new Random(seed);
        int tried = 0;
        for (int i = 0; i < 40; i++) {
            Problem problem = RandomWorksheets.problem(random);
            if (!Limits.allowPaper(problem)) {
                continue;
            }
            int decimals = 1 + random.nextInt(4);
            Rounding paper = new Rounding(decimals, decimals + random.nextInt(2));
            for (Values way : ways(problem, paper)) {
                tried += allAreRight(new Worksheet("", problem, paper), way);
            }
            tried += allAreRight(new Worksheet("", problem, null), ExactValues.of(problem));
        }
        assertThat(tried).isGreaterThan(10_000);
    }

    private static List<Values> ways(Problem problem, Rounding paper) {
        List<Values> ways = new ArrayList<>();
        for (Rounding.Writes writes : Rounding.Writes.values()) {
            for (Rounding.Slope slope : Rounding.Slope.values()) {
                for (int more = 0; more < 2; more++) {
                    Rounding way =
                            new Rounding(
                                    paper.decimals() + more,
                                    paper.gradientDecimals() + more,
                                    writes,
                                    slope);
                    ways.add(PaperTrace.of(problem, way));
                }
            }
        }
        ways.add(ExactValues.of(problem));
        return ways;
    }

    /** How many there were. */
    private static int allAreRight(Worksheet worksheet, Values way) {
        Map<Question, String> texts = new LinkedHashMap<>();
        for (Question question : Planted.questions(worksheet.problem())) {
            String text = text(worksheet, way, question.ref());
            if (text != null) {
                texts.put(question, text);
            }
        }
        Answers answers = new Answers(worksheet, texts, List.copyOf(texts.keySet()));
        Marker.mark(answers)
                .verdicts()
                .forEach((question, verdict) ->
                        assertThat(verdict)
                                .as("%s = %s of %s", question, texts.get(question), worksheet)
                                .isEqualTo(new Verdict.Right()));
        return texts.size();
    }

    private static @org.jspecify.annotations.Nullable String text(
            Worksheet worksheet, Values way, Ref ref) {
        BigDecimal written = way.written(ref);
        double value = way.value(ref);
        if (!Double.isFinite(value)) {
            return null;
        }
        BigDecimal exact = written == null ? new BigDecimal(Double.toString(value)) : written;
        Rounding paper = worksheet.paper();
        BigDecimal rounded =
                paper == null
                        ? exact.round(THREE)
                        : exact.setScale(
                                paper.decimalsOf(ref.quantity().kind()), RoundingMode.HALF_UP);
        return rounded.precision() > 60 ? null : rounded.toString().replace('E', 'e');
    }
}
