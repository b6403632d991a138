package org.chainrule.runs;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.chainrule.engine.training.Recording;
import org.jspecify.annotations.Nullable;

/** How fast a run goes: as fast as it can, or so many epochs a second. */
final class Pace {
    private final ScheduledExecutorService clock;
    private int epochsPerSecond;
    private int firstEpoch;
    private long since;
    private @Nullable Future<?> waking;

    Pace(ScheduledExecutorService clock) {
        this.clock = clock;
    }

    /** From now on; 0 is as fast as it goes. */
    synchronized void set(int epochsPerSecond, int epoch) {
        if (this.epochsPerSecond != epochsPerSecond) {
            this.epochsPerSecond = epochsPerSecond;
            start(epoch);
        }
    }

    /** From now on, at this epoch. */
    synchronized void start(int epoch) {
        firstEpoch = epoch;
        since = System.nanoTime();
    }

    /**
     * Goes on for about so long, as far as the pace allows.
     *
     * @param wake called when the next epoch is due
     * @return whether more can be done now
     */
    boolean run(Recording run, Duration slice, BooleanSupplier going, Runnable wake) {
        long start = System.nanoTime();
        if (wait(run.epoch()) < 0) {
            return run.run(slice);
        }
        while (going.getAsBoolean() && System.nanoTime() - start < slice.toNanos()) {
            long wait = wait(run.epoch());
            if (wait > 0) {
                later(wake, wait);
                return false;
            }
            if (wait < 0 || !run.finishEpoch()) {
                return wait < 0;
            }
        }
        return true;
    }

    private synchronized void later(Runnable wake, long nanos) {
        if (waking != null) {
            waking.cancel(false);
        }
        waking = clock.schedule(wake, nanos, TimeUnit.NANOSECONDS);
    }

    /** Nanoseconds until the epoch after {@code epoch} is due; −1 where none has to wait. */
    private synchronized long wait(int epoch) {
        if (epochsPerSecond == 0) {
            return -1;
        }
        long due = (epoch + 1L - firstEpoch) * TimeUnit.SECONDS.toNanos(1) / epochsPerSecond;
        return Math.max(0, due - (System.nanoTime() - since));
    }
}
