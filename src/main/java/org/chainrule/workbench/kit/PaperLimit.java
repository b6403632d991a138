package org.chainrule.workbench.kit;

import org.chainrule.worksheet.Limits;
import org.chainrule.worksheet.Worksheet;
import org.chainrule.worksheet.advice.Refusals;

/** Why a worksheet is too large to be worked as on paper, in the reader's language. */
public final class PaperLimit {
    private PaperLimit() {}

    /** The reason, where there is one; see {@link Limits#allowPaper}. */
    public static String of(Words words, Worksheet worksheet) {
        return Refusals.onPaper(worksheet.problem())
                .map(why -> Explanation.of(why, words).head())
                .orElse("");
    }
}
