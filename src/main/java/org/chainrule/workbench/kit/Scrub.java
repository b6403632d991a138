package org.chainrule.workbench.kit;

import java.math.BigDecimal;
import org.chainrule.engine.Nudge;
import org.jspecify.annotations.Nullable;

/** One drag over a number: one step of the history, however many values it passes. */
final class Scrub {
    private static final BigDecimal STEP = new BigDecimal("0.01");

    private @Nullable Double from;
    private boolean stepTaken;

    /** {@code value}, so many small steps on. */
    static double moved(double value, int steps) {
        return Nudge.moved(value, STEP.multiply(BigDecimal.valueOf(steps)));
    }

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
