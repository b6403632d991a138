package org.chainrule.solution;

import org.chainrule.notation.Language;

/** A displayed line of the solution. */
public sealed interface Told permits Line, ChangeLine {
    /** With letters for indices. */
    String general(Language language);

    /** name = formula. */
    String symbolic(Language language);

    /** name = numbers = value. */
    String worked(Language language);
}
