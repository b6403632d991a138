package org.chainrule.workbench.kit;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The page's sentences in one language. */
public record Words(Locale locale, ResourceBundle bundle) {
    public static Words in(Locale locale) {
        Locale known = locale.getLanguage().equals("de") ? Locale.GERMAN : Locale.ENGLISH;
        return new Words(
                known,
                ResourceBundle.getBundle(
                        "org.chainrule.workbench.words",
                        known,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    public String of(String key, Object... arguments) {
        return arguments.length == 0
                ? bundle.getString(key)
                : new MessageFormat(bundle.getString(key), locale).format(arguments);
    }
}
