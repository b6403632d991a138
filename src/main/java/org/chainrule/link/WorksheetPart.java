package org.chainrule.link;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.chainrule.worksheet.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A part of a link that says something of the worksheet, or some that are written and read
 * together.
 *
 * @param keys their names, but for the numbered ones
 */
record WorksheetPart(List<String> keys, Write write, Consumer<LinkReader> read) {
    /** Adds the parts that say what {@code worksheet} has. */
    interface Write {
        void to(Map<String, String> parts, Worksheet worksheet);
    }

    /** The text of one part, or null where it is left out. */
    interface Text {
        @Nullable String of(Worksheet worksheet);
    }

    /** Reads the text of one part into the document. */
    interface Field {
        void read(LinkReader document, String text);
    }

    /** One that may be left out. */
    static WorksheetPart of(String key, Text text, Field field) {
        return new WorksheetPart(
                List.of(key),
                (parts, worksheet) -> put(parts, key, text.of(worksheet)),
                document -> {
                    String given = document.take(key);
                    if (given != null) {
                        field.read(document, given);
                    }
                });
    }

    private static void put(Map<String, String> parts, String key, @Nullable String text) {
        if (text != null) {
            parts.put(key, text);
        }
    }
}
