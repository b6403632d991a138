package org.chainrule.worksheet;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.chainrule.derivation.ExactValues;
import org.chainrule.derivation.PaperTrace;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Rounding;
import org.chainrule.derivation.Values;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.engine.Problem;
import org.jspecify.annotations.Nullable;

/**
 * All that a student can change.
 *
 * @param title 120 characters at most
 * @param paper the rounding of arithmetic as on paper, or null for exact arithmetic
 */
public record Worksheet(String title, Problem problem, @Nullable Rounding paper) {
    public Worksheet with(Problem changed) {
        return new Worksheet(title, changed, paper);
    }

    public Worksheet with(@Nullable Rounding changed) {
        return new Worksheet(title, problem, changed);
    }

    /** This worksheet with the layer of this name changed. */
    public Worksheet with(String layer, UnaryOperator<Layer> change) {
        Network network = problem.network();
        int l = network.indexOf(layer);
        if (l < 0) {
            throw new IllegalArgumentException("no layer " + layer);
        }
        return with(problem.with(network.with(l, change.apply(network.layer(l)))));
    }

    /** This worksheet, or the exact one if it is too large to be worked as on paper. */
    public Worksheet exactIfLarge() {
        return paper == null || Limits.allowPaper(problem) ? this : with((Rounding) null);
    }

    /** Every number that follows from it, in its own arithmetic. */
    public Values values() {
        return paper == null ? ExactValues.of(problem) : PaperTrace.of(problem, paper);
    }

    /** A number that was typed: a parameter, an input, a target or the learning rate. */
    public double typed(Ref ref) {
        return Objects.requireNonNull(ExactValues.typed(problem, ref.quantity(), ref.sample()));
    }
}
