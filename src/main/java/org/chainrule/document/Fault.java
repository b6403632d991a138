package org.chainrule.document;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chainrule.notation.Sentences;
import org.chainrule.worksheet.Limits;
import org.chainrule.worksheet.advice.Objection;

/**
 * Why a place of a document or a link is refused.
 *
 * @param reason what the sentence says: a {@link Reason}, a key of {@code faults.properties}, or an
 *     {@link Objection.Reason} where the same is refused to an edit, in the same words
 * @param values what the sentence names, in the order of its words: counts, nouns, shapes, what was
 *     found as text, cut where that is long, and lists of what could stand there
 */
public record Fault(Enum<?> reason, List<Object> values) {
    /** How many characters of what was found a sentence repeats. */
    private static final int LONGEST = 42;

    /** What is wrong with documents and links alone. */
    public enum Reason {
        MISSING,
        EMPTY,
        NOT_JSON,
        NOT_JSON_ENDS,
        NOT_JSON_UNCLOSED,
        NOT_JSON_TWICE,
        NOT_JSON_MORE,
        NOT_JSON_FINITE,
        NOT_JSON_COMMA,
        NOT_JSON_COMMA_LEFT,
        NOT_JSON_COLON,
        NOT_JSON_VALUE,
        NOT_JSON_BRACKET,
        NOT_JSON_KEY,
        NOT_JSON_QUOTES,
        NOT_JSON_CURLY,
        NOT_JSON_WORD,
        NOT_JSON_COMMENT,
        NOT_JSON_PYTHON,
        NOT_JSON_TUPLE,
        NOT_JSON_CALL,
        NOT_JSON_LEFT_OUT,
        NOT_JSON_ESCAPE,
        NOT_JSON_CONTROL,
        NOT_JSON_DEEP,
        NOT_JSON_LONG,
        NOT_JSON_ZEROS,
        NOT_JSON_PLUS,
        NOT_JSON_HEX,
        NOT_JSON_POINT,
        NOT_JSON_NUMBER,
        NOT_JSON_HERE,
        NOT_UNICODE,
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
        NO_VERSION,
        NO_LINK_VERSION,
        VERSION,
        SLOPE,
        STEEPNESS,
        STEP,
        DELTA,
        NO_STATE,
        NO_BIASES,
        NO_WEIGHTS,
        GIVEN_TWICE,
        NAMED_TWICE,
        FORMS,
        ESCAPE,
        ENCODING,
        LAYER,
        ROWS,
        OPTIMIZER,
        NESTEROV,
        PENALTY,
        STATE,
        DECIMALS,
        EXAMPLE,
        VIEW,
        NO_SUCH_NUMBER,
        NUMBER_GIVEN,
        NUMBER_SAMPLE
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
        ENTRIES,
        ROWS
    }

    /** What JSON can be. */
    public enum Shape {
        LIST,
        OBJECT,
        TEXT,
        NUMBER,
        LARGE_NUMBER,
        FLAG,
        NULL,
        OTHER
    }

    public Fault {
        values = values.stream().map(Fault::brief).toList();
    }

    private static Object brief(Object value) {
        return switch (value) {
            case Noun noun -> noun;
            case Shape shape -> shape;
            case Integer count -> count;
            case List<?> choices -> List.copyOf(choices);
            case Object found -> shortened(found.toString());
        };
    }

    public static Fault of(Reason reason, Object... values) {
        return new Fault(reason, List.of(values));
    }

    static Fault of(Objection.Reason reason, Object... values) {
        return new Fault(reason, List.of(values));
    }

    /** More than {@link Limits#DOCUMENT_BYTES}. */
    public static Fault size() {
        return of(Reason.SIZE);
    }

    /** The sentence in English or German. */
    public String in(Locale locale) {
        Sentences words = Sentences.of("org.chainrule.document.faults", locale);
        Object[] spoken =
                IntStream.range(0, values.size()).mapToObj(i -> spoken(i, words)).toArray();
        Sentences said = reason instanceof Objection.Reason ? Objection.refusals(locale) : words;
        return said.of(reason.name(), spoken);
    }

    private String spoken(int i, Sentences words) {
        return switch (values.get(i)) {
            case Noun noun -> counted(noun, i > 0 && values.get(i - 1).equals(1), words);
            case Shape shape -> words.of("shape." + shape);
            case List<?> choices ->
                    choices.stream().map(Object::toString).collect(Collectors.joining(", "));
            case Object value -> quoted(value.toString(), words);
        };
    }

    /** English has plurals alone: clients of the HTTP interface may know its sentences. */
    private static String counted(Noun noun, boolean one, Sentences words) {
        String plural = "noun." + noun;
        String singular = plural + ".one";
        return words.of(one && words.bundle().containsKey(singular) ? singular : plural);
    }

    /** A text as JSON writes it, in the language's own quotation marks. */
    private static String quoted(String text, Sentences words) {
        return text.startsWith("\"")
                ? words.of("quote.opening")
                        + text.substring(1).replaceFirst("\"$", words.of("quote.closing"))
                : text;
    }

    /** The beginning of {@code text} where it is long; what is in quotation marks stays so. */
    public static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        String end = text.startsWith("\"") ? "…\"" : "…";
        return whole(text.substring(0, LONGEST - end.length())) + end;
    }

    /** Without the half of a pair that a cut has left at the end. */
    private static String whole(String text) {
        int last = text.length() - 1;
        return Character.isHighSurrogate(text.charAt(last)) ? text.substring(0, last) : text;
    }
}
