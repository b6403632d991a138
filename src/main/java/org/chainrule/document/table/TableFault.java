package org.chainrule.document.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.chainrule.notation.Parsed;

/**
 * A place of a table that is wrong.
 *
 * @param line from 1
 * @param column the cell in its line, from 1; 0 for the whole line
 * @param key what the sentence says; of {@code words.properties}
 * @param values what the sentence names, in the order of its words
 */
public record TableFault(int line, int column, String key, List<Object> values) {
    /** What is wrong, but for cells that are no numbers. */
    enum Reason {
        EMPTY,
        MANY,
        /** Too few or too many values in a row. */
        CELLS,
        UNEVEN,
        WIDE,
        NO_INPUTS,
        NO_TARGETS,
        INPUTS,
        TARGETS
    }

    public TableFault {
        values = List.copyOf(values);
    }

    static TableFault of(int line, int column, Reason reason, Object... values) {
        return new TableFault(line, column, reason.name(), Arrays.asList(values));
    }

    /** A cell that is no number; the sentence names what stands in it. */
    static TableFault of(int line, int column, String cell, Parsed.Wrong wrong) {
        String shown = wrong.reason() == Parsed.Reason.POWER ? wrong.near() : Parsed.brief(cell);
        return new TableFault(line, column, "NUMBER_" + wrong.reason(), List.of(shown));
    }

    /** Place and reason, in English or German. */
    public String in(Locale locale) {
        String why = Words.of(locale, key, values);
        String row = Integer.toString(line);
        return column == 0
                ? Words.of(locale, "line", List.of(row, why))
                : Words.of(locale, "cell", List.of(row, Integer.toString(column), why));
    }
}
