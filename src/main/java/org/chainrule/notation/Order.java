package org.chainrule.notation;

/** The order of a weight's two indices, and of the rows and columns of its matrix. */
public enum Order implements Option {
    /** The receiver first: a row per receiving neuron. */
    RECEIVER("receiver"),
    /** The source first: a row per source. */
    SOURCE("source");

    private final String key;

    Order(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
