package org.chainrule.solution;

import org.chainrule.derivation.Ref;

/**
 * Why a number is 0, next to it, or not finite.
 *
 * @param at the number to look at: a neuron's p, what flows in, the first that is not finite
 * @param count how many neurons or samples it is true of, or decimals; 0 where none are spoken of
 * @param exactly what {@code at} comes to before it is written down
 */
public record Cause(Reason reason, Ref at, int count, double exactly) {

    /** A key of words each. */
    public enum Reason {
        /** A neuron's p is not above 0, and its slope is 0 there. */
        OFF,
        /** The same, of what it sends on. */
        SENDS_NOTHING,
        /** It is off in every sample. */
        DEAD,
        /** A slope that is 0 though the neuron is not off: it is saturated. */
        FLAT,
        /** A slope that is small for the same reason. */
        SATURATED,
        /** What a saturated neuron sends comes to 0. */
        VANISHED,
        /** Every neuron that a neuron feeds is off. */
        PATHS_OFF,
        /** Every neuron that a neuron feeds sends 0 back. */
        BLOCKED,
        /** Every weight that leads on is 0. */
        NO_WEIGHT,
        /** What flows into the weight is 0. */
        SOURCE,
        /** All that flows into the neuron is 0. */
        NOTHING_IN,
        /** The activation function goes through 0. */
        ORIGIN,
        /** The output is its target. */
        MET,
        /** So is every output. */
        ALL_MET,
        /** The loss has no term of this output. */
        UNASKED,
        NOT_GIVEN,
        /** Terms that are not 0 add up to it. */
        CANCELS,
        /** Each sample's share is 0. */
        SHARES,
        /** A parameter is 0, and so is what the update adds. */
        UNMOVED,
        /** Neither is there a gradient, nor anything kept of those before. */
        STILL,
        /** On paper it is written as 0, and is not. */
        ROUNDED,
        /** In doubles it is below the smallest. */
        UNDERFLOW,
        /** The first number that is infinite. */
        INFINITE,
        /** The first number that is not a number. */
        UNDEFINED
    }

    static Cause of(Reason reason, Ref at) {
        return of(reason, at, 0);
    }

    static Cause of(Reason reason, Ref at, int count) {
        return new Cause(reason, at, count, 0);
    }
}
