package org.chainrule.worksheet;

import java.util.Optional;
import org.chainrule.engine.Problem;
import org.chainrule.worksheet.Fault.Reason;

/** How large a worksheet may be. */
public final class Limits {
    public static final int INPUTS = 64;
    public static final int LAYERS = 12;
    public static final int NEURONS = 64;
    public static final int SAMPLES = 1_000;
    public static final int PARAMETERS = 20_000;
    public static final int TITLE = 120;
    public static final int PAPER_PARAMETERS = 500;
    public static final int PAPER_SAMPLES = 50;

    /** Bytes of a document over HTTP. */
    public static final int DOCUMENT_BYTES = 1 << 20;

    /** Characters of a link's query; beyond, the same text travels in the fragment. */
    public static final int QUERY = 6_000;

    private Limits() {}

    /** Whether {@code problem} can be worked as on paper. */
    public static boolean allowPaper(Problem problem) {
        return paperRefusal(problem.network().parameters(), problem.samples().size()).isEmpty();
    }

    /** Why this problem cannot be worked as on paper, or empty. */
    public static Optional<Fault> paperRefusal(int parameters, int samples) {
        if (parameters > PAPER_PARAMETERS) {
            return Optional.of(Fault.of(Reason.PAPER_PARAMETERS, parameters, PAPER_PARAMETERS));
        }
        return samples > PAPER_SAMPLES
                ? Optional.of(Fault.of(Reason.PAPER_SAMPLES, samples, PAPER_SAMPLES))
                : Optional.empty();
    }
}
