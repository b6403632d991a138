package org.chainrule.engine;

import org.jspecify.annotations.Nullable;

/**
 * One layer of neurons.
 *
 * @param name short name, unique in its network ({@code hid}, {@code out})
 * @param shape the number that the activation has of its own, and 0 where it has none
 * @param weights {@code weights[k][t]}: from source t to receiver k; without columns where the
 *     layer has none, and applies its activation to what it is given, neuron by neuron
 * @param biases one per neuron, or null: the layer has none at all
 * @param weightsFrozen whether an update leaves the weights alone
 * @param biasesFrozen whether an update leaves the biases alone
 */
public record Layer(
        String name,
        Activation activation,
        double shape,
        Matrix weights,
        @Nullable Vector biases,
        boolean weightsFrozen,
        boolean biasesFrozen) {

    public Layer {
        shape = activation.shape() == Shape.NONE ? 0 : shape;
        if (biases != null && biases.size() != weights.rows()) {
            throw new IllegalArgumentException(
                    name + ": " + biases.size() + " biases for " + weights.rows() + " neurons");
        }
        if (weights.columns() == 0 && (biases != null || weightsFrozen)) {
            throw new IllegalArgumentException(
                    name + " has no weights, nor has it what goes with them");
        }
    }

    /** A layer that applies {@code activation} to {@code size} given values. */
    public static Layer weightless(String name, Activation activation, double shape, int size) {
        return new Layer(name, activation, shape, Matrix.ofRows(size), null, false, false);
    }

    /** Whether its preactivations are what it is given. */
    public boolean isWeightless() {
        return weights.columns() == 0;
    }

    /** A layer without biases, nothing frozen. */
    public Layer(String name, Activation activation, Matrix weights) {
        this(name, activation, activation.usualShape(), weights, null, false, false);
    }

    /** A layer with biases, nothing frozen. */
    public Layer(String name, Activation activation, Matrix weights, Vector biases) {
        this(name, activation, activation.usualShape(), weights, biases, false, false);
    }

    /** Whether the activation's own number is said: always of a leaky ReLU, else if unusual. */
    public boolean saysShape() {
        return activation.shape() == Shape.SLOPE || shape != activation.usualShape();
    }

    /** Whether its activation is of c · p, where c is not 1. */
    public boolean isSteep() {
        return activation.isSteep(shape);
    }

    /** The number of its neurons. */
    public int size() {
        return weights.rows();
    }

    /** The number of weights that each of its neurons has: 0 where the layer has none. */
    public int sources() {
        return weights.columns();
    }

    /** The number of values that it is given. */
    public int inflows() {
        return isWeightless() ? size() : sources();
    }

    public int parameters() {
        return size() * sources() + (biases == null ? 0 : biases.size());
    }

    public Layer withName(String changed) {
        return new Layer(changed, activation, shape, weights, biases, weightsFrozen, biasesFrozen);
    }

    public Layer withActivation(Activation changed, double changedShape) {
        return new Layer(name, changed, changedShape, weights, biases, weightsFrozen, biasesFrozen);
    }

    public Layer withWeights(Matrix changed) {
        return with(changed, biases);
    }

    public Layer withBiases(@Nullable Vector changed) {
        return with(weights, changed);
    }

    /** This layer with other parameters, which may be more or fewer. */
    public Layer with(Matrix changedWeights, @Nullable Vector changedBiases) {
        return new Layer(
                name,
                activation,
                shape,
                changedWeights,
                changedBiases,
                weightsFrozen,
                biasesFrozen);
    }

    public Layer withFrozen(boolean changedWeights, boolean changedBiases) {
        return new Layer(name, activation, shape, weights, biases, changedWeights, changedBiases);
    }
}
