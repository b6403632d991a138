package org.chainrule.notation;

/** How neurons are counted. */
public enum Counting implements Option {
    /** From 1 in each layer. */
    WITHIN("within"),
    /** Through the network, inputs first. */
    THROUGH("through"),
    /** Hidden neurons h₁, h₂ …, through all hidden layers, and outputs o₁, o₂ …. */
    LETTERED("lettered");

    private final String key;

    Counting(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
