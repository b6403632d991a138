package org.chainrule.runs;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.chainrule.engine.Problem;
import org.chainrule.engine.training.Measured;
import org.chainrule.engine.training.Plan;
import org.chainrule.engine.training.Position;
import org.chainrule.engine.training.Recording;
import org.chainrule.engine.training.Training;
import org.chainrule.runs.Progress.State;
import org.jspecify.annotations.Nullable;

/**
 * One run of a plan over a problem. Commands come from the page and return at once; the pool's
 * threads do the work and leave their {@link Progress}, ten times a second at most.
 */
public final class Run implements TrainingPool.Job {
    private static final Duration PUBLISHED = Duration.ofMillis(100);

    private final Problem problem;
    private final Plan plan;
    private final TrainingPool pool;
    private final Object owner;
    private final Stopwatch stopwatch = new Stopwatch();
    private final Object working = new Object();
    private final Pace pace;
    private final Past past;
    private volatile Runnable listener = () -> {};
    private volatile @Nullable Recording recording;
    private volatile Progress progress;
    private volatile boolean stopped;
    private volatile boolean closed;
    private long published;
    private Goal goal = Goal.NONE;

    /** What a run is to do before it pauses. */
    public enum Goal {
        NONE,
        UPDATE,
        EPOCH,
        END
    }

    /**
     * A run that has not begun.
     *
     * @param owner whose it is: owners get equal time
     * @param looks works out what is asked of its past
     */
    Run(Problem problem, Plan plan, TrainingPool pool, Object owner, Pace pace, Executor looks) {
        this.problem = problem;
        this.plan = plan;
        this.pool = pool;
        this.owner = owner;
        this.pace = pace;
        past = new Past(this::recording, looks, this::changed);
        progress = Progress.none(problem);
    }

    /** From now on {@code told} is told by any thread when there is progress, and nobody else. */
    public void listen(Runnable told) {
        listener = told;
    }

    private void changed() {
        listener.run();
    }

    /** The problem as the run began. */
    public Problem problem() {
        return problem;
    }

    public Plan plan() {
        return plan;
    }

    public Progress progress() {
        return progress;
    }

    /** What there is to go back to; empty until the run has begun. */
    public Optional<Recording> recording() {
        return Optional.ofNullable(recording);
    }

    public Past past() {
        return past;
    }

    /** So many epochs a second from now on; 0 is as fast as it goes. */
    public void pace(int epochsPerSecond) {
        pace.set(epochsPerSecond, progress.at().epoch());
    }

    /** How many other runs have to make way before this one goes on. */
    public int before() {
        return pool.before(this);
    }

    /** Goes on until {@code next} is reached; false where the server has too much to do. */
    public boolean go(Goal next) {
        if (!progress.isOpen()) {
            return true;
        }
        goal(next);
        stopwatch.start();
        pace.start(progress.at().epoch());
        progress = with(State.RUNNING);
        boolean taken = pool.wake(this, owner);
        if (!taken) {
            pause();
        }
        return taken;
    }

    /**
     * Goes no further than the present piece of work, whose end it waits for: a worker that has
     * told its news already would tell no other.
     */
    public void pause() {
        goal(Goal.NONE);
        pool.remove(this);
        settle();
    }

    /** Ends the run by hand. */
    public void stop() {
        stopped = true;
        pause();
    }

    /** Ends the run, and tells nobody. */
    public void close() {
        closed = true;
        listener = () -> {};
        goal(Goal.NONE);
        pool.remove(this);
    }

    @Override
    public boolean work(Duration slice) {
        synchronized (working) {
            try {
                return advance(begun(), slice);
            } catch (RuntimeException e) {
                goal(Goal.NONE);
                stopwatch.stop();
                progress = with(State.BROKEN);
                changed();
                throw e;
            }
        }
    }

    private Recording begun() {
        Recording begun = recording;
        if (begun == null) {
            begun = new Recording(problem, plan);
            recording = begun;
        }
        return begun;
    }

    private boolean advance(Recording run, Duration slice) {
        boolean more =
                switch (goal()) {
                    case NONE -> false;
                    case UPDATE -> {
                        run.update();
                        yield reached(Goal.UPDATE);
                    }
                    case EPOCH -> epoch(run, slice) || reached(Goal.EPOCH);
                    case END -> pace.run(run, slice, this::isGoing, () -> pool.wake(this, owner));
                };
        if (run.ending().isPresent()) {
            goal(Goal.NONE);
        }
        publish(run);
        return more && isGoing();
    }

    private synchronized Goal goal() {
        return goal;
    }

    private synchronized void goal(Goal next) {
        goal = next;
    }

    /** Pauses, unless there is another goal by now. */
    private synchronized boolean reached(Goal reached) {
        goal = goal == reached ? Goal.NONE : goal;
        return false;
    }

    private boolean isGoing() {
        return goal() != Goal.NONE && !closed;
    }

    /** Goes on within the present epoch; false at its end. */
    private boolean epoch(Recording run, Duration slice) {
        Training training = run.training();
        long start = System.nanoTime();
        do {
            if (!run.update() || training.updates() % training.updatesPerEpoch() == 0) {
                return false;
            }
        } while (isGoing() && System.nanoTime() - start < slice.toNanos());
        return true;
    }

    private void settle() {
        synchronized (working) {
            Recording begun = recording;
            if (begun == null) {
                stopwatch.stop();
                progress = with(idle(Optional.empty()));
                changed();
            } else {
                publish(begun);
            }
        }
    }

    private void publish(Recording run) {
        boolean going = isGoing();
        long now = System.nanoTime();
        if (closed || (going && now - published < PUBLISHED.toNanos())) {
            return;
        }
        published = now;
        if (!going) {
            stopwatch.stop();
        }
        progress = going ? underWay(run) : atRest(run);
        changed();
    }

    private Progress underWay(Recording run) {
        Measured last = run.measures().getLast();
        return progress(run, State.RUNNING, last.loss(), last.gradientNorm());
    }

    private Progress atRest(Recording run) {
        return progress(
                run, idle(run.ending()), run.training().loss(), run.training().gradientNorm());
    }

    private <T> State idle(Optional<T> ending) {
        return ending.isPresent() ? State.ENDED : stopped ? State.STOPPED : State.PAUSED;
    }

    private Progress progress(Recording run, State state, double loss, double gradientNorm) {
        Training training = run.training();
        int updates = training.updatesPerEpoch();
        int update = (int) (training.updates() % updates);
        return new Progress(
                state,
                update == 0
                        ? Position.after(training.epoch())
                        : new Position(training.epoch(), update, updates),
                training.reached(),
                loss,
                gradientNorm,
                state == State.RUNNING ? List.of() : training.samplesOfUpdates(),
                stopwatch.elapsed(),
                run.ending());
    }

    private Progress with(State state) {
        return progress.with(state, stopwatch.elapsed());
    }
}
