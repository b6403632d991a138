package org.chainrule.workbench.kit;

import org.chainrule.notation.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * What a number's field holds.
 *
 * @param text all digits, or what was entered and refused
 * @param brief the number as it is displayed, or null where that is no shorter
 */
public record Held(String text, @Nullable String brief) {
    /** What was entered and refused. */
    static Held refused(String text) {
        return new Held(text, null);
    }

    static Held of(String text, String displayed) {
        return new Held(text, displayed.length() < text.length() ? displayed : null);
    }

    /** {@code value}, which has no address, displayed to {@code decimals}. */
    static Held of(double value, int decimals, Numbers numbers) {
        return of(numbers.asTyped(value), numbers.brief(value, decimals));
    }
}
