package org.chainrule.document.table;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.chainrule.notation.Manner;
import org.chainrule.notation.Numbers;
import org.chainrule.notation.Parsed;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param index its place, from 0
 * @param name its header, or empty
 * @param first what stands in it first
 * @param words its different words in the order of their first appearance; empty for numbers
 * @param fault why it cannot be used, or null
 */
public record Column(
        int index, String name, String first, List<String> words, @Nullable TableFault fault) {
    public Column {
        words = List.copyOf(words);
    }

    /** The column at {@code index} of rows that are as wide. */
    static Column of(int index, String name, List<Table.Row> rows) {
        Set<String> words = new LinkedHashSet<>();
        TableFault fault = null;
        boolean data = false;
        for (Table.Row row : rows) {
            String cell = row.cell(index);
            data |= cell.isBlank() || Header.isData(cell);
            words.add(cell);
            if (fault == null && Numbers.read(cell, Manner.FILE) instanceof Parsed.Wrong wrong) {
                fault = TableFault.of(row.line(), index + 1, cell, wrong);
            }
        }
        String first = Parsed.brief(rows.getFirst().cell(index));
        return data || words.size() < 2
                ? new Column(index, name, first, List.of(), fault)
                : new Column(index, name, first, List.copyOf(words), null);
    }

    /** Whether every cell is a word. */
    public boolean hasWords() {
        return !words.isEmpty();
    }

    /** Whether every cell is a number. */
    public boolean hasNumbers() {
        return words.isEmpty() && fault == null;
    }

    /** How many targets it makes: one for each of its words. */
    public int targets() {
        return hasWords() ? words.size() : 1;
    }
}
