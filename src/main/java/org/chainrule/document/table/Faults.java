package org.chainrule.document.table;

import java.util.ArrayList;
import java.util.List;

/** The places of a table that are wrong: the first are kept, the rest is counted. */
final class Faults {
    /** So many are kept. */
    static final int MOST = 50;

    private final List<TableFault> kept = new ArrayList<>();
    private int count;

    void add(TableFault fault) {
        if (count++ < MOST) {
            kept.add(fault);
        }
    }

    boolean none() {
        return count == 0;
    }

    SampleReading.Refused refused() {
        return new SampleReading.Refused(kept, count - kept.size());
    }
}
