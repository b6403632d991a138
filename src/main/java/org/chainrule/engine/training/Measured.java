package org.chainrule.engine.training;

/**
 * J and the norm of its gradient after {@code epoch} epochs, as {@link Training#loss} and {@link
 * Training#gradientNorm} define them.
 */
public record Measured(int epoch, double loss, double gradientNorm) {}
