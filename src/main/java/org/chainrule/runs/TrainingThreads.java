package org.chainrule.runs;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.chainrule.engine.Problem;
import org.chainrule.engine.training.Plan;

/** The server's threads for training. */
public final class TrainingThreads implements AutoCloseable {
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

    /**
     * A run that has not begun.
     *
     * @param owner whose it is: owners get equal time
     */
    public Run run(Problem problem, Plan plan, Object owner) {
        return new Run(problem, plan, pool, owner, pace(), looks);
    }

    Pace pace() {
        return new Pace(clock);
    }

    /** {@code show} is called by a thread of its own. */
    public Refresh refresh(Runnable show) {
        return new Refresh(clock, show);
    }

    /** Has something short done after a while, by a thread of its own. */
    public void later(Duration after, Runnable work) {
        var _ = clock.schedule(work, after.toNanos(), TimeUnit.NANOSECONDS);
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
