package org.chainrule.solution;

import org.chainrule.derivation.Quantity;
import org.chainrule.engine.Problem;
import org.chainrule.worksheet.Asked;
import org.chainrule.worksheet.Step;

/**
 * Which numbers stay where some are asked: what is typed, and what is worked out before the first
 * of them.
 */
public record Asking(Problem problem, Asked asked) {
    private static final int KINDS = 4;

    public boolean gives(Quantity quantity) {
        Step step = Step.of(problem, quantity);
        Quantity single = asked.single();
        return quantity.isGiven()
                || step.compareTo(asked.first()) < 0
                || (single != null
                        && step == asked.first()
                        && !quantity.equals(single)
                        && rank(quantity) <= rank(single));
    }

    /**
     * How far on in its step a number is worked out: those of equal rank do not read each other.
     */
    private int rank(Quantity quantity) {
        int depth = problem.network().depth();
        int l = problem.network().indexOf(quantity.layer());
        return switch (quantity.kind()) {
            case X, Y, W, B, LR, DW, DB, U, M, V, NU, NM, NV -> 0;
            case MH, VH -> 1;
            case NW, NB -> 2;
            case P -> KINDS * l;
            case Z -> KINDS * l + 1;
            case S -> KINDS * (depth - l);
            case DZ -> KINDS * (depth - l) + 1;
            case DP -> KINDS * (depth - l) + 2;
            case J, DX -> KINDS * (depth + 1);
        };
    }
}
