package org.chainrule.engine;

/** The number that some activations have of their own, beside p. */
public enum Shape {
    NONE("", 0),
    /** The slope of a leaky ReLU where p ≤ 0; PyTorch's default. */
    SLOPE("slope", 0.01),
    /** The c of σ(c · p) and its like, above 0. */
    STEEPNESS("steepness", 1),
    /** What a step is where p is 0; the usual one is its lower value. */
    AT_ZERO("atZero", 0);

    private final String key;
    private final double usual;

    Shape(String key, double usual) {
        this.key = key;
        this.usual = usual;
    }

    /** Its name in documents. */
    public String key() {
        return key;
    }

    /** What it is where nothing is said of it. */
    public double usual() {
        return usual;
    }
}
