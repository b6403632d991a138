package org.chainrule.workbench.steps;

import org.chainrule.notation.Language;

/** A formula on the page, in each language of formulas. */
interface Equation {
    String in(Language language);
}
