package org.chainrule.workbench.kit;

/** A part of the page that is a function of what is shown. */
public interface Part {
    void show(Shown shown);

    /** Shows another selection, where all else is as it was shown last. */
    default void select(Shown shown) {
        show(shown);
    }
}
