package org.chainrule.export;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of what is exported, in one language. */
record Words(Locale locale, ResourceBundle bundle) {
    /** German for German, else English. */
    static Words in(Locale locale) {
        Locale known = locale.getLanguage().equals("de") ? Locale.GERMAN : Locale.ENGLISH;
        return new Words(
                known,
                ResourceBundle.getBundle(
                        "org.chainrule.export.words",
                        known,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    String of(String key, Object... arguments) {
        return arguments.length == 0
                ? bundle.getString(key)
                : new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
    }
}
