package org.chainrule.runs;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Shows news on one page, ten times a second at most: what comes in between is shown together. */
public final class Refresh {
    private static final Duration APART = Duration.ofMillis(100);

    private final ScheduledExecutorService clock;
    private final Runnable show;
    private @Nullable Future<?> pending;
    private long due;
    private long last = System.nanoTime() - APART.toNanos();

    /** {@code show} is called by the clock's thread. */
    Refresh(ScheduledExecutorService clock, Runnable show) {
        this.clock = clock;
        this.show = show;
    }

    /** There is news. May be called by any thread. */
    public synchronized void request() {
        request(APART.toNanos() - (System.nanoTime() - last));
    }

    /** Shows again after a while, even without news. */
    public synchronized void request(Duration later) {
        request(later.toNanos());
    }

    private void request(long nanos) {
        long at = System.nanoTime() + Math.max(0, nanos);
        if (pending != null && due - at <= 0) {
            return;
        }
        if (pending != null) {
            pending.cancel(false);
        }
        due = at;
        pending = clock.schedule(this::shows, at - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    private void shows() {
        synchronized (this) {
            pending = null;
            last = System.nanoTime();
        }
        show.run();
    }
}
