package org.chainrule.workbench.kit;

import org.chainrule.engine.Problem;
import org.chainrule.worksheet.Limits;

/** Why a worksheet is too large to be worked as on paper, in the reader's language. */
public final class PaperLimit {
    private PaperLimit() {}

    /** The reason, where there is one; see {@link Limits#allowPaper}. */
    public static String of(Words words, Problem problem) {
        int parameters = problem.network().parameters();
        return parameters > Limits.PAPER_PARAMETERS
                ? words.of("paper.parameters", count(parameters), count(Limits.PAPER_PARAMETERS))
                : words.of(
                        "paper.samples",
                        count(problem.samples().size()),
                        count(Limits.PAPER_SAMPLES));
    }

    private static String count(int number) {
        return Integer.toString(number);
    }
}
