package org.chainrule.link;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A part of a link that says something of the view: its key, what of the view it is, and its text.
 *
 * @param get what a view has of it, or null
 * @param set the view that has it instead
 */
record ViewPart<T>(
        String key, Get<T> get, BiFunction<View, T, View> set, Write<T> write, Read<T> read) {
    /** What a view has of a part, or null. */
    interface Get<T> {
        @Nullable T of(View view);
    }

    /** The text of a part beside a worksheet, or null where a link cannot carry it. */
    interface Write<T> {
        @Nullable String text(T value, Worksheet worksheet);
    }

    /** What a text says, or nothing where that cannot be. */
    interface Read<T> {
        Optional<T> value(String text, Place place);
    }

    /** Where a view is read. */
    record Place(Worksheet worksheet, Examples examples) {}

    /** Adds it to {@code parts} where it says other than of the initial view. */
    void write(View view, Worksheet worksheet, Map<String, String> parts) {
        String text = text(view, worksheet);
        if (text != null && !text.equals(text(View.INITIAL, worksheet))) {
            parts.put(key, text);
        }
    }

    private @Nullable String text(View view, Worksheet worksheet) {
        T value = get.of(view);
        return value == null ? null : write.text(value, worksheet);
    }

    /** {@code view} as {@code text} changes it, or nothing where that cannot be. */
    Optional<View> read(View view, String text, Place place) {
        return read.value(text, place).map(value -> set.apply(view, value));
    }
}
