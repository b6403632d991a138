package org.chainrule.export;

import java.util.Locale;
import org.chainrule.notation.Sentences;
import org.chainrule.solution.Solution;

/** The sentences of what is exported, in one language. */
record Words(Sentences sentences) {
    /** German for German, else English. */
    static Words in(Locale locale) {
        return new Words(Solution.words("org.chainrule.export.words", locale));
    }

    Locale locale() {
        return sentences.locale();
    }

    String of(String key, Object... arguments) {
        return sentences.of(key, arguments);
    }
}
