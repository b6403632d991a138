package org.chainrule.practice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.chainrule.derivation.Ref;

/**
 * What goes wrong in writing a number down.
 *
 * @param place the last place compared of the number asked
 */
record Writing(Digits digits, int place) {
    /** Digits of a number that may be exchanged with the next. */
    private static final int LONGEST = 18;

    record Wrong(Slip slip, double value) {}

    /**
     * @param asked whether it is the number that was asked for
     */
    List<Wrong> of(Ref ref, double value, boolean asked) {
        List<Wrong> wrong = new ArrayList<>();
        if (!Double.isFinite(value) || value == 0) {
            return wrong;
        }
        wrong.add(new Wrong(Slip.SIGN, -value));
        wrong.add(new Wrong(Slip.DECIMAL_SLIP, value * 10));
        wrong.add(new Wrong(Slip.DECIMAL_SLIP, value / 10));
        BigDecimal exact = new BigDecimal(Double.toString(value));
        int last = asked ? place : digits.asked(ref.quantity().kind(), exact);
        if (asked || digits.paper() != null) {
            wrong.add(new Wrong(Slip.CUT, cut(exact, last)));
            exchanged(exact, last, wrong);
            // A zero at the end may have been left out.
            exchanged(exact, last - 1, wrong);
        }
        return wrong;
    }

    private static double cut(BigDecimal value, int place) {
        return value.setScale(-place, RoundingMode.DOWN).doubleValue();
    }

    /** Each digit exchanged with the next. */
    private static void exchanged(BigDecimal value, int place, List<Wrong> into) {
        BigDecimal written = value.setScale(-place, RoundingMode.HALF_UP);
        char[] digits = written.unscaledValue().abs().toString().toCharArray();
        for (int i = 0; i + 1 < Math.min(digits.length, LONGEST); i++) {
            if (digits[i] != digits[i + 1]) {
                char[] exchanged = digits.clone();
                exchanged[i] = digits[i + 1];
                exchanged[i + 1] = digits[i];
                BigDecimal size = new BigDecimal(new String(exchanged)).scaleByPowerOfTen(place);
                into.add(new Wrong(Slip.DIGITS_EXCHANGED, value.signum() * size.doubleValue()));
            }
        }
    }
}
