package org.chainrule.practice;

import java.util.HashMap;
import java.util.Map;
import org.chainrule.derivation.Derivation;
import org.chainrule.derivation.Expr;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Rounding;
import org.chainrule.derivation.Way;
import org.chainrule.engine.Problem;

/** The formulas of a worksheet's numbers, each made once. */
final class Lines {
    private final Problem problem;
    private final Map<Way, Map<Ref, Expr>> known;

    Lines(Problem problem) {
        this(problem, new HashMap<>());
    }

    private Lines(Problem problem, Map<Way, Map<Ref, Expr>> known) {
        this.problem = problem;
        this.known = known;
    }

    /** Those of the same network with other numbers, which no formula depends on. */
    Lines with(Problem other) {
        return new Lines(other, known);
    }

    Problem problem() {
        return problem;
    }

    /** The formula of a computed number. */
    Expr formula(Way way, Ref ref) {
        Map<Ref, Expr> of = known.computeIfAbsent(alike(way), _ -> new HashMap<>());
        Expr found = of.get(ref);
        if (found == null) {
            found = Derivation.formula(problem, ref, way);
            of.put(ref, found);
        }
        return found;
    }

    /** Decimals do not change a formula. */
    private static Way alike(Way way) {
        Rounding paper = way.paper();
        return paper == null
                ? way
                : new Way(way.form(), paper.withDecimals(0).withGradientDecimals(0));
    }

    /** The same number under the one address that it has here. */
    Ref canonical(Ref ref) {
        return Question.canonical(problem, ref);
    }
}
