package org.chainrule.engine;

/** How the losses and gradients of several samples become one. */
public enum Reduction {
    MEAN,
    SUM
}
