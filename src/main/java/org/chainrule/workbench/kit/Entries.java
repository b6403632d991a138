package org.chainrule.workbench.kit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.chainrule.derivation.Ref;
import org.chainrule.notation.Manner;
import org.chainrule.notation.Numbers;
import org.chainrule.notation.Parsed;
import org.chainrule.worksheet.advice.Objection;
import org.chainrule.worksheet.advice.Objection.Reason;

/** Entries that were refused, which stay where they were made. */
final class Entries {
    private final Map<Ref, Refused> numbers = new LinkedHashMap<>();
    private final Map<String, Refused> others = new LinkedHashMap<>();

    Map<Ref, Refused> numbers() {
        return numbers;
    }

    /** By the place where they were made. */
    Map<String, Refused> others() {
        return others;
    }

    /** The numbers among what was typed or pasted; the rest stays. */
    Map<Ref, Double> read(Map<Ref, String> typed, Manner manner) {
        Map<Ref, Double> read = new LinkedHashMap<>();
        typed.forEach((ref, text) -> {
            switch (Numbers.read(text, manner)) {
                case Parsed.Value(var value) -> {
                    read.put(ref, value);
                    numbers.remove(ref);
                }
                case Parsed.Wrong wrong ->
                        numbers.put(ref, new Refused(text, Objection.of(Reason.NUMBER, wrong)));
            }
        });
        return read;
    }

    /**
     * What stays once something was done at {@code place}: all else that was entered; what buttons
     * could not do is past.
     */
    Map<String, Refused> besides(String place) {
        Map<String, Refused> rest = new LinkedHashMap<>(others);
        rest.remove(place);
        rest.values().removeIf(entry -> entry.entered() == null);
        return rest;
    }

    void clear() {
        numbers.clear();
        others.clear();
    }
}
