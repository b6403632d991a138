package org.chainrule.engine.training;

/** Why a run has ended. */
public sealed interface Ending {
    /** All epochs of the plan are done. */
    record EpochsDone() implements Ending {}

    /** J is {@code loss}, below the plan's bound. */
    record LossBelow(double loss) implements Ending {}

    /** The gradient's norm is {@code norm}, below the plan's bound. */
    record GradientNormBelow(double norm) implements Ending {}

    /**
     * A number has overflowed or is not a number. The network is as it was before the update that
     * met it.
     *
     * @param epoch the epoch of that update, from 1
     * @param update its number in that epoch, from 1. What is met only when J is taken after the
     *     last epoch belongs to the last update
     * @param first the first such number in the order of computing
     */
    record Diverged(int epoch, int update, Overflow first) implements Ending {}
}
