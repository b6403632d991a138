package org.chainrule.notation;

/** Whether the gradient of the preactivation, or minus it, has a letter of its own. */
public enum Deltas implements Option {
    /** ∂J/∂p. */
    NONE("none"),
    /** δ. */
    DELTA("delta"),
    /** δ for minus it: t − o times the slope, so that ΔW = +η δ x. */
    MINUS("minus");

    private final String key;

    Deltas(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
