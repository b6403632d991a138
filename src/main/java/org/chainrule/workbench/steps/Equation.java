package org.chainrule.workbench.steps;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chainrule.notation.Language;

/** A formula on the page, in each language of formulas. */
interface Equation {
    String in(Language language);

    /** LaTeX formulas, each on a line of its own. */
    static String displayed(Stream<String> latex) {
        return latex.map(formula -> "\\[" + formula + "\\]").collect(Collectors.joining("\n"));
    }
}
