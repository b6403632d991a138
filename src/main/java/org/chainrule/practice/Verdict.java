package org.chainrule.practice;

import java.math.BigDecimal;
import java.util.List;
import org.chainrule.derivation.Ref;

/** What an answer is found to be. */
public sealed interface Verdict {

    /** Right, in some way of carrying. */
    record Right() implements Verdict {}

    /**
     * Right with the student's own earlier answers.
     *
     * @param from those of them that the number was worked out from
     */
    record Follows(List<Ref> from) implements Verdict {
        public Follows {
            from = List.copyOf(from);
        }
    }

    /** Carried with too few decimals, and right but for that. */
    record Rounded() implements Verdict {}

    /**
     * What a slip gives.
     *
     * @param slips the likeliest first, {@value Marker#MOST_SLIPS} at most
     */
    record Slipped(List<Found> slips) implements Verdict {
        public Slipped {
            slips = List.copyOf(slips);
        }
    }

    /**
     * Not right, and none knows why.
     *
     * @param possible how many slips would give it, each of which may be chance
     */
    record Wrong(int possible) implements Verdict {}

    /** No number. */
    record Unread() implements Verdict {}

    record Unanswered() implements Verdict {}

    /**
     * A slip that gives the number.
     *
     * @param also other slips that give the same on the same line
     * @param rebuilt the number that it gives, as far as it is compared
     * @param line the number in whose line it sits
     */
    record Found(Slip slip, List<Slip> also, BigDecimal rebuilt, Ref line, Detail detail) {
        public Found {
            also = List.copyOf(also);
        }
    }

    /** Its word in the interface. */
    default String key() {
        return switch (this) {
            case Right _ -> "right";
            case Follows _ -> "follows";
            case Rounded _ -> "rounded";
            case Slipped _ -> "slip";
            case Wrong _ -> "wrong";
            case Unread _ -> "unread";
            case Unanswered _ -> "unanswered";
        };
    }
}
