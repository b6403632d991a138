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
 * @param values what the sentence names, in the order of its words
 */
public record TableFault(int line, int column, Reason reason, List<Object> values) {
    /** What the sentence says; a key of {@code words.properties}. */
    public enum Reason {
        EMPTY,
        MANY,
        /** Too few or too many values in a row. */
        CELLS,
        UNEVEN,
        WIDE,
        NO_INPUTS,
        NO_TARGETS,
        INPUTS,
        TARGETS,
        NUMBER_EMPTY,
        NUMBER_TOO_LONG,
        NUMBER_UNEXPECTED,
        NUMBER_UNFINISHED,
        NUMBER_AMBIGUOUS,
        NUMBER_BLANK,
        NUMBER_EXPRESSION,
        NUMBER_POWER,
        NUMBER_DECIMALS,
        NUMBER_DIVISION_BY_ZERO,
        NUMBER_TOO_LARGE
    }

    private static final int LONGEST = 40;

    public TableFault {
        values = List.copyOf(values);
    }

    static TableFault of(int line, int column, Reason reason, Object... values) {
        return new TableFault(line, column, reason, Arrays.asList(values));
    }

    /** A cell that is no number; the sentence names what stands in it. */
    static TableFault of(int line, int column, String cell, Parsed.Wrong wrong) {
        Reason reason =
                switch (wrong.reason()) {
                    case EMPTY -> Reason.NUMBER_EMPTY;
                    case TOO_LONG -> Reason.NUMBER_TOO_LONG;
                    case UNEXPECTED -> Reason.NUMBER_UNEXPECTED;
                    case UNFINISHED -> Reason.NUMBER_UNFINISHED;
                    case AMBIGUOUS -> Reason.NUMBER_AMBIGUOUS;
                    case BLANK -> Reason.NUMBER_BLANK;
                    case EXPRESSION -> Reason.NUMBER_EXPRESSION;
                    case POWER -> Reason.NUMBER_POWER;
                    case DECIMALS -> Reason.NUMBER_DECIMALS;
                    case DIVISION_BY_ZERO -> Reason.NUMBER_DIVISION_BY_ZERO;
                    case TOO_LARGE -> Reason.NUMBER_TOO_LARGE;
                };
        String shown = reason == Reason.NUMBER_POWER ? wrong.near() : shortened(cell);
        return of(line, column, reason, shown);
    }

    /** What a sentence repeats of a cell. */
    static String shortened(String cell) {
        return cell.codePointCount(0, cell.length()) > LONGEST
                ? cell.substring(0, cell.offsetByCodePoints(0, LONGEST)) + "…"
                : cell;
    }

    /** Place and reason, in English or German. */
    public String in(Locale locale) {
        String why = Words.of(locale, reason.name(), values);
        String row = Integer.toString(line);
        return column == 0
                ? Words.of(locale, "line", List.of(row, why))
                : Words.of(locale, "cell", List.of(row, Integer.toString(column), why));
    }
}
