package org.chainrule.worksheet;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Why a place of a document or a link is refused.
 *
 * @param values what the sentence names, in the order of its words
 */
public record Fault(Reason reason, List<Object> values) {
    /** What the sentence says; a key of {@code faults.properties}. */
    public enum Reason {
        MISSING,
        EMPTY,
        NOT_JSON,
        NOT_JSON_AT,
        SIZE,
        UNKNOWN_KEY,
        UNKNOWN_TENSOR,
        UNKNOWN_PART,
        KIND,
        WHOLE,
        NOT_FINITE,
        NOT_A_NUMBER,
        COUNT,
        MISMATCH,
        INPUTS,
        CHOICE,
        LONG,
        NO_VERSION,
        NO_LINK_VERSION,
        VERSION,
        NAME,
        TAKEN_NAME,
        SLOPE,
        SOFTMAX,
        NO_BIASES,
        GIVEN_TWICE,
        NAMED_TWICE,
        NEGATIVE,
        DECAY,
        PARAMETERS,
        PAPER_PARAMETERS,
        PAPER_SAMPLES,
        MATRICES,
        ESCAPE,
        ENCODING,
        LAYER,
        ROWS,
        OPTIMIZER,
        NESTEROV,
        DECIMALS,
        EXAMPLE,
        VIEW
    }

    /** What there are too many or too few of. */
    public enum Noun {
        NEURONS,
        SOURCES,
        WEIGHTS,
        BIASES,
        INPUTS,
        OUTPUTS,
        VALUES,
        TARGETS,
        SAMPLES,
        LAYERS,
        MATRICES,
        ENTRIES
    }

    /** What JSON can be. */
    public enum Shape {
        LIST,
        OBJECT,
        TEXT,
        NUMBER,
        FLAG,
        NULL,
        OTHER
    }

    public Fault {
        values = List.copyOf(values);
    }

    static Fault of(Reason reason, Object... values) {
        return new Fault(reason, List.of(values));
    }

    /** More than {@link Limits#DOCUMENT_BYTES}. */
    public static Fault size() {
        return of(Reason.SIZE);
    }

    /** The sentence in English or German. */
    public String in(Locale locale) {
        ResourceBundle words = words(locale);
        Object[] spoken = values.stream().map(value -> spoken(value, words)).toArray();
        return new MessageFormat(words.getString(reason.name()), Locale.ROOT).format(spoken);
    }

    private static String spoken(Object value, ResourceBundle words) {
        return switch (value) {
            case Noun noun -> words.getString("noun." + noun);
            case Shape shape -> words.getString("shape." + shape);
            default -> value.toString();
        };
    }

    private static ResourceBundle words(Locale locale) {
        return ResourceBundle.getBundle(
                "org.chainrule.worksheet.faults",
                locale.getLanguage().equals("de") ? Locale.GERMAN : Locale.ENGLISH,
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** How many characters of what was found a sentence repeats. */
    static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
