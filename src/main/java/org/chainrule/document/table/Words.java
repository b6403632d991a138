package org.chainrule.document.table;

import java.util.List;
import java.util.Locale;
import org.chainrule.notation.Sentences;

/** The sentences about tables. */
final class Words {
    private Words() {}

    /** The sentence of {@code key}, with {@code values} in the places of its words. */
    static String of(Locale locale, String key, List<Object> values) {
        return Sentences.of("org.chainrule.document.table.words", locale).of(key, values.toArray());
    }
}
