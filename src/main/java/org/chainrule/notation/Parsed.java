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
        private static final int LONGEST = 40;

        public Wrong {
            near =
                    near.codePointCount(0, near.length()) > LONGEST
                            ? near.substring(0, near.offsetByCodePoints(0, LONGEST)) + "…"
                            : near;
        }
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
