package org.chainrule.notation;

import java.math.BigDecimal;
import org.chainrule.notation.Parsed.Reason;
import org.chainrule.notation.Stumble.Source;

/**
 * A number as it is written: digits, one decimal point or comma, thousands set apart by blanks, an
 * exponent.
 */
final class Literal {
    private static final int LARGEST_EXPONENT = 400;

    private Literal() {}

    /** A number, or a power of ten. */
    static BigDecimal power(Source text) {
        BigDecimal number = number(text);
        boolean raised = text.peek() == '^' || (text.peek() == '*' && text.ahead() == '*');
        if (!raised || !number.toString().equals("10")) {
            return number;
        }
        if (text.take() == '*') {
            text.take();
        }
        return BigDecimal.ONE.scaleByPowerOfTen(exponent(text));
    }

    static BigDecimal number(Source text) {
        text.peek();
        String whole = whole(text);
        String decimals = "";
        boolean point = isPoint(text.here());
        if (point) {
            text.take();
            decimals = text.digits();
            after(text);
        }
        if (whole.isEmpty() && decimals.isEmpty()) {
            throw point ? new Stumble(Reason.UNEXPECTED, ".") : text.stumble();
        }
        BigDecimal number =
                new BigDecimal(
                        (whole.isEmpty() ? "0" : whole)
                                + (decimals.isEmpty() ? "" : "." + decimals));
        if (text.peek() == 'e' || text.peek() == 'E') {
            text.take();
            return number.scaleByPowerOfTen(exponent(text));
        }
        return number;
    }

    /** The digits before the point, without the blanks that set thousands apart. */
    private static String whole(Source text) {
        String first = text.digits();
        StringBuilder whole = new StringBuilder(first);
        while (text.here() == ' ' && Glyphs.isPartOfNumber(text.ahead()) && !first.isEmpty()) {
            text.take();
            String group = text.digits();
            boolean thousands =
                    first.length() <= 3 && !first.startsWith("0") && group.length() == 3;
            if (!thousands) {
                throw new Stumble(Reason.BLANK, "");
            }
            whole.append(group);
        }
        return whole.toString();
    }

    /** Nothing that belongs to a number may follow the decimals, after a blank or without. */
    private static void after(Source text) {
        if (text.here() == ' ' && Glyphs.isPartOfNumber(text.ahead())) {
            throw new Stumble(Reason.BLANK, "");
        }
        if (isPoint(text.here())) {
            throw new Stumble(Reason.AMBIGUOUS, "");
        }
    }

    private static boolean isPoint(char c) {
        return c == '.' || c == ',';
    }

    private static int exponent(Source text) {
        boolean minus = text.peek() == '-';
        if (minus || text.peek() == '+') {
            text.take();
        }
        text.peek();
        String digits = text.digits();
        if (digits.isEmpty()) {
            throw text.stumble();
        }
        String size = digits.replaceFirst("^0+(?=.)", "");
        if (size.length() > 3 || Integer.parseInt(size) > LARGEST_EXPONENT) {
            throw new Stumble(Reason.TOO_LARGE, "");
        }
        return minus ? -Integer.parseInt(size) : Integer.parseInt(size);
    }

    static BigDecimal bounded(BigDecimal value) {
        if (Math.abs((long) value.precision() - value.scale()) > 2_000 || value.scale() > 4_000) {
            throw new Stumble(Reason.TOO_LARGE, "");
        }
        return value;
    }
}
