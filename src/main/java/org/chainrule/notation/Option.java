package org.chainrule.notation;

/** What can be chosen for a {@link Choice}. */
public sealed interface Option
        permits Letter, Layers, Counting, Order, Biases, Gradients, Deltas, Edges {
    /** Its name in links. */
    String key();
}
