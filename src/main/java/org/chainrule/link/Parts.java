package org.chainrule.link;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.chainrule.document.Fault;
import org.chainrule.document.Reading;
import org.jspecify.annotations.Nullable;

/** Splits a query into its parts, and writes text in the letters that links leave whole. */
final class Parts {
    /** What a lenient decoder leaves of broken percent-encoding. */
    private static final char REPLACEMENT = '\ufffd';

    private Parts() {}

    static void split(String query, Map<String, String> parts, List<Reading.Refusal> refusals) {
        for (String pair : query.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String key = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            if (key == null || value == null || (key + value).indexOf(REPLACEMENT) >= 0) {
                refusals.add(
                        new Reading.Refusal(
                                key == null ? "" : shown(key),
                                Fault.of(Fault.Reason.ENCODING, shown(pair))));
            } else if (parts.putIfAbsent(key, value) != null) {
                refusals.add(new Reading.Refusal(shown(key), Fault.of(Fault.Reason.GIVEN_TWICE)));
            }
        }
    }

    static String shown(String text) {
        String plain = text.replaceAll("[^\\x20-\\x7e]", "?");
        return Fault.shortened(plain);
    }

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

    static @Nullable String unescape(String text) {
        return unescape(text, '*', '_');
    }

    private static @Nullable String unescape(String text, char mark, char space) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == mark) {
                int value = hex(text, i + 1);
                if (value < 0) {
                    return null;
                }
                bytes.write(value);
                i += 2;
            } else if (space != '\0' && c == space) {
                bytes.write(' ');
            } else {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
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

    private static int hex(String text, int at) {
        if (at + 1 >= text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : 16 * high + low;
    }
}
