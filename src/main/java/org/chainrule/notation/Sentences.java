package org.chainrule.notation;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of one room in one language: German for German, else English. */
public record Sentences(Locale locale, ResourceBundle bundle) {
    /** Those of {@code name}, a bundle of properties such as {@code org.chainrule.export.words}. */
    public static Sentences of(String name, Locale locale) {
        Locale known = locale.getLanguage().equals("de") ? Locale.GERMAN : Locale.ENGLISH;
        return new Sentences(
                known,
                ResourceBundle.getBundle(
                        name,
                        known,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /**
     * The sentence of this key, with {@code arguments} in the places of its words; numbers among
     * them are grouped.
     */
    public String of(String key, Object... arguments) {
        return arguments.length == 0
                ? bundle.getString(key)
                : new MessageFormat(bundle.getString(key), locale).format(arguments);
    }
}
