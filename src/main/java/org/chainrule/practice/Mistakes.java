package org.chainrule.practice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chainrule.derivation.Decimal;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Ref;
import org.chainrule.notation.Entry;

/** The wrong numbers that slips give, of which a marker would name one, the likeliest first. */
final class Mistakes {
    /** Numbers that are looked at to find those that are told. */
    private static final int TRIED = 40;

    private final Ways ways;
    private final Candidates candidates;
    private final long nodes;

    /**
     * @param nodes what may be done for each number
     */
    Mistakes(Ways ways, long nodes) {
        this.ways = ways;
        this.nodes = nodes;
        candidates = new Candidates(ways, Map.of());
    }

    /**
     * @param accepted what is right; what lies within it is no mistake
     */
    List<AnswerKey.Slipped> of(Ref ref, List<AnswerKey.Written> accepted) {
        Sought sought = new Sought(ref, accepted);
        BigDecimal own = accepted.getFirst().value();
        for (BigDecimal value : sought.likeliest(sought.at(Entry.of(own)))) {
            if (sought.told.size() < AnswerKey.MOST_SLIPS) {
                sought.tell(value);
            }
        }
        return sought.told;
    }

    /** Of one number. */
    private final class Sought {
        private final Ref ref;
        private final Kind kind;
        private final List<AnswerKey.Written> taken;
        private final double right;
        private final Map<Integer, List<Candidate>> known = new HashMap<>();
        private final List<AnswerKey.Slipped> told = new ArrayList<>();

        Sought(Ref ref, List<AnswerKey.Written> accepted) {
            this.ref = ref;
            kind = ref.quantity().kind();
            taken = new ArrayList<>(accepted);
            right = ways.own(ref);
        }

        /** The place to which {@code typed} is compared. */
        int at(Entry typed) {
            BigDecimal value = Decimal.of(right).finite();
            return ways.digits().compared(typed, kind, value == null ? BigDecimal.ZERO : value);
        }

        private List<Candidate> candidates(int place) {
            return known.computeIfAbsent(
                    place, at -> candidates.anew(ref, new Writing(ways.digits(), at), nodes));
        }

        /** The numbers that slips give, to the digits asked. */
        List<BigDecimal> likeliest(int place) {
            return candidates(place).stream()
                    .filter(candidate -> Double.isFinite(candidate.value()))
                    .sorted(
                            Comparator.comparingDouble(Candidate::weight)
                                    .reversed()
                                    .thenComparingDouble(Candidate::value))
                    .map(candidate -> rounded(candidate.value()))
                    .distinct()
                    .limit(TRIED)
                    .toList();
        }

        private BigDecimal rounded(double value) {
            return ways.digits()
                    .rounded(kind, new BigDecimal(Double.toString(value)), RoundingMode.HALF_UP);
        }

        /** Tells a number, if it is a mistake and a marker would name it. */
        void tell(BigDecimal value) {
            Entry typed = Entry.of(value);
            if (taken.stream().anyMatch(each -> each.covers(value)) || ways.isRight(ref, typed)) {
                return;
            }
            int place = at(typed);
            Understanding.Understood understood =
                    Understanding.among(
                            candidates(place), ways.digits(), kind, typed, place, right);
            if (understood.named() && !understood.slips().isEmpty()) {
                AnswerKey.Written number = ways.digits().written(kind, value);
                taken.add(number);
                List<Verdict.Found> slips = understood.slips();
                told.add(
                        new AnswerKey.Slipped(
                                number,
                                slips.subList(0, Math.min(slips.size(), Marker.MOST_SLIPS))));
            }
        }
    }
}
