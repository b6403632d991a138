package org.chainrule.practice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chainrule.derivation.Ref;
import org.chainrule.notation.Numbers;
import org.chainrule.practice.Exercise.Item;
import org.chainrule.solution.Display;
import org.chainrule.worksheet.Step;
import org.chainrule.worksheet.Submission;
import org.jspecify.annotations.Nullable;

/** A student's way through an exercise: what was answered, how often, and with which hints. */
public final class Attempt {
    private final Exercise exercise;
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Map<String, Entered> entered = new HashMap<>();
    private final Map<String, Hints.Rung> hints = new HashMap<>();
    private final boolean exam;
    private boolean handedIn;
    private boolean ended;
    private @Nullable String current;
    private Answers.@Nullable Marked marked;

    /**
     * What stands in a box.
     *
     * @param wrong how often the box was answered wrongly
     */
    private record Entered(String text, int wrong) {}

    public Attempt(Exercise exercise, Numbers numbers) {
        this.exercise = exercise;
        Display display = exercise.display(numbers);
        exercise.items(display).forEach(item -> items.put(item.key(), item));
        exam = exercise.view().asked() != null && exercise.view().asked().handedIn();
    }

    /** What was handed over of an exercise, over and marked. */
    public static Attempt of(Exercise exercise, Submission submission, Numbers numbers) {
        Attempt attempt = new Attempt(exercise, numbers);
        submission.answers().forEach((key, text) -> attempt.write(key, text, 0));
        attempt.end(true);
        return attempt;
    }

    /** What there is so far, to be handed over. */
    public Submission submission(String by) {
        Map<String, String> answers = new LinkedHashMap<>();
        items.keySet().stream()
                .filter(key -> !text(key).isBlank())
                .limit(Submission.MOST)
                .forEach(key -> answers.put(key, text(key)));
        return new Submission(by, answers);
    }

    public Exercise exercise() {
        return exercise;
    }

    /** All that is asked, in the order of the calculation. */
    public Collection<Item> items() {
        return items.values();
    }

    /** The same, by their steps. */
    public Map<Step, List<Item>> steps() {
        return items.values().stream()
                .collect(
                        Collectors.groupingBy(Item::step, LinkedHashMap::new, Collectors.toList()));
    }

    public Optional<Item> item(String key) {
        return Optional.ofNullable(items.get(key));
    }

    /** Writes into a box; where answers are marked one by one, it is marked at once. */
    public void answer(String key, String typed) {
        String text =
                typed.length() < Submission.ANSWER
                        ? typed
                        : typed.substring(0, Submission.ANSWER - 1) + "…";
        boolean over = ended || (exam && handedIn);
        if (!items.containsKey(key) || over) {
            return;
        }
        Entered before = entered.get(key);
        if (before != null && before.text.equals(text)) {
            current = key;
            return;
        }
        int wrong = before == null ? 0 : before.wrong;
        write(key, text, wrong);
        current = key;
        if (isMarked() && isWrong(verdict(key))) {
            entered.put(key, new Entered(text, wrong + 1));
        }
    }

    private void write(String key, String text, int wrong) {
        if (items.containsKey(key)) {
            entered.put(key, new Entered(text, wrong));
            marked = null;
        }
    }

    private static boolean isWrong(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Right _, Verdict.Follows _, Verdict.Unanswered _, Verdict.Unread _ ->
                    false;
            case Verdict.Rounded _, Verdict.Slipped _, Verdict.Wrong _ -> true;
        };
    }

    /** The text in a box, or empty. */
    public String text(String key) {
        Entered known = entered.get(key);
        return known == null ? "" : known.text;
    }

    /** How often a box was answered wrongly. */
    public int wrong(String key) {
        Entered known = entered.get(key);
        return known == null ? 0 : known.wrong;
    }

    /** Whether verdicts are told. */
    public boolean isMarked() {
        return !exam || handedIn;
    }

    /** Whether all is marked at once, when it is handed in. */
    public boolean isExam() {
        return exam;
    }

    public boolean isEnded() {
        return ended;
    }

    /** Hands in what there is. */
    public void handIn() {
        handedIn = true;
        current = null;
    }

    /** Ends, or goes on. */
    public void end(boolean over) {
        ended = over;
        handedIn |= over;
    }

    public Verdict verdict(String key) {
        Item item = items.get(key);
        Verdict verdict = item == null ? null : marked().verdicts().get(item.question());
        return verdict == null ? new Verdict.Unanswered() : verdict;
    }

    /** The sentences of verdicts. */
    public Answers answers() {
        Map<Question, String> texts = new LinkedHashMap<>();
        entered.forEach(
                (key, each) -> item(key).ifPresent(i -> texts.put(i.question(), each.text)));
        return new Answers(
                exercise.worksheet(), texts, items.values().stream().map(Item::question).toList());
    }

    private Answers.Marked marked() {
        Answers.Marked known = marked;
        if (known == null) {
            known = Marker.mark(answers());
            marked = known;
        }
        return known;
    }

    /** The box that is looked at. */
    public @Nullable String current() {
        return current;
    }

    public void look(String key) {
        if (items.containsKey(key)) {
            current = key;
        }
    }

    /** The first answer that is not right on its own, of those that are there. */
    public Optional<Item> firstMistake() {
        return items.values().stream()
                .filter(item -> !text(item.key()).isBlank())
                .filter(item -> !(verdict(item.key()) instanceof Verdict.Right))
                .findFirst();
    }

    /** The hints taken for a box. */
    public List<Hints.Rung> hints(String key) {
        List<Hints.Rung> taken = new ArrayList<>();
        Hints.Rung last = hints.get(key);
        for (Hints.Rung rung : Hints.Rung.values()) {
            if (last != null && rung.compareTo(last) <= 0) {
                taken.add(rung);
            }
        }
        return taken;
    }

    /** Takes the next hint for a box, if there is one. */
    public void hint(String key) {
        List<Hints.Rung> all = List.of(Hints.Rung.values());
        int next = hints(key).size();
        if (items.containsKey(key) && next < all.size()) {
            hints.put(key, all.get(next));
            current = key;
        }
    }

    /** Has a number seen done. */
    public void see(String key) {
        if (items.containsKey(key)) {
            hints.put(key, Hints.Rung.VALUE);
        }
    }

    /** Whether a number was asked and has no answer yet that counts as right. */
    boolean isOpen(Ref ref) {
        return items.values().stream()
                .filter(item -> item.question().ref().equals(ref))
                .anyMatch(item ->
                        !(verdict(item.key()) instanceof Verdict.Right
                                || verdict(item.key()) instanceof Verdict.Follows));
    }
}
