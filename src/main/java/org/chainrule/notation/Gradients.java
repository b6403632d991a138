package org.chainrule.notation;

/** How a gradient is written. */
public enum Gradients implements Option {
    /** ∂J/∂W. */
    PARTIAL("partial"),
    /** dW, dz. */
    SHORT("short"),
    /** ∂J/∂W, and an update in two: ΔW = −α ∂J/∂W, W + ΔW. */
    CHANGE("change");

    private final String key;

    Gradients(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
