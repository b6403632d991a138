package org.chainrule.derivation;

/**
 * One number of one sample, or of the batch.
 *
 * @param sample from 0, or {@link Values#BATCH}; J and the parameter gradients have both
 */
public record Ref(Quantity quantity, int sample) {

    /** {@code quantity} as it stands on the page while sample {@code shown} is on show. */
    public static Ref shown(Quantity quantity, int shown) {
        return new Ref(quantity, quantity.isOfSample() ? shown : Values.BATCH);
    }

    static Ref batch(Quantity quantity) {
        return new Ref(quantity, Values.BATCH);
    }

    public boolean isBatch() {
        return sample == Values.BATCH;
    }
}
