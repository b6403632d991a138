package org.chainrule.export;

import java.util.Locale;
import org.chainrule.notation.Sentences;

/** The sentences of what is exported, in one language. */
record Words(Sentences sentences) {
    /** German for German, else English. */
    static Words in(Locale locale) {
        return new Words(Sentences.of("org.chainrule.export.words", locale));
    }

    Locale locale() {
        return sentences.locale();
    }

    String of(String key, Object... arguments) {
        return sentences.of(key, arguments);
    }
}
