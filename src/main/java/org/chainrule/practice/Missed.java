package org.chainrule.practice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.chainrule.practice.Exercise.Item;
import org.chainrule.worksheet.Step;

/** What a student has not worked out alone, to be worked again, mixed. */
public final class Missed {
    private Missed() {}

    /** Some of them: of different steps as far as there are, in an order that {@code seed} has. */
    public static List<Item> of(Attempt attempt, int most, long seed) {
        List<Item> all = new ArrayList<>(attempt.items());
        all.removeIf(item -> !isMissed(attempt, item));
        Random random = new Random(seed);
        Collections.shuffle(all, random);
        Set<Step> steps = new HashSet<>();
        List<Item> first = new ArrayList<>();
        List<Item> others = new ArrayList<>();
        all.forEach(item -> (steps.add(item.step()) ? first : others).add(item));
        first.addAll(others);
        List<Item> chosen = new ArrayList<>(first.subList(0, Math.min(most, first.size())));
        Collections.shuffle(chosen, random);
        return chosen;
    }

    /** Whether a number was answered wrongly, or seen done. */
    private static boolean isMissed(Attempt attempt, Item item) {
        return attempt.hints(item.key()).contains(Hints.Rung.VALUE)
                || attempt.wrong(item.key()) > 0
                || switch (attempt.verdict(item.key())) {
                    case Verdict.Rounded _, Verdict.Slipped _, Verdict.Wrong _, Verdict.Unread _ ->
                            true;
                    case Verdict.Right _, Verdict.Follows _, Verdict.Unanswered _ -> false;
                };
    }
}
