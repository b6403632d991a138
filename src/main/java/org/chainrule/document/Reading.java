package org.chainrule.document;

import java.util.List;
import java.util.Locale;
import org.chainrule.worksheet.Worksheet;

/** What became of reading a document or a link. */
public sealed interface Reading {
    record Good(Worksheet worksheet) implements Reading {}

    /**
     * It was refused, with the places that are wrong.
     *
     * @param refusals the first {@value Places#MOST} at most
     * @param more how many places are wrong besides
     */
    record Refused(List<Refusal> refusals, int more) implements Reading {
        public Refused {
            refusals = List.copyOf(refusals);
        }

        public static Refused of(Places<Refusal> places) {
            return new Refused(places.kept(), places.more());
        }

        /** Of {@code refusals} as many as are named, the others counted. */
        public static Refused of(List<Refusal> refusals) {
            int named = Math.min(refusals.size(), Places.MOST);
            return new Refused(refusals.subList(0, named), refusals.size() - named);
        }
    }

    /**
     * One place that is wrong.
     *
     * @param at the path in the document, such as {@code layers/1/weights/0}, or a part of a link;
     *     of a long one, its beginning and its end
     */
    record Refusal(String at, Fault fault) {
        private static final int LONGEST = 120;
        private static final int END = 24;

        public Refusal {
            if (at.length() > LONGEST) {
                at = at.substring(0, LONGEST - END - 1) + "…" + at.substring(at.length() - END);
            }
        }

        /** In English, as the interface has it. */
        public String reason() {
            return fault.in(Locale.ENGLISH);
        }

        @Override
        public String toString() {
            return in(Locale.ENGLISH);
        }

        /** The place and the reason, in English or German. */
        public String in(Locale locale) {
            String reason = fault.in(locale);
            return at.isEmpty() ? reason : at + ": " + reason;
        }
    }

    static Refused refused(String at, Fault fault) {
        return new Refused(List.of(new Refusal(at, fault)), 0);
    }
}
