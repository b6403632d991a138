package org.chainrule.link;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Text in the letters that links leave whole, and in letters that are safe to show. */
final class Escapes {
    /** How many characters of what was found a sentence repeats. */
    private static final int SHOWN = 40;

    private Escapes() {}

    /** {@code text} with its percent-encoding undone, or null where that is broken. */
    static @Nullable String decode(String text) {
        return unescape(text, '%', '\0');
    }

    /**
     * A title: a space is {@code _}, and every byte that links do not leave whole is {@code *} and
     * two hex digits.
     */
    static String escape(String title) {
        StringBuilder text = new StringBuilder();
        for (byte b : title.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c == ' ') {
                text.append('_');
            } else if (c < 128 && (Character.isLetterOrDigit(c) || "-.~,;:!".indexOf(c) >= 0)) {
                text.append(c);
            } else {
                text.append('*').append("%02X".formatted(b & 0xff));
            }
        }
        return text.toString();
    }

    /** The title of {@link #escape}, or null where an escape or a pair of surrogates is broken. */
    static @Nullable String unescape(String text) {
        return hasHalfAPair(text) ? null : unescape(text, '*', '_');
    }

    private static boolean hasHalfAPair(String text) {
        return text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE);
    }

    private static @Nullable String unescape(String text, char mark, char space) {
        if (text.indexOf(mark) < 0) {
            return text.replace(space, ' ');
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(utf8.length);
        for (int i = 0; i < utf8.length; i++) {
            if (utf8[i] == mark) {
                int value = hex(utf8, i + 1);
                if (value < 0) {
                    return null;
                }
                bytes.write(value);
                i += 2;
            } else {
                bytes.write(utf8[i] == space ? ' ' : utf8[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static int hex(byte[] text, int at) {
        if (at + 1 >= text.length) {
            return -1;
        }
        int high = Character.digit(text[at], 16);
        int low = Character.digit(text[at + 1], 16);
        return high < 0 || low < 0 ? -1 : 16 * high + low;
    }

    /**
     * What of {@code text} a sentence repeats: its beginning as it is, but for characters that
     * nobody sees or that change how others are seen, which are named by their numbers.
     */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        int[] beginning = text.codePoints().limit(SHOWN + 1L).toArray();
        for (int i = 0; i < Math.min(beginning.length, SHOWN); i++) {
            if (visible(beginning[i])) {
                shown.appendCodePoint(beginning[i]);
            } else {
                shown.append("\\u%04x".formatted(beginning[i]));
            }
        }
        return beginning.length > SHOWN ? shown.append('…').toString() : shown.toString();
    }

    private static boolean visible(int c) {
        return c == ' '
                || switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED,
                            Character.SPACE_SEPARATOR,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR ->
                            false;
                    default -> true;
                };
    }
}
