package org.chainrule.document;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chainrule.document.Fault.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A text read from left to right, in the tokens of JSON and in what people write in their place.
 */
final class JsonScan {
    private static final Pattern NUMBER =
            Pattern.compile("-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?(?:[eE][-+]?[0-9]++)?");
    private static final Pattern ZEROS = Pattern.compile("[-+]?0[0-9].*");
    private static final Pattern HEX = Pattern.compile("[-+]?0[xX].*");
    private static final Pattern POINT =
            Pattern.compile("[-+]?(?:\\.[0-9].*|[0-9]++\\.(?:[eE].*)?)");
    private static final Pattern NOT_FINITE = Pattern.compile("(?i)[-+]?(?:nan|inf|infinity)");
    private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");
    private static final Set<String> LITERALS = Set.of("true", "false", "null");
    private static final Map<String, String> PYTHON =
            Map.of("True", "true", "False", "false", "None", "null");
    private static final String QUOTES = "“”„‟«»‘’‚‛`´″";

    private final String text;
    private int at;

    JsonScan(String text) {
        this.text = text;
    }

    boolean ended() {
        return at >= text.length();
    }

    int place() {
        return at;
    }

    char peek() {
        return text.charAt(at);
    }

    void pass() {
        at++;
    }

    void skipBlanks() {
        while (!ended() && " \t\r\n".indexOf(peek()) >= 0) {
            at++;
        }
    }

    boolean atComment() {
        return peek() == '#' || text.startsWith("//", at) || text.startsWith("/*", at);
    }

    /** Whether what stands here is meant as a value. */
    boolean atValue() {
        return "\"'[{(-+.".indexOf(peek()) >= 0
                || QUOTES.indexOf(peek()) >= 0
                || Character.isLetterOrDigit(peek());
    }

    /** The character that stands here, or its number where it would not be seen. */
    String character() {
        int c = text.codePointAt(at);
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED ->
                    "U+%04X".formatted(c);
            default -> Character.toString(c);
        };
    }

    Fault fault(Reason reason, Object... values) {
        return fault(at, reason, values);
    }

    /** A fault with the line and the column of {@code place}, counted from 1 in characters. */
    Fault fault(int place, Reason reason, Object... values) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < place; i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1))) {
                line++;
                start = i + 1;
            }
        }
        Object[] all = new Object[values.length + 2];
        all[0] = line;
        all[1] = text.codePointCount(start, place) + 1;
        System.arraycopy(values, 0, all, 2, values.length);
        return Fault.of(reason, all);
    }

    /** Passes a text in quotes, and puts what it says into {@code said}. */
    @Nullable Fault string(@Nullable StringBuilder said) {
        int start = at++;
        for (; !ended(); at++) {
            char c = peek();
            if (c == '"') {
                at++;
                return null;
            }
            if (c < ' ') {
                return fault(Reason.NOT_JSON_CONTROL, character());
            }
            if (c == '\\') {
                int meant = escaped();
                if (meant < 0) {
                    return fault(
                            Reason.NOT_JSON_ESCAPE, Fault.shortened(text.substring(at, end(2))));
                }
                c = (char) meant;
            }
            if (said != null) {
                said.append(c);
            }
        }
        return fault(start, Reason.NOT_JSON_UNCLOSED);
    }

    /** What the escape here stands for, passed up to its last character; −1 where it is none. */
    private int escaped() {
        int known = at + 1 < text.length() ? "\"\\/bfnrt".indexOf(text.charAt(at + 1)) : -1;
        if (known >= 0) {
            at++;
            return "\"\\/\b\f\n\r\t".charAt(known);
        }
        Matcher unicode = UNICODE.matcher(text).region(at, end(6));
        if (!unicode.matches()) {
            return -1;
        }
        at += 5;
        return Integer.parseInt(unicode.group(1), 16);
    }

    private int end(int length) {
        return Math.min(at + length, text.length());
    }

    /** Passes a number, true, false or null. */
    @Nullable Fault word() {
        Fault foreign = foreign();
        if (foreign != null) {
            return foreign;
        }
        String word = text.substring(at, wordEnd());
        Fault fault = fault(word);
        at += fault == null ? word.length() : 0;
        return fault;
    }

    /** A key without quotes, or whatever else stands in the place of one. */
    Fault bareKey() {
        Fault foreign = foreign();
        return foreign != null
                ? foreign
                : fault(Reason.NOT_JSON_KEY, Fault.shortened(text.substring(at, wordEnd())));
    }

    /** What other languages and typesetting write where JSON has a quotation mark or a word. */
    private @Nullable Fault foreign() {
        if (peek() == '\'') {
            return fault(Reason.NOT_JSON_QUOTES);
        }
        if (QUOTES.indexOf(peek()) >= 0) {
            return fault(Reason.NOT_JSON_CURLY, character());
        }
        if (peek() == '(') {
            return fault(Reason.NOT_JSON_TUPLE);
        }
        if (peek() == '…' || text.startsWith("...", at)) {
            return fault(Reason.NOT_JSON_LEFT_OUT);
        }
        return wordEnd() == at ? fault(Reason.NOT_JSON_HERE, character()) : null;
    }

    private int wordEnd() {
        int end = at;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end))
                        || "+-−._$".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }

    private @Nullable Fault fault(String word) {
        if (LITERALS.contains(word)) {
            return null;
        }
        if (NOT_FINITE.matcher(word).matches()) {
            return fault(Reason.NOT_JSON_FINITE, word);
        }
        String json = PYTHON.get(word);
        if (json != null) {
            return fault(Reason.NOT_JSON_PYTHON, word, json);
        }
        boolean number = "+-−.".indexOf(word.charAt(0)) >= 0 || Character.isDigit(word.charAt(0));
        if (number && NUMBER.matcher(word).matches()) {
            return word.length() > JsonText.DIGITS
                    ? fault(Reason.NOT_JSON_LONG, word.length(), JsonText.DIGITS)
                    : null;
        }
        boolean call = text.startsWith("(", at + word.length());
        Reason reason =
                number ? badNumber(word) : call ? Reason.NOT_JSON_CALL : Reason.NOT_JSON_WORD;
        return fault(reason, Fault.shortened(word));
    }

    private static Reason badNumber(String word) {
        if (word.startsWith("+")) {
            return Reason.NOT_JSON_PLUS;
        }
        if (ZEROS.matcher(word).matches()) {
            return Reason.NOT_JSON_ZEROS;
        }
        if (HEX.matcher(word).matches()) {
            return Reason.NOT_JSON_HEX;
        }
        return POINT.matcher(word).matches() ? Reason.NOT_JSON_POINT : Reason.NOT_JSON_NUMBER;
    }
}
