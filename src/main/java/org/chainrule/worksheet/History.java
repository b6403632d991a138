package org.chainrule.worksheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Ref;

/**
 * A worksheet with what it was before, and what was undone.
 *
 * @param opened the worksheet that the link opened
 * @param past the oldest first
 * @param future the next one to redo last
 */
public record History(
        Worksheet opened, List<Worksheet> past, Worksheet present, List<Worksheet> future) {
    private static final int MOST = 500;

    public History {
        past = List.copyOf(past);
        future = List.copyOf(future);
    }

    public static History of(Worksheet opened) {
        return new History(opened, List.of(), opened, List.of());
    }

    /** After {@code edit}. An edit that changes nothing leaves no step behind. */
    public History after(Edit edit) {
        Worksheet changed = edit.apply(present);
        return changed.equals(present)
                ? this
                : new History(opened, last(added(past, present)), changed, List.of());
    }

    /** After {@code edit} as a part of the step just taken, so that one undo takes back both. */
    public History continued(Edit edit) {
        return past.isEmpty()
                ? after(edit)
                : new History(opened, past, edit.apply(present), List.of());
    }

    public boolean canUndo() {
        return !past.isEmpty();
    }

    public boolean canRedo() {
        return !future.isEmpty();
    }

    /** The worksheet before the last edit, if that changed {@code parameter} and nothing else. */
    public Optional<Worksheet> beforeChangeOf(Quantity parameter) {
        if (past.isEmpty() || !parameter.existsIn(past.getLast().problem().network())) {
            return Optional.empty();
        }
        double value = present.typed(Ref.shown(parameter, 0));
        Worksheet changed = new Edit.SetNumber(parameter, 0, value).apply(past.getLast());
        return changed.equals(present) ? Optional.of(past.getLast()) : Optional.empty();
    }

    public History undo() {
        return canUndo()
                ? new History(
                        opened,
                        past.subList(0, past.size() - 1),
                        past.getLast(),
                        added(future, present))
                : this;
    }

    public History redo() {
        return canRedo()
                ? new History(
                        opened,
                        added(past, present),
                        future.getLast(),
                        future.subList(0, future.size() - 1))
                : this;
    }

    private static List<Worksheet> added(List<Worksheet> list, Worksheet worksheet) {
        List<Worksheet> longer = new ArrayList<>(list);
        longer.add(worksheet);
        return longer;
    }

    private static List<Worksheet> last(List<Worksheet> list) {
        return list.size() <= MOST ? list : list.subList(list.size() - MOST, list.size());
    }
}
