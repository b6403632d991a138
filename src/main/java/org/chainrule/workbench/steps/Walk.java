package org.chainrule.workbench.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chainrule.derivation.Quantity;
import org.chainrule.solution.Passage;
import org.chainrule.solution.Solution;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.worksheet.Step;
import org.chainrule.worksheet.View;
import org.jspecify.annotations.Nullable;

/** The solution number by number, in the order in which it is worked out. */
final class Walk {
    private Walk() {}

    private record Stop(Step step, Quantity number) {}

    /**
     * The view of the number after the selected one ({@code way} 1) or before it (−1): from one
     * step to the next, and to none at either end. Where the step does not work the selected number
     * out, its first comes, or what is before that.
     */
    static View moved(Shown shown, int way) {
        List<Stop> stops = stops(shown);
        View view = shown.view();
        Quantity selection = view.selection();
        Quantity derived = selection == null ? null : Selected.subject(selection);
        int next = next(stops, view.step(), derived, way);
        return next < 0 || next >= stops.size()
                ? view.withSelection(null)
                : view.withStep(stops.get(next).step).withSelection(stops.get(next).number);
    }

    private static int next(List<Stop> stops, Step step, @Nullable Quantity selection, int way) {
        int here = selection == null ? -1 : stops.indexOf(new Stop(step, selection));
        if (here >= 0) {
            return here + way;
        }
        int first = 0;
        while (first < stops.size() && stops.get(first).step.compareTo(step) < 0) {
            first++;
        }
        return way > 0 ? first : first - 1;
    }

    private static List<Stop> stops(Shown shown) {
        List<Stop> stops = new ArrayList<>();
        Solution solution = Solution.of(shown.display());
        for (Step step : Step.of(shown.worksheet())) {
            for (Passage passage : solution.passages(step)) {
                groups(passage)
                        .flatMap(group -> group.lines().stream())
                        .forEach(line -> stops.add(new Stop(step, line.subject().quantity())));
            }
        }
        return stops;
    }

    private static Stream<Passage.Group> groups(Passage passage) {
        return switch (passage) {
            case Passage.Group group -> Stream.of(group);
            case Passage.Aside(_, var groups) -> groups.stream();
            case Passage.Whole _,
                    Passage.Changes _,
                    Passage.OfLayer _,
                    Passage.OfLoss _,
                    Passage.Said _,
                    Passage.Advised _,
                    Passage.Carried _,
                    Passage.OfInputs _ ->
                    Stream.of();
        };
    }
}
