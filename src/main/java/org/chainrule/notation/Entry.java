package org.chainrule.notation;

import java.math.BigDecimal;
import java.util.Optional;
import org.chainrule.notation.Stumble.Source;

/**
 * A number as it was typed, with its digits.
 *
 * @param place the power of ten of its last digit: −2 of 0.60, 1 of 120
 * @param workedOut whether it was typed as something to work out, so that its digits say nothing
 */
public record Entry(BigDecimal value, int place, boolean workedOut) {

    /** What {@code text} says, read as a cell reads it; empty where that is no number. */
    public static Optional<Entry> of(String text) {
        if (!(NumberReader.read(text, Manner.TYPED) instanceof Parsed.Value)) {
            return Optional.empty();
        }
        String plain = Glyphs.plain(text.strip());
        BigDecimal value = Arithmetic.value(plain);
        return Optional.of(new Entry(value, place(value), !isLiteral(plain)));
    }

    /** {@code value} typed with the digits that it has. */
    public static Entry of(BigDecimal value) {
        return new Entry(value, place(value), false);
    }

    /** Zeros at the end of a whole number say nothing of how far it was worked out. */
    private static int place(BigDecimal value) {
        int scale = value.scale() > 0 ? value.scale() : value.stripTrailingZeros().scale();
        return value.signum() == 0 ? Math.min(0, -value.scale()) : -scale;
    }

    private static boolean isLiteral(String plain) {
        Source text = new Source(plain);
        while (text.peek() == '-' || text.peek() == '+') {
            text.take();
        }
        try {
            Literal.power(text);
        } catch (Stumble stumble) {
            return false;
        }
        text.peek();
        return text.isRead();
    }
}
