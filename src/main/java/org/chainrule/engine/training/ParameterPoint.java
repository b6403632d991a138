package org.chainrule.engine.training;

/**
 * A parameter θ after {@code epoch} epochs.
 *
 * @param gradient ∂J/∂θ of J over all samples
 */
public record ParameterPoint(int epoch, double value, double gradient) {}
