package org.chainrule.practice;

import java.util.List;
import org.chainrule.derivation.Reads;
import org.chainrule.derivation.Ref;
import org.chainrule.practice.Exercise.Item;

/** Help with one number, rung by rung: each says more than the one before. */
public final class Hints {
    private Hints() {}

    /** What a hint says. */
    public enum Rung {
        /** The rule in words. */
        RULE,
        /** The formula of all numbers of its kind. */
        GENERAL,
        /** This number's own formula. */
        OWN,
        /** The same with numbers. */
        NUMBERS,
        VALUE
    }

    /** What this number is worked out from, of what was asked and is not there yet. */
    public static List<Ref> missing(Attempt attempt, Item item) {
        return Reads.of(item.line().formula()).stream().filter(attempt::isOpen).toList();
    }
}
