package org.chainrule.practice;

import org.chainrule.derivation.Expr;
import org.chainrule.derivation.Reads;

/** How much there is to work out in a formula. */
final class Terms {
    private Terms() {}

    /** The nodes of {@code formula}. */
    static int in(Expr formula) {
        return 1 + Reads.parts(formula).stream().mapToInt(Terms::in).sum();
    }
}
