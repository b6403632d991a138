package org.chainrule.practice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.chainrule.derivation.Quantity;
import org.chainrule.engine.Problem;
import org.chainrule.notation.Numbers;
import org.chainrule.solution.Asking;
import org.chainrule.solution.Display;
import org.chainrule.solution.Line;
import org.chainrule.solution.Passage;
import org.chainrule.solution.Solution;
import org.chainrule.solution.Solved;
import org.chainrule.worksheet.Asked;
import org.chainrule.worksheet.Step;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;

/**
 * A worksheet of which some numbers are asked for.
 *
 * @param view what is asked, of which sample, and in which notation
 */
public record Exercise(Worksheet worksheet, View view) {

    /**
     * A number that is asked.
     *
     * @param key its address on the page: of the sample on show where it is a sample's
     * @param line where it is worked out
     */
    public record Item(String key, Question question, Step step, Line line) {}

    /** How numbers and formulas are displayed. */
    public Display display(Numbers numbers) {
        return Display.of(new Solved(worksheet), view.withWholeLayers(false), numbers);
    }

    /** Whether a number is not asked for, nor worked out from one that is. */
    public boolean gives(Quantity quantity) {
        return view.asked() == null
                || new Asking(worksheet.problem(), view.asked()).gives(quantity);
    }

    /** All that is asked, in the order of the steps. */
    public List<Item> items(Display display) {
        Asked asked = Objects.requireNonNull(view.asked(), "nothing is asked");
        Map<String, Item> items = new LinkedHashMap<>();
        for (Step step : Step.of(worksheet)) {
            if (asked.has(step)) {
                for (Line line : lines(display, step)) {
                    if (asked.has(step, line.subject().quantity())) {
                        item(step, line).ifPresent(item -> items.putIfAbsent(item.key(), item));
                    }
                }
            }
        }
        return new ArrayList<>(items.values());
    }

    private static List<Line> lines(Display display, Step step) {
        return Solution.of(display).passages(step).stream()
                .flatMap(passage ->
                        passage instanceof Passage.Group(var lines)
                                ? lines.stream()
                                : java.util.stream.Stream.empty())
                .toList();
    }

    private Optional<Item> item(Step step, Line line) {
        Problem problem = worksheet.problem();
        return Question.of(problem, Question.address(problem, line.subject()))
                        instanceof Question.Found.Good(var question)
                ? Optional.of(new Item(line.address(), question, step, line))
                : Optional.empty();
    }
}
