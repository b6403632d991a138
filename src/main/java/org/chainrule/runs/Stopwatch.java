package org.chainrule.runs;

import java.time.Duration;

/** How long a run has been going, pauses left out. */
final class Stopwatch {
    private Duration before = Duration.ZERO;
    private long since;
    private boolean going;

    synchronized void start() {
        if (!going) {
            going = true;
            since = System.nanoTime();
        }
    }

    synchronized void stop() {
        before = elapsed();
        going = false;
    }

    synchronized Duration elapsed() {
        return going ? before.plusNanos(System.nanoTime() - since) : before;
    }
}
