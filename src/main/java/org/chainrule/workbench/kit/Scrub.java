package org.chainrule.workbench.kit;

import org.jspecify.annotations.Nullable;

/** One drag over a number: one step of the history, however many values it passes. */
final class Scrub {
    private @Nullable Double from;
    private boolean stepTaken;

    /** The number that the drag began at, which is {@code now} where it begins. */
    double from(double now, String phase) {
        Double start = from;
        if (phase.equals("start") || start == null) {
            start = now;
            from = start;
            stepTaken = false;
        }
        return start;
    }

    /** Takes the drag's step; whether it was taken before. */
    boolean step() {
        boolean before = stepTaken;
        stepTaken = true;
        return before;
    }

    void to(String phase) {
        if (phase.equals("end")) {
            from = null;
        }
    }
}
