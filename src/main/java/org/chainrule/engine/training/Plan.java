package org.chainrule.engine.training;

import java.util.OptionalDouble;

/**
 * How a network is trained.
 *
 * @param epochs how often every sample is used, 1 … {@link #MOST_EPOCHS}
 * @param batch the samples of one update; 0, or as many as there are and more, takes all of them.
 *     The last batch of an epoch has what is left
 * @param seed of the shuffles: before each epoch the samples are put into an order that depends on
 *     the seed and the epoch's number alone ({@link Shuffle}). A batch of all samples is not
 *     shuffled
 * @param shuffled whether there are such shuffles; else every epoch takes the samples in the order
 *     in which they are given, and the seed, of no meaning, is 0
 * @param lossBelow ends the run after the first epoch with J below it
 * @param gradientNormBelow ends the run after the first epoch with a gradient norm below it
 */
public record Plan(
        int epochs,
        int batch,
        long seed,
        boolean shuffled,
        OptionalDouble lossBelow,
        OptionalDouble gradientNormBelow) {
    public static final int MOST_EPOCHS = 1_000_000;

    /** A hundred epochs of one update each. */
    public static final Plan DEFAULT = new Plan(100, 0, 1);

    public Plan {
        seed = shuffled ? seed : 0;
        if (epochs < 1 || epochs > MOST_EPOCHS) {
            throw new IllegalArgumentException("epochs: " + epochs);
        }
        if (batch < 0) {
            throw new IllegalArgumentException("batch: " + batch);
        }
        if (!Double.isFinite(lossBelow.orElse(0))) {
            throw new IllegalArgumentException("lossBelow: " + lossBelow);
        }
        if (!Double.isFinite(gradientNormBelow.orElse(0)) || gradientNormBelow.orElse(0) < 0) {
            throw new IllegalArgumentException("gradientNormBelow: " + gradientNormBelow);
        }
    }

    /** A plan that shuffles. */
    public Plan(
            int epochs,
            int batch,
            long seed,
            OptionalDouble lossBelow,
            OptionalDouble gradientNormBelow) {
        this(epochs, batch, seed, true, lossBelow, gradientNormBelow);
    }

    /** A plan that shuffles, and ends with its epochs. */
    public Plan(int epochs, int batch, long seed) {
        this(epochs, batch, seed, OptionalDouble.empty(), OptionalDouble.empty());
    }

    public Plan withEpochs(int changed) {
        return new Plan(changed, batch, seed, shuffled, lossBelow, gradientNormBelow);
    }

    public Plan withBatch(int changed) {
        return new Plan(epochs, changed, seed, shuffled, lossBelow, gradientNormBelow);
    }

    /** The same with shuffles of this seed. */
    public Plan withSeed(long changed) {
        return new Plan(epochs, batch, changed, true, lossBelow, gradientNormBelow);
    }

    /** The same with the samples in their given order. */
    public Plan inGivenOrder() {
        return new Plan(epochs, batch, 0, false, lossBelow, gradientNormBelow);
    }

    public Plan withBounds(OptionalDouble loss, OptionalDouble norm) {
        return new Plan(epochs, batch, seed, shuffled, loss, norm);
    }

    /** The samples of one update, of {@code samples} in all. */
    public int batchOf(int samples) {
        return batch == 0 ? samples : Math.min(batch, samples);
    }

    /** Whether J is to be known after every epoch, to stop at a bound. */
    boolean hasBounds() {
        return lossBelow.isPresent() || gradientNormBelow.isPresent();
    }
}
