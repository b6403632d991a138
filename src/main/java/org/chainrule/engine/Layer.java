package org.chainrule.engine;

import org.jspecify.annotations.Nullable;

/**
 * One layer of neurons.
 *
 * @param name short name, unique in its network ({@code hid}, {@code out})
 * @param slope the slope of {@link Activation#LEAKY_RELU} where p ≤ 0; unused by the others
 * @param weights {@code weights[k][t]}: from source t to receiver k
 * @param biases one per neuron, or null: the layer has none at all
 * @param weightsFrozen whether an update leaves the weights alone
 * @param biasesFrozen whether an update leaves the biases alone
 */
public record Layer(
        String name,
        Activation activation,
        double slope,
        Matrix weights,
        @Nullable Vector biases,
        boolean weightsFrozen,
        boolean biasesFrozen) {

    /** PyTorch's default for the slope of a leaky ReLU. */
    public static final double DEFAULT_SLOPE = 0.01;

    public Layer {
        if (biases != null && biases.size() != weights.rows()) {
            throw new IllegalArgumentException(
                    name + ": " + biases.size() + " biases for " + weights.rows() + " neurons");
        }
    }

    /** A layer without biases, nothing frozen. */
    public Layer(String name, Activation activation, Matrix weights) {
        this(name, activation, DEFAULT_SLOPE, weights, null, false, false);
    }

    /** A layer with biases, nothing frozen. */
    public Layer(String name, Activation activation, Matrix weights, Vector biases) {
        this(name, activation, DEFAULT_SLOPE, weights, biases, false, false);
    }

    /** The number of its neurons. */
    public int size() {
        return weights.rows();
    }

    /** The number of values that each of its neurons reads. */
    public int sources() {
        return weights.columns();
    }

    public int parameters() {
        return size() * sources() + (biases == null ? 0 : biases.size());
    }

    public Layer withName(String changed) {
        return new Layer(changed, activation, slope, weights, biases, weightsFrozen, biasesFrozen);
    }

    public Layer withActivation(Activation changed, double changedSlope) {
        return new Layer(name, changed, changedSlope, weights, biases, weightsFrozen, biasesFrozen);
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
                slope,
                changedWeights,
                changedBiases,
                weightsFrozen,
                biasesFrozen);
    }

    public Layer withFrozen(boolean changedWeights, boolean changedBiases) {
        return new Layer(name, activation, slope, weights, biases, changedWeights, changedBiases);
    }
}
