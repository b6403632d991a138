package org.chainrule.workbench.train;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import org.chainrule.engine.Problem;
import org.chainrule.engine.training.Plan;
import org.springframework.stereotype.Component;

/** The server's threads for training: they end with the application. */
@Component
public final class TrainingService implements AutoCloseable {
    private static final int LOOKS = 2;

    private final TrainingPool pool = new TrainingPool();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    daemons("training-pages", Thread.NORM_PRIORITY));
    private final ExecutorService looks =
            Executors.newFixedThreadPool(LOOKS, daemons("training-looks", Thread.MIN_PRIORITY));

    /** How many runs go on, or wait for their turn. */
    public int runs() {
        return pool.size();
    }

    /** A run that has not begun; {@code changed} is told by any thread when there is progress. */
    Run run(Problem problem, Plan plan, Object owner, Runnable changed, Pace pace) {
        return new Run(problem, plan, pool, owner, changed, pace);
    }

    Pace pace() {
        return new Pace(clock);
    }

    /** {@code show} is called by a thread of its own. */
    Refresh refresh(Runnable show) {
        return new Refresh(clock, show);
    }

    /** Works out what a page wants to see of a run. */
    Executor looks() {
        return looks;
    }

    @Override
    public void close() {
        pool.close();
        clock.shutdownNow();
        looks.shutdownNow();
    }

    @SuppressWarnings("ThreadPriorityCheck") // A wish: nothing relies on it.
    private static ThreadFactory daemons(String name, int priority) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            thread.setPriority(priority);
            return thread;
        };
    }
}
