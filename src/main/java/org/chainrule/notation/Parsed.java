package org.chainrule.notation;

/** What a student's text says. */
public sealed interface Parsed {
    record Value(double value) implements Parsed {}

    /**
     * It is no number.
     *
     * @param near what it stumbled over, or empty
     */
    record Wrong(Reason reason, String near) implements Parsed {}

    /** Why a text is no number. */
    enum Reason {
        EMPTY,
        TOO_LONG,
        UNEXPECTED,
        UNFINISHED,
        AMBIGUOUS,
        DIVISION_BY_ZERO,
        TOO_LARGE
    }
}
