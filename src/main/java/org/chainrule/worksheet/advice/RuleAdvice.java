package org.chainrule.worksheet.advice;

import java.util.Optional;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Rounding;
import org.chainrule.derivation.Values;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Sample;
import org.chainrule.worksheet.Edit;
import org.chainrule.worksheet.Worksheet;
import org.chainrule.worksheet.advice.Objection.Deed;
import org.chainrule.worksheet.advice.Objection.Reason;
import org.chainrule.worksheet.advice.Objection.Remedy;

/**
 * Steps that stand at 0 by hand and not in binary: 0.1 + 0.2 − 0.3 is 2.8 · 10⁻¹⁷ there, and a step
 * takes that for positive.
 */
final class RuleAdvice {
    /** The spacing of doubles at 1. */
    private static final double EPSILON = Math.ulp(1.0);

    private RuleAdvice() {}

    /**
     * The first preactivation whose sign may be that of its rounding errors alone, where a step
     * asks for it: |p| ≤ n ε Σ |term| of its n terms, the bound of a sum's rounding errors (Higham,
     * Accuracy and Stability of Numerical Algorithms, § 4.2) with one for each product.
     */
    static Optional<Objection> of(Worksheet worksheet, Values values) {
        Problem problem = worksheet.problem();
        Layer last = problem.network().last();
        if (!last.activation().isRule() || last.isWeightless() || worksheet.paper() != null) {
            return Optional.empty();
        }
        for (int s = 0; s < problem.samples().size(); s++) {
            for (int k = 1; k <= last.size(); k++) {
                double p = values.value(Quantity.p(last.name(), k), s);
                if (p != 0 && Math.abs(p) <= error(last, k, problem.samples().get(s))) {
                    return Optional.of(
                            Objection.of(Reason.RULE_AT_ZERO, k, s + 1, new Objection.Tiny(p))
                                    .or(onPaper()));
                }
            }
        }
        return Optional.empty();
    }

    private static double error(Layer layer, int k, Sample sample) {
        double size = layer.biases() == null ? 0 : Math.abs(layer.biases().at(k - 1));
        for (int t = 0; t < layer.sources(); t++) {
            size += Math.abs(layer.weights().at(k - 1, t) * sample.x().at(t));
        }
        return (layer.sources() + 1) * EPSILON * size;
    }

    private static Remedy onPaper() {
        int decimals = Rounding.MOST;
        return Remedy.of(
                Deed.ON_PAPER, new Edit.SetArithmetic(new Rounding(decimals, decimals)), decimals);
    }
}
