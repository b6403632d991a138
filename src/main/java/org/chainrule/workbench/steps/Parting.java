package org.chainrule.workbench.steps;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.chainrule.derivation.ExactValues;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Reads;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Values;
import org.chainrule.solution.Solution;
import org.chainrule.workbench.kit.Shown;

/** Where arithmetic as on paper and exact arithmetic part. */
final class Parting {
    private Parting() {}

    /**
     * The first number, in the order of computing, that {@code quantity} rests on and that paper
     * writes differently; none where {@code quantity} itself comes out the same.
     */
    static Optional<Ref> of(Shown shown, Quantity quantity, Values paper) {
        if (!differs(shown.exact(), paper, shown.ref(quantity))) {
            return Optional.empty();
        }
        Set<Ref> seen = new LinkedHashSet<>();
        return find(shown, shown.ref(quantity), paper, seen);
    }

    private static Optional<Ref> find(Shown shown, Ref ref, Values paper, Set<Ref> seen) {
        if (ref.quantity().isGiven() || !seen.add(ref) || seen.size() > 2_000) {
            return Optional.empty();
        }
        for (Ref read : Reads.of(Solution.line(shown.display(), ref).formula())) {
            Optional<Ref> earlier = find(shown, read, paper, seen);
            if (earlier.isPresent()) {
                return earlier;
            }
        }
        return differs(shown.exact(), paper, ref) ? Optional.of(ref) : Optional.empty();
    }

    private static boolean differs(ExactValues exact, Values paper, Ref ref) {
        double a = exact.value(ref);
        return Math.abs(a - paper.value(ref)) > 1e-12 * Math.max(1, Math.abs(a));
    }
}
