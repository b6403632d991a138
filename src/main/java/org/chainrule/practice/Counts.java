package org.chainrule.practice;

import java.util.List;

/** What became of some numbers that were asked. */
public record Counts(int right, int follows, int wrong, int open) {

    /** Of these of an attempt's. */
    public static Counts of(Attempt attempt, List<Exercise.Item> items) {
        int right = 0;
        int follows = 0;
        int open = 0;
        for (Exercise.Item item : items) {
            switch (attempt.verdict(item.key())) {
                case Verdict.Right _ -> right++;
                case Verdict.Follows _ -> follows++;
                case Verdict.Unanswered _ -> open++;
                case Verdict.Rounded _, Verdict.Slipped _, Verdict.Wrong _, Verdict.Unread _ -> {}
            }
        }
        return new Counts(right, follows, items.size() - right - follows - open, open);
    }

    public int all() {
        return right + follows + wrong + open;
    }

    /** In the order of its parts. */
    public List<Integer> inOrder() {
        return List.of(right, follows, wrong, open);
    }
}
