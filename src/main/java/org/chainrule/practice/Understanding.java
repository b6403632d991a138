package org.chainrule.practice;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chainrule.derivation.Decimal;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Ref;
import org.chainrule.notation.Entry;

/** Which slips give a wrong number, and which of them are named. */
final class Understanding {
    private final Ways ways;
    private final Candidates candidates;

    /** What the slips are that give a number. */
    record Understood(List<Verdict.Found> slips, boolean named) {}

    Understanding(Ways ways, Map<Ref, Entry> answers) {
        this.ways = ways;
        Map<Ref, Double> numbers = new HashMap<>();
        answers.forEach((ref, typed) -> numbers.put(ref, typed.value().doubleValue()));
        candidates = new Candidates(ways, numbers);
    }

    Understood of(Ref ref, Entry typed) {
        Kind kind = ref.quantity().kind();
        double right = ways.own(ref);
        BigDecimal value = Decimal.of(right).finite();
        if (value == null) {
            return new Understood(List.of(), false);
        }
        int asked = ways.digits().compared(typed, kind, value);
        List<Candidate> all = candidates.of(ref, new Writing(ways.digits(), asked));
        return among(all, ways.digits(), kind, typed, asked, right);
    }

    /** Those of {@code all} that give {@code typed}, which is compared to {@code asked}. */
    static Understood among(
            List<Candidate> all, Digits digits, Kind kind, Entry typed, int asked, double right) {
        List<Candidate> matching =
                all.stream().filter(each -> digits.agree(typed, kind, each.value())).toList();
        if (matching.isEmpty()) {
            return new Understood(List.of(), false);
        }
        boolean named = new Naming(all, asked, right).isNamed(typed.value().doubleValue());
        int place = digits.compared(typed, kind, typed.value());
        return new Understood(Naming.entries(matching, place), named);
    }
}
