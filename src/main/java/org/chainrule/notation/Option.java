package org.chainrule.notation;

/** What can be chosen for a {@link Choice}. */
public sealed interface Option permits Letter, Layers, Counting, Order, Gradients, Deltas, Edges {
    /** Its name in links. */
    String key();
}
