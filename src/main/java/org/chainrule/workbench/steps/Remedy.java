package org.chainrule.workbench.steps;

import org.chainrule.workbench.kit.Explanation;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.worksheet.advice.Advice;

/** What to do where a number is not finite. */
final class Remedy {
    private Remedy() {}

    /** A paragraph, or nothing where all numbers are finite. */
    static String of(Shown shown) {
        return Advice.ofInfinite(shown.worksheet(), shown.values())
                .map(advice -> Explanation.of(advice, shown.words()))
                .map(advice -> "<p>" + advice.head() + " " + advice.text() + "</p>")
                .orElse("");
    }
}
