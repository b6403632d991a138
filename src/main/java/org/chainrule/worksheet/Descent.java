package org.chainrule.worksheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chainrule.engine.Problem;
import org.chainrule.engine.training.Position;
import org.chainrule.worksheet.History.Entry;

/**
 * How J went from update to update: the states that led to the present one, and those to redo.
 *
 * <p>An edit of a parameter, a sample or the network begins anew: J stands on another slope then,
 * and a line across would look as if an update had led there. A change that leaves J as it is goes
 * on, so that two learning rates can be seen in one curve. Who goes back to an update and takes
 * another from there sees the way that led to where he is; the other one is there again by undo.
 *
 * @param points the state before the first update, and that after each
 * @param at which of them the worksheet is at
 */
public record Descent(List<Entry> points, int at) {
    public Descent {
        points = List.copyOf(points);
    }

    /** Empty where the present state neither came by an update nor has one to redo. */
    public static Optional<Descent> of(History history) {
        Descent descent = new Way(history).walked();
        return Optional.of(descent).filter(walked -> walked.points.size() > 1);
    }

    /** The updates by hand up to {@code point}. */
    public long updates(int point) {
        return points.subList(1, point + 1).stream()
                .filter(entry -> entry.origin() instanceof Origin.Updated)
                .count();
    }

    /** The entries of a history that belong together. */
    private static final class Way {
        private final List<Entry> entries;
        private final int present;
        private final List<Entry> points = new ArrayList<>();

        /** The point where the walk is. */
        private int here;

        Way(History history) {
            entries = history.inOrder();
            present = history.past().size();
        }

        Descent walked() {
            int first = present;
            while (first > 0 && goesOn(first)) {
                first--;
            }
            points.add(entries.get(first));
            for (int i = first + 1; i <= present; i++) {
                take(entries.get(i));
            }
            int at = here;
            for (int i = present + 1; i < entries.size() && goesOn(i) && isAhead(i); i++) {
                take(entries.get(i));
            }
            return new Descent(points, at);
        }

        /** Whether entry {@code i} belongs with the one before it. */
        private boolean goesOn(int i) {
            Entry entry = entries.get(i);
            return switch (entry.origin()) {
                case Origin.Opened _ -> false;
                case Origin.Edited _ -> isOfOneLoss(entries.get(i - 1), entry);
                case Origin.Updated _, Origin.Trained _, Origin.Revisited _ -> true;
            };
        }

        private static boolean isOfOneLoss(Entry before, Entry after) {
            Problem problem = before.worksheet().problem();
            Problem changed = after.worksheet().problem();
            return problem.with(changed.optimizer()).with(changed.state()).equals(changed);
        }

        /** Whether entry {@code i} leads on from the last point, so that none is left for it. */
        private boolean isAhead(int i) {
            boolean last = here == points.size() - 1;
            return switch (entries.get(i).origin()) {
                case Origin.Opened _, Origin.Revisited _ -> false;
                case Origin.Edited _ -> true;
                case Origin.Updated _ -> last;
                case Origin.Trained trained -> last && !isLater(points.get(here), trained);
            };
        }

        private void take(Entry entry) {
            switch (entry.origin()) {
                case Origin.Opened _, Origin.Edited _ -> {}
                case Origin.Updated _ -> add(entry);
                case Origin.Trained trained -> {
                    while (here > 0 && isLater(points.get(here), trained)) {
                        here--;
                    }
                    add(entry);
                }
                case Origin.Revisited(var target) -> goTo(target);
            }
        }

        private void add(Entry entry) {
            here++;
            points.subList(here, points.size()).clear();
            points.add(entry);
        }

        /** To the very entry: updates may come back to an equal one. */
        @SuppressWarnings("ReferenceEquality")
        private void goTo(Entry target) {
            here = 0;
            while (here < points.size() && points.get(here) != target) {
                here++;
            }
            if (here == points.size()) {
                points.clear();
                points.add(target);
                here = 0;
            }
        }

        /** Whether {@code entry} is of the same run as {@code trained}, and not before it. */
        private static boolean isLater(Entry entry, Origin.Trained trained) {
            return entry.origin() instanceof Origin.Trained(int run, Position at)
                    && run == trained.run()
                    && (at.epoch() > trained.at().epoch()
                            || (at.epoch() == trained.at().epoch()
                                    && at.update() >= trained.at().update()));
        }
    }
}
