package org.chainrule.worksheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Ref;
import org.chainrule.engine.Backprop;
import org.jspecify.annotations.Nullable;

/**
 * A worksheet with what it was before, and what was undone.
 *
 * @param opened the worksheet that the link opened
 * @param past the oldest first
 * @param future the next one to redo last
 */
public record History(Worksheet opened, List<Entry> past, Entry now, List<Entry> future) {
    private static final int MOST = 500;

    /** A worksheet and how it came to be. */
    public static final class Entry {
        private final Worksheet worksheet;
        private final Origin origin;
        private @Nullable Double loss;

        Entry(Worksheet worksheet, Origin origin) {
            this.worksheet = worksheet;
            this.origin = origin;
        }

        public Worksheet worksheet() {
            return worksheet;
        }

        public Origin origin() {
            return origin;
        }

        /** J in doubles, worked out once, when it is asked for. */
        public double loss() {
            Double known = loss;
            if (known == null) {
                known = Backprop.loss(worksheet.problem());
                loss = known;
            }
            return known;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Entry entry
                    && worksheet.equals(entry.worksheet)
                    && origin.equals(entry.origin);
        }

        @Override
        public int hashCode() {
            return Objects.hash(worksheet, origin);
        }
    }

    public History {
        past = List.copyOf(past);
        future = List.copyOf(future);
    }

    public static History of(Worksheet opened) {
        return new History(opened, List.of(), new Entry(opened, new Origin.Opened()), List.of());
    }

    public Worksheet present() {
        return now.worksheet();
    }

    /** All entries, from the oldest to the last one to redo. */
    List<Entry> inOrder() {
        return Stream.of(past.stream(), Stream.of(now), future.reversed().stream())
                .flatMap(entries -> entries)
                .toList();
    }

    /** The present entry, and then the others from the last one to redo on to the oldest. */
    public Stream<Entry> entries() {
        return Stream.of(Stream.of(now), future.stream(), past.reversed().stream())
                .flatMap(entries -> entries);
    }

    /** After {@code edit}. An edit that changes nothing leaves no step behind. */
    public History after(Edit edit) {
        Entry changed = entry(edit);
        return changed.worksheet().equals(present())
                ? this
                : new History(opened, last(added(past, now)), changed, List.of());
    }

    /** After {@code edit} as a part of the step just taken, so that one undo takes back both. */
    public History continued(Edit edit) {
        return past.isEmpty() ? after(edit) : new History(opened, past, entry(edit), List.of());
    }

    private Entry entry(Edit edit) {
        return new Entry(edit.apply(present()), Origin.of(edit));
    }

    public boolean canUndo() {
        return !past.isEmpty();
    }

    public boolean canRedo() {
        return !future.isEmpty();
    }

    /** The worksheet before the last edit, if that changed {@code parameter} and nothing else. */
    public Optional<Worksheet> beforeChangeOf(Quantity parameter) {
        if (past.isEmpty()) {
            return Optional.empty();
        }
        Worksheet before = past.getLast().worksheet();
        if (!parameter.existsIn(before.problem().network())) {
            return Optional.empty();
        }
        double value = present().typed(Ref.shown(parameter, 0));
        Worksheet changed = new Edit.SetNumber(parameter, 0, value).apply(before);
        return changed.equals(present()) ? Optional.of(before) : Optional.empty();
    }

    public History undo() {
        return canUndo()
                ? new History(
                        opened,
                        past.subList(0, past.size() - 1),
                        past.getLast(),
                        added(future, now))
                : this;
    }

    /** The history before the last step, which is forgotten. */
    public History before() {
        History undone = undo();
        return new History(opened, undone.past, undone.now, List.of());
    }

    public History redo() {
        return canRedo()
                ? new History(
                        opened,
                        added(past, now),
                        future.getLast(),
                        future.subList(0, future.size() - 1))
                : this;
    }

    private static List<Entry> added(List<Entry> list, Entry entry) {
        List<Entry> longer = new ArrayList<>(list);
        longer.add(entry);
        return longer;
    }

    private static List<Entry> last(List<Entry> list) {
        return list.size() <= MOST ? list : list.subList(list.size() - MOST, list.size());
    }
}
