package org.chainrule.workbench.kit;

import java.util.Optional;
import org.chainrule.runs.Run;
import org.chainrule.worksheet.Worksheet;
import org.jspecify.annotations.Nullable;

/** The runs of a workspace, which has one at a time at most. */
public final class Runs {
    private @Nullable WorksheetRun present;
    private int begun;

    public Optional<WorksheetRun> present() {
        return Optional.ofNullable(present);
    }

    /** Begins a run of {@code worksheet}; the one before ends. */
    public WorksheetRun begin(Run run, Worksheet worksheet) {
        end();
        begun++;
        WorksheetRun next = new WorksheetRun(run, worksheet, begun);
        present = next;
        return next;
    }

    /** Ends the run, and forgets it. */
    public void end() {
        present().ifPresent(ended -> ended.run().close());
        present = null;
    }
}
