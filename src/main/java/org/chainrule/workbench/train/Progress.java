package org.chainrule.workbench.train;

import java.time.Duration;
import java.util.Optional;
import org.chainrule.engine.Network;
import org.chainrule.engine.training.Ending;

/**
 * What a run has come to.
 *
 * @param at where it is
 * @param network with the parameters there
 * @param loss J as last taken: while the run goes on, some epochs ago
 * @param gradientNorm taken with it
 * @param elapsed the time it has been going
 */
record Progress(
        State state,
        Position at,
        Network network,
        double loss,
        double gradientNorm,
        Duration elapsed,
        Optional<Ending> ending) {

    /** What a run is doing. */
    enum State {
        /** It goes on, or waits for its turn to. */
        RUNNING,
        PAUSED,
        /** Ended by hand. */
        STOPPED,
        ENDED,
        /** A fault of the program. */
        BROKEN
    }

    /**
     * A place in a run.
     *
     * @param epoch epochs done
     * @param update updates done of the next epoch
     * @param updates the updates of an epoch
     */
    record Position(int epoch, int update, int updates) {
        /** The end of an epoch. */
        static Position after(int epoch) {
            return new Position(epoch, 0, 0);
        }
    }

    boolean isRunning() {
        return state == State.RUNNING;
    }

    /** Whether the run can go on. */
    boolean isOpen() {
        return state == State.RUNNING || state == State.PAUSED;
    }
}
