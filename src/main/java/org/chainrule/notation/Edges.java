package org.chainrule.notation;

/** How a weight says which one it is. */
public enum Edges implements Option {
    /** By the neurons at both its ends. */
    ENDS("ends"),
    /** By its number, w1 … w8 through the network: neuron by neuron, in each source by source. */
    NUMBERED("numbered");

    private final String key;

    Edges(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
