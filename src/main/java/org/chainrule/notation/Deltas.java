package org.chainrule.notation;

/** Whether the gradient of the preactivation has a letter of its own. */
public enum Deltas implements Option {
    /** ∂J/∂p. */
    NONE("none"),
    /** δ. */
    DELTA("delta");

    private final String key;

    Deltas(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
