package org.chainrule.notation;

/** What a text says that should be a number. */
public sealed interface Parsed {
    record Value(double value) implements Parsed {}

    /**
     * It is no number.
     *
     * @param near what it stumbled over, or empty; short
     */
    record Wrong(Reason reason, String near) implements Parsed {
        public Wrong {
            near = brief(near);
        }
    }

    /** The beginning of {@code text}, as much as a sentence repeats of it. */
    static String brief(String text) {
        int most = 40;
        return text.codePointCount(0, text.length()) > most
                ? text.substring(0, text.offsetByCodePoints(0, most)) + "…"
                : text;
    }

    /** Why a text is no number. */
    enum Reason {
        EMPTY,
        TOO_LONG,
        UNEXPECTED,
        UNFINISHED,
        /** Two decimal separators. */
        AMBIGUOUS,
        /** A blank between digits that does not set thousands apart. */
        BLANK,
        /** Something to work out where a plain number is wanted: a date, perhaps, or a range. */
        EXPRESSION,
        /** A power of ten where a plain number is wanted; {@code near} is how to write it. */
        POWER,
        /** Decimals where a whole number is wanted. */
        DECIMALS,
        DIVISION_BY_ZERO,
        TOO_LARGE
    }
}
