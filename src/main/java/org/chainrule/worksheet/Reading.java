package org.chainrule.worksheet;

import java.util.List;

/** What became of reading a document or a link. */
public sealed interface Reading {
    record Good(Worksheet worksheet) implements Reading {}

    /** It was refused, with every place that is wrong. */
    record Refused(List<Refusal> refusals) implements Reading {
        public Refused {
            refusals = List.copyOf(refusals);
        }
    }

    /**
     * One place that is wrong.
     *
     * @param at the path in the document, such as {@code layers/1/weights/0}, or a part of a link
     */
    record Refusal(String at, String reason) {
        @Override
        public String toString() {
            return at.isEmpty() ? reason : at + ": " + reason;
        }
    }

    static Refused refused(String at, String reason) {
        return new Refused(List.of(new Refusal(at, reason)));
    }
}
