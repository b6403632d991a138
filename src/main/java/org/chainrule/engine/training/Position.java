package org.chainrule.engine.training;

/**
 * A place in a run.
 *
 * @param epoch epochs done
 * @param update updates done of the next epoch
 * @param updates the updates of an epoch
 */
public record Position(int epoch, int update, int updates) {
    /** The end of an epoch. */
    public static Position after(int epoch) {
        return new Position(epoch, 0, 0);
    }
}
