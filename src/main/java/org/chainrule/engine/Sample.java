package org.chainrule.engine;

/**
 * One training example.
 *
 * @param x one value per input
 * @param y one target per neuron of the last layer
 */
public record Sample(Vector x, Vector y) {}
