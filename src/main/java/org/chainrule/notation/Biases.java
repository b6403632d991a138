package org.chainrule.notation;

/** How a bias is written. */
public enum Biases implements Option {
    /** b. */
    B("b"),
    /** As the weight w₀ of a source x₀ that is always 1. */
    WEIGHT("w0"),
    /** As a threshold θ = −b, which is subtracted. */
    THRESHOLD("theta");

    private final String key;

    Biases(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
