package org.chainrule.notation;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The sentences of one room in one language: German for German, else English.
 *
 * @param beneath those of a room it stands on, for keys that are not its own
 */
public record Sentences(Locale locale, ResourceBundle bundle, @Nullable Sentences beneath) {
    private static final Map<Name, Sentences> READ = new ConcurrentHashMap<>();

    private record Name(String bundle, Locale locale) {}

    /** Those of {@code name}, a bundle of properties such as {@code org.chainrule.export.words}. */
    public static Sentences of(String name, Locale locale) {
        Locale known = locale.getLanguage().equals("de") ? Locale.GERMAN : Locale.ENGLISH;
        return READ.computeIfAbsent(new Name(name, known), Sentences::read);
    }

    private static Sentences read(Name name) {
        ResourceBundle bundle =
                ResourceBundle.getBundle(
                        name.bundle(),
                        name.locale(),
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
        return new Sentences(name.locale(), bundle, null);
    }

    /** These, and {@code others} where these have none. */
    public Sentences over(Sentences others) {
        return new Sentences(locale, bundle, others);
    }

    private String pattern(String key) {
        return beneath == null || bundle.containsKey(key)
                ? bundle.getString(key)
                : beneath.pattern(key);
    }

    /**
     * The sentence of this key, with {@code arguments} in the places of its words; numbers among
     * them are grouped.
     */
    public String of(String key, Object... arguments) {
        return arguments.length == 0
                ? pattern(key)
                : new MessageFormat(pattern(key), locale).format(arguments);
    }
}
