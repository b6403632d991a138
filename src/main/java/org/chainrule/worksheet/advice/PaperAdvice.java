package org.chainrule.worksheet.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chainrule.derivation.ExactValues;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Rounding;
import org.chainrule.derivation.Values;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Problem;
import org.chainrule.worksheet.Edit;
import org.chainrule.worksheet.Worksheet;
import org.chainrule.worksheet.advice.Objection.Deed;
import org.chainrule.worksheet.advice.Objection.Reason;
import org.chainrule.worksheet.advice.Objection.Remedy;

/** Outputs that are written as 0 or 1 on paper, where a cross-entropy is infinite of them. */
final class PaperAdvice {
    private PaperAdvice() {}

    /**
     * The first such output, and what would help all of them: more decimals, or none.
     *
     * @param values of {@code worksheet}
     */
    static Optional<Objection> of(Worksheet worksheet, Values values) {
        Problem problem = worksheet.problem();
        Rounding paper = worksheet.paper();
        Layer last = problem.network().last();
        if (paper == null || !problem.loss().readsPreactivation(last.activation())) {
            return Optional.empty();
        }
        List<Ref> outputs = infinite(problem, last, values);
        if (outputs.isEmpty()) {
            return Optional.empty();
        }
        Ref first = outputs.getFirst();
        Objection infinite =
                Objection.of(
                        Reason.PAPER_INFINITE,
                        first.quantity().k(),
                        first.sample() + 1,
                        (int) values.value(first));
        return Optional.of(infinite.or(remedy(paper, decimals(problem, outputs, values))));
    }

    private static List<Ref> infinite(Problem problem, Layer last, Values values) {
        List<Ref> outputs = new ArrayList<>();
        for (int s = 0; s < problem.samples().size(); s++) {
            for (int k = 1; k <= last.size(); k++) {
                if (Double.isInfinite(values.value(Quantity.dz(last.name(), k), s))) {
                    outputs.add(new Ref(Quantity.z(last.name(), k), s));
                }
            }
        }
        return outputs;
    }

    /** So many that none of {@code outputs}, as they are exactly, is written as 0 or 1. */
    private static double decimals(Problem problem, List<Ref> outputs, Values values) {
        ExactValues exact = ExactValues.of(problem);
        return outputs.stream()
                .mapToDouble(z -> Math.abs(exact.value(z) - values.value(z)))
                .map(rest -> Math.ceil(-Math.log10(2 * rest)))
                .max()
                .orElseThrow();
    }

    private static Remedy remedy(Rounding paper, double decimals) {
        int more = (int) Math.max(paper.decimals() + 1, Math.min(decimals, Rounding.MOST + 1));
        return more > Rounding.MOST
                ? Remedy.of(Deed.EXACT, new Edit.SetArithmetic(null))
                : Remedy.of(Deed.DECIMALS, new Edit.SetArithmetic(paper.withDecimals(more)), more);
    }
}
