package org.chainrule.notation;

/** How a number says of which layer it is. */
public enum Layers implements Option {
    /** z[hid]. */
    NAME("name"),
    /** z[1]. */
    BRACKETS("brackets"),
    /** z(1). */
    PARENTHESES("parens"),
    /** Weights v of the first layer and w of the second; neurons by their index alone. */
    LETTERS("letters"),
    /** By its indices alone. */
    NONE("none");

    private final String key;

    Layers(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }

    /** Whether numbers carry a mark that tells one layer from another. */
    boolean isMarked() {
        return this != LETTERS && this != NONE;
    }
}
