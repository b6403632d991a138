package org.chainrule.runs;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.chainrule.engine.Network;
import org.chainrule.engine.Problem;
import org.chainrule.engine.training.Ending;
import org.chainrule.engine.training.Position;
import org.chainrule.engine.training.Reached;

/**
 * What a run has come to.
 *
 * @param at where it is
 * @param reached the parameters there
 * @param loss J as last taken: while the run goes on, some epochs ago
 * @param gradientNorm taken with it
 * @param samples of each update of the present epoch, or of the last between two; empty while it
 *     goes on
 * @param elapsed the time it has been going
 */
public record Progress(
        State state,
        Position at,
        Reached reached,
        double loss,
        double gradientNorm,
        List<List<Integer>> samples,
        Duration elapsed,
        Optional<Ending> ending) {

    /** What a run is doing. */
    public enum State {
        /** It goes on, or waits for its turn to. */
        RUNNING,
        PAUSED,
        /** Ended by hand. */
        STOPPED,
        ENDED,
        /** A fault of the program. */
        BROKEN
    }

    /** Before the first update. */
    static Progress none(Problem problem) {
        return new Progress(
                State.PAUSED,
                Position.after(0),
                new Reached(problem.network(), problem.state()),
                Double.NaN,
                Double.NaN,
                List.of(),
                Duration.ZERO,
                Optional.empty());
    }

    Progress with(State state, Duration elapsed) {
        return new Progress(state, at, reached, loss, gradientNorm, samples, elapsed, ending);
    }

    public Network network() {
        return reached.network();
    }

    public boolean isRunning() {
        return state == State.RUNNING;
    }

    /** Whether the run can go on. */
    public boolean isOpen() {
        return state == State.RUNNING || state == State.PAUSED;
    }
}
