package org.chainrule.derivation;

import org.chainrule.engine.Layer;
import org.jspecify.annotations.Nullable;

/**
 * The way from the loss back to the parameters: what has a line of its own, and what is put into
 * the next.
 *
 * @param paper how it is worked as on paper, or null in exact arithmetic
 */
public record Way(Form form, @Nullable Rounding paper) {

    /** Whether ∂J/∂p has lines of its own, which later ones read. */
    public boolean hasDeltas() {
        return form == Form.DELTAS || writesDeltas();
    }

    /** Whether ∂J/∂z has: not where δ is worked out at once. */
    public boolean hasErrors() {
        return form == Form.SLOPES || (paper != null && !writesDeltas());
    }

    /** Whether the slope of {@code layer}'s neurons has: not where it is z (1 − z). */
    public boolean hasSlopes(Layer layer) {
        return layer.activation().hasSlope() && !readsActivation(layer);
    }

    /** Whether the slope of {@code layer}'s neurons is taken from their written z. */
    boolean readsActivation(Layer layer) {
        return paper != null
                && paper.slope() == Rounding.Slope.Z
                && Slopes.isOfActivation(layer.activation());
    }

    /** Which error gradient of a neuron is the one to show, where there is room for one. */
    public Quantity.Kind error() {
        return !hasErrors() || writesDeltas() ? Quantity.Kind.DP : Quantity.Kind.DZ;
    }

    private boolean writesDeltas() {
        return paper != null && paper.writes() == Rounding.Writes.DELTA;
    }
}
