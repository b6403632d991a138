package org.chainrule.solution;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.derivation.Expr;
import org.chainrule.derivation.Rewrite;

/** Long sums are written as their first terms, the rest together, and the last. */
final class Folding {
    /** Longer sums are folded. */
    private static final int MOST_TERMS = 8;

    private static final int FIRST_TERMS = 4;

    /** The same where each term is another sample's. */
    private static final int MOST_SAMPLES = 6;

    private static final int FIRST_SAMPLES = 2;

    private Folding() {}

    static Expr of(Expr expr) {
        return switch (expr) {
            case Expr.Sum(var terms) -> sum(terms.stream().map(Folding::of).toList());
            case Expr.Share share -> of(share.shown());
            // What only evaluates is not written.
            case Expr.Careful(var shown, var evaluated) ->
                    new Expr.Careful(of(shown), of(evaluated));
            default -> Rewrite.parts(expr, Folding::of);
        };
    }

    private static Expr sum(List<Expr> terms) {
        boolean samples = isReduction(terms.getFirst());
        int first = samples ? FIRST_SAMPLES : FIRST_TERMS;
        if (terms.size() <= (samples ? MOST_SAMPLES : MOST_TERMS)) {
            return new Expr.Sum(terms);
        }
        List<Expr> folded = new ArrayList<>(terms.subList(0, first));
        folded.add(new Expr.Folded(terms.subList(first, terms.size() - 1)));
        folded.add(terms.getLast());
        return new Expr.Sum(folded);
    }

    /** Whether {@code term} is a sample's share in a number of the batch. */
    private static boolean isReduction(Expr term) {
        return term instanceof Expr.Leaf(var ref) && !ref.isBatch() && !ref.quantity().isOfSample();
    }
}
