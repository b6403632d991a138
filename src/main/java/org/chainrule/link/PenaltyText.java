package org.chainrule.link;

import java.util.Set;
import org.chainrule.document.Fault.Reason;
import org.chainrule.engine.Penalty;
import org.chainrule.notation.Numbers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The penalty as a part of a link: {@code 0.1:half:weights}, {@code 0.1:half-mean:all}. */
final class PenaltyText {
    static final String KEY = "penalty";

    private static final String WEIGHTS = "weights";
    private static final String ALL = "all";

    private PenaltyText() {}

    static @Nullable String write(Penalty penalty) {
        return penalty.equals(Penalty.NONE)
                ? null
                : String.join(
                        ":",
                        Numbers.canonical(penalty.lambda()),
                        penalty.scale().key(),
                        penalty.biases() ? ALL : WEIGHTS);
    }

    static void read(LinkReader link, String text) {
        String[] fields = text.split(":", -1);
        if (fields.length != 3 || !Set.of(WEIGHTS, ALL).contains(fields[2])) {
            link.refuse(KEY, Reason.PENALTY);
            return;
        }
        ObjectNode penalty = link.document().putObject("penalty");
        link.number(KEY, fields[0], penalty, "lambda");
        penalty.put("scale", fields[1]);
        penalty.put("biases", fields[2].equals(ALL));
    }
}
