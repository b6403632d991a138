package org.chainrule.engine.training;

/**
 * One number that is infinite or not a number. Indices start at 0; those that the number does not
 * have are −1.
 *
 * @param sample its sample; −1 for what belongs to the whole batch: gradients and new parameters
 * @param l its layer; −1 for J
 * @param k its neuron
 * @param t its source
 * @param value ∞, −∞ or NaN
 */
public record Overflow(Kind kind, int sample, int l, int k, int t, double value) {
    /** What the number is, in the order of computing. */
    public enum Kind {
        /** p. */
        PREACTIVATION,
        /** z. */
        ACTIVATION,
        /** J of one sample, or of the batch. */
        LOSS,
        /**
         * ∂J/∂z. Cross-entropies of a sigmoid or softmax layer do without it in the last layer,
         * where it may be infinite and ∂J/∂p is not.
         */
        ERROR_GRADIENT,
        /** ∂J/∂p. */
        PREACTIVATION_GRADIENT,
        /** ∂J/∂w of the batch. */
        WEIGHT_GRADIENT,
        /** ∂J/∂b of the batch. */
        BIAS_GRADIENT,
        /** A weight after the update. */
        NEW_WEIGHT,
        /** A bias after the update. */
        NEW_BIAS
    }
}
