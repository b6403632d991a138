package org.chainrule.practice;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.derivation.Expr;
import org.chainrule.derivation.Rewrite;
import org.jspecify.annotations.Nullable;

/** A formula with one of its nodes changed, or all alike. */
final class Occurrences {
    private static final int ALL = -1;

    private final Line.Turn turn;
    private final int wanted;
    private int met;
    private Detail detail = Detail.NONE;

    /** A changed formula. */
    record Changed(Expr expr, Detail detail) {
        static Changed of(Expr expr) {
            return new Changed(expr, Detail.NONE);
        }
    }

    private Occurrences(Line.Turn turn, int wanted) {
        this.turn = turn;
        this.wanted = wanted;
    }

    /**
     * @param most how many nodes are changed one by one; beyond, all at once only
     */
    static List<Changed> of(Expr formula, Line.Turn turn, int most) {
        Occurrences all = new Occurrences(turn, ALL);
        Expr everywhere = all.change(formula);
        List<Changed> found = new ArrayList<>();
        if (all.met > 1) {
            found.add(new Changed(everywhere, all.detail.inAll()));
        }
        for (int i = 0; i < Math.min(all.met, most); i++) {
            Occurrences one = new Occurrences(turn, i);
            Expr changed = one.change(formula);
            found.add(new Changed(changed, one.detail));
        }
        return found;
    }

    private Expr change(Expr node) {
        @Nullable Changed changed = turn.of(node);
        if (changed != null) {
            boolean meant = wanted == ALL || wanted == met;
            met++;
            if (meant) {
                detail = changed.detail();
            }
            return meant ? changed.expr() : node;
        }
        boolean atomic = node instanceof Expr.Activated activated && activated.isNumber();
        return atomic ? node : Rewrite.parts(node, this::change);
    }
}
