package org.chainrule.workbench.kit;

import org.chainrule.solution.Solved;
import org.chainrule.worksheet.Comparison;
import org.chainrule.worksheet.Pin;
import org.chainrule.worksheet.Worksheet;
import org.jspecify.annotations.Nullable;

/** The numbers of the worksheet on the page and of the one that is pinned, each worked out once. */
final class Computed {
    private Solved present;
    private @Nullable Solved pinned;

    Computed(Worksheet worksheet) {
        present = new Solved(worksheet);
    }

    /** The worksheet's numbers: the same ones until it has others. */
    Solved of(Worksheet worksheet) {
        if (!present.isOf(worksheet)) {
            present = new Solved(worksheet);
        }
        return present;
    }

    /** The worksheet's numbers beside those of what is pinned, or null. */
    @Nullable Comparison comparison(Worksheet worksheet, @Nullable Pin pin) {
        if (pin == null) {
            pinned = null;
            return null;
        }
        Solved now = of(worksheet);
        Solved then = pinned(pin.worksheet(), now);
        pinned = then;
        return new Comparison(pin.worksheet(), then.values(), worksheet, now.values());
    }

    private Solved pinned(Worksheet worksheet, Solved now) {
        return pinned != null && pinned.isOf(worksheet)
                ? pinned
                : now.isOf(worksheet) ? now : new Solved(worksheet);
    }
}
