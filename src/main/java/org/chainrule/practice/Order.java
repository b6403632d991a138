package org.chainrule.practice;

import java.util.Comparator;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Ref;
import org.chainrule.engine.Problem;

/**
 * The order of the calculation: a sample forward, its errors back, its gradients, then the batch
 * and the update.
 */
record Order(Problem problem) implements Comparator<Ref> {

    @Override
    public int compare(Ref a, Ref b) {
        return Comparator.comparingInt(this::sample)
                .thenComparingInt(ref -> stage(ref.quantity()))
                .thenComparingInt(ref -> layer(ref.quantity()))
                .thenComparingInt(ref -> within(ref.quantity()))
                .thenComparingInt(ref -> ref.quantity().k())
                .thenComparingInt(ref -> ref.quantity().t())
                .compare(a, b);
    }

    private int sample(Ref ref) {
        boolean ofOne = ref.isBatch() && !problem.isReduced();
        return ofOne ? 0 : ref.isBatch() ? problem.samples().size() : ref.sample();
    }

    private static int stage(Quantity q) {
        return switch (q.kind()) {
            case X, Y, W, B, U, M, V, LR, P, Z -> 0;
            case J -> 1;
            case DZ, S, DP -> 2;
            case DW, DB -> 3;
            case DX -> 4;
            case NU, NM, NV -> 5;
            case MH, VH -> 6;
            case NW, NB -> 7;
        };
    }

    private int layer(Quantity q) {
        int l = problem.network().indexOf(q.layer());
        return switch (q.kind()) {
            case X, Y, W, B, LR, P, Z, J, NW, NB, U, M, V, NU, NM, NV, MH, VH -> l;
            case DZ, S, DP, DW, DB, DX -> -l;
        };
    }

    private static int within(Quantity q) {
        return switch (q.kind()) {
            case X, Y, W, LR, P, J, DZ, DW, DX, NW -> 0;
            case U, M, NU, NM, MH -> q.t() > 0 ? 0 : 1;
            case V, NV, VH -> q.t() > 0 ? 2 : 3;
            case B, Z, S, DB, NB -> 1;
            case DP -> 2;
        };
    }
}
