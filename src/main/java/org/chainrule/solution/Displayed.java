package org.chainrule.solution;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.chainrule.notation.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * A number as it is displayed in a line.
 *
 * @param decimal null where it is not finite, and only then
 */
record Displayed(@Nullable BigDecimal decimal, double value, String text) {
    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);

    static Displayed infinite(double value, Numbers numbers) {
        return new Displayed(null, value, numbers.format(value, 0));
    }

    /** With all digits of a double. */
    static Displayed full(double value, Numbers numbers) {
        return new Displayed(new BigDecimal(Double.toString(value)), value, numbers.full(value));
    }

    /** With so many decimals, or two digits where it would stand as 0. */
    static Displayed exact(double value, int decimals, Numbers numbers) {
        BigDecimal decimal = new BigDecimal(Double.toString(value));
        BigDecimal rounded = Numbers.rounded(decimal, decimals);
        return rounded.signum() == 0 && value != 0
                ? twoDigits(decimal, numbers)
                : new Displayed(rounded, rounded.doubleValue(), numbers.format(decimal, decimals));
    }

    static Displayed twoDigits(BigDecimal value, Numbers numbers) {
        BigDecimal two = value.round(TWO_DIGITS);
        return new Displayed(two, two.doubleValue(), numbers.scientific(value.doubleValue(), 2));
    }

    static Displayed whole(BigDecimal value, Numbers numbers) {
        return new Displayed(value, value.doubleValue(), numbers.exact(value));
    }
}
