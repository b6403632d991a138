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

    /**
     * Of the numbers that a step asks: those right, right but for what they follow from, and so on.
     */
    public record Counts(int right, int follows, int wrong, int open) {
        private static final Counts NONE = new Counts(0, 0, 0, 0);

        private Counts with(Verdict verdict) {
            return switch (verdict) {
                case Verdict.Right _ -> new Counts(right + 1, follows, wrong, open);
                case Verdict.Follows _ -> new Counts(right, follows + 1, wrong, open);
                case Verdict.Unanswered _ -> new Counts(right, follows, wrong, open + 1);
                case Verdict.Rounded _, Verdict.Slipped _, Verdict.Wrong _, Verdict.Unread _ ->
                        new Counts(right, follows, wrong + 1, open);
            };
        }

        public int all() {
            return right + follows + wrong + open;
        }
    }

    /** Marks what was handed over of an exercise. */
    public void add(Exercise exercise, Submission submission, Numbers numbers) {
        Attempt attempt = Attempt.of(exercise, submission, numbers);
        Map<Step, Counts> steps = new EnumMap<>(Step.class);
        Map<Slip, Integer> slips = new LinkedHashMap<>();
        for (Exercise.Item item : attempt.items()) {
            Verdict verdict = attempt.verdict(item.key());
            Counts known = steps.getOrDefault(item.step(), Counts.NONE);
            steps.put(item.step(), known.with(verdict));
            if (verdict instanceof Verdict.Slipped(var found)) {
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
