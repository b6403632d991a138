package org.chainrule.practice;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.chainrule.notation.Numbers;
import org.chainrule.worksheet.Step;
import org.chainrule.worksheet.Submission;

/** What became of the answers that a class has handed over, marked anew: a row for each student. */
public final class ClassTable {
    private final List<Row> rows = new ArrayList<>();

    /**
     * A student's.
     *
     * @param slips how often each slip was made, the first of those that explain a number
     */
    public record Row(String by, Map<Step, Counts> steps, Map<Slip, Integer> slips) {}

    /** Marks what was handed over of an exercise. */
    public void add(Exercise exercise, Submission submission, Numbers numbers) {
        Attempt attempt = Attempt.of(exercise, submission, numbers);
        Map<Step, Counts> steps = new EnumMap<>(Step.class);
        attempt.steps().forEach((step, items) -> steps.put(step, Counts.of(attempt, items)));
        Map<Slip, Integer> slips = new LinkedHashMap<>();
        for (Exercise.Item item : attempt.items()) {
            if (attempt.verdict(item.key()) instanceof Verdict.Slipped(var found)) {
                slips.merge(found.getFirst().slip(), 1, Integer::sum);
            }
        }
        rows.add(new Row(submission.by(), steps, slips));
    }

    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /** Those that any student was asked. */
    public List<Step> steps() {
        TreeSet<Step> steps = new TreeSet<>();
        rows.forEach(row -> steps.addAll(row.steps().keySet()));
        return List.copyOf(steps);
    }
}
