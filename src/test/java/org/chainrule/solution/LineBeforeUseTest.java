package org.chainrule.solution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.chainrule.Notations;
import org.chainrule.RandomWorksheets;
import org.chainrule.Seeds;
import org.chainrule.derivation.Reads;
import org.chainrule.derivation.Ref;
import org.chainrule.notation.Numbers;
import org.chainrule.worksheet.Step;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * Every number that a line of the solution reads is given, or has its own line before it: in every
 * notation, and in every way of working. In a batch the lines of all samples come before those that
 * reduce them.
 */
class LineBeforeUseTest {
    @ParameterizedTest
    @Seeds(1_000)
    void everyNumberOfALineHasItsOwnBeforeIt(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        Worksheet drawn = RandomWorksheets.worksheet(random);
        List<Worksheet> ways =
                List.of(
                        drawn.with((org.chainrule.derivation.Rounding) null),
                        drawn.with(RandomWorksheets.rounding(random)));
        for (Worksheet worksheet : ways) {
            Notations.presets()
                    .forEach(notation ->
                            check(
                                    worksheet,
                                    View.INITIAL.withNotation(notation).withShowAll(true)));
        }
    }

    private static void check(Worksheet worksheet, View view) {
        Solved solved = new Solved(worksheet);
        Set<Ref> known = new HashSet<>();
        int samples = worksheet.problem().samples().size();
        for (int s = 0; s < samples; s++) {
            Display display = Display.of(solved, view.withSample(s), Numbers.in(Locale.ENGLISH));
            for (Step step : Step.of(worksheet)) {
                boolean last = s == samples - 1;
                if (last || !Solution.isOfBatch(step)) {
                    lines(display, step).forEach(line -> check(line, known));
                }
            }
        }
    }

    private static Stream<Line> lines(Display display, Step step) {
        return Solution.of(display).passages(step).stream()
                .flatMap(LineBeforeUseTest::groups)
                .flatMap(group -> group.lines().stream());
    }

    private static Stream<Passage.Group> groups(Passage passage) {
        return switch (passage) {
            case Passage.Group group -> Stream.of(group);
            case Passage.Aside(_, var groups) -> groups.stream();
            case Passage.OfInputs(var group) -> Stream.of(group);
            case Passage.Changes _,
                    Passage.Whole _,
                    Passage.OfLayer _,
                    Passage.OfLoss _,
                    Passage.Said _,
                    Passage.Carried _,
                    Passage.Advised _ ->
                    Stream.of();
        };
    }

    private static void check(Line line, Set<Ref> known) {
        for (Ref read : Reads.of(line.formula())) {
            assertThat(read.quantity().isGiven() || known.contains(read))
                    .as(line.address() + " reads " + read + ", which has no line before it")
                    .isTrue();
        }
        known.add(line.subject());
    }
}
