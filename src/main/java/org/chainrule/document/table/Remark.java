package org.chainrule.document.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Something that was left out, guessed or shifted when a table was read, to be told in a sentence.
 *
 * @param values what the sentence names, in the order of its words
 */
public record Remark(Kind kind, List<Object> values) {
    /** What the sentence says; a key of {@code words.properties}. */
    public enum Kind {
        /** The row that was taken for names. */
        HEADER,
        /** Columns found their places by their names. */
        NAMES,
        /** The names contradict the places, and were not followed. */
        NAMES_IGNORED,
        /** Columns that were left out. */
        COLUMNS_LEFT,
        /** Empty columns after the last. */
        COLUMNS_EMPTY,
        /** A first column that numbers the rows. */
        INDEX,
        COMMENTS,
        BLANK_ROWS,
        /** Cells were told apart by blanks. */
        BLANKS,
        DECIMAL_COMMA,
        THOUSANDS
    }

    public Remark {
        values = List.copyOf(values);
    }

    static Remark of(Kind kind, Object... values) {
        return new Remark(kind, Arrays.asList(values));
    }

    /** The sentence in English or German. */
    public String in(Locale locale) {
        return Words.of(locale, "remark." + kind, values);
    }
}
