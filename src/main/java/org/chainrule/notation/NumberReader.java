package org.chainrule.notation;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.chainrule.notation.Parsed.Reason;
import org.chainrule.notation.Parsed.Value;
import org.chainrule.notation.Parsed.Wrong;
import org.chainrule.notation.Stumble.Source;

/** The one reader of numbers, in its four manners. */
final class NumberReader {
    private static final int LONGEST = 200;
    private static final Pattern CANONICAL =
            Pattern.compile("-?[0-9]{1,400}(\\.[0-9]{1,400})?(e-?[0-9]{1,3})?");

    /** A whole number with its thousands set apart, by the same mark throughout. */
    private static final Pattern GROUPED =
            Pattern.compile("[+-]? ?[1-9][0-9]{0,2}(?:([., '])[0-9]{3})(?:\\1[0-9]{3})*");

    /** One with marks that do not set thousands apart. */
    private static final Pattern MARKED = Pattern.compile("[+-]? ?[0-9]+[.,'][0-9.,']*");

    private static final Pattern FRACTION = Pattern.compile("0|[1-9][0-9]*");
    private static final Pattern POWER =
            Pattern.compile(
                    "([+-]?[0-9]+(?:[.,][0-9]+)?) ?\\* ?10 ?(?:\\^|\\*\\*) ?([+-]?[0-9]{1,3})");

    private NumberReader() {}

    static Parsed read(String text, Manner manner) {
        if (manner == Manner.LINK) {
            return canonical(text);
        }
        String stripped = text.strip();
        if (stripped.length() > LONGEST) {
            return new Wrong(Reason.TOO_LONG, "");
        }
        String plain = Glyphs.plain(stripped);
        if (plain.isEmpty()) {
            return new Wrong(Reason.EMPTY, "");
        }
        try {
            return switch (manner) {
                case TYPED -> value(Arithmetic.value(plain), plain);
                case FILE -> value(file(plain), plain);
                case WHOLE -> whole(plain);
                case LINK -> canonical(text);
            };
        } catch (Stumble stumble) {
            return named(stumble.wrong(), stripped);
        }
    }

    /** With the whole text where it is the whole text that stumbled. */
    private static Wrong named(Wrong wrong, String text) {
        return switch (wrong.reason()) {
            case AMBIGUOUS, BLANK, EXPRESSION, DECIMALS -> new Wrong(wrong.reason(), text);
            case EMPTY, TOO_LONG, UNEXPECTED, UNFINISHED, POWER, DIVISION_BY_ZERO, TOO_LARGE ->
                    wrong;
        };
    }

    private static Parsed value(BigDecimal value, String plain) {
        if (value.signum() == 0 && (plain.equals("-0") || plain.equals("-0.0"))) {
            return new Value(-0.0);
        }
        double result = value.doubleValue();
        return Double.isFinite(result) ? new Value(result) : new Wrong(Reason.TOO_LARGE, "");
    }

    private static BigDecimal file(String plain) {
        boolean minus = plain.startsWith("-");
        String size = minus || plain.startsWith("+") ? plain.substring(1).strip() : plain;
        Source text = new Source(size);
        BigDecimal number = Literal.number(text);
        if (text.peek() == '/') {
            number = fraction(size);
        } else if (!text.isRead()) {
            throw left(text, plain);
        }
        return minus ? number.negate() : number;
    }

    private static BigDecimal fraction(String text) {
        String[] parts = text.split("/", -1);
        boolean fraction =
                parts.length == 2
                        && FRACTION.matcher(parts[0].strip()).matches()
                        && FRACTION.matcher(parts[1].strip()).matches();
        if (!fraction) {
            throw new Stumble(Reason.EXPRESSION, "");
        }
        return Arithmetic.quotient(
                new BigDecimal(parts[0].strip()), new BigDecimal(parts[1].strip()));
    }

    /** Why something is left after a plain number. */
    private static Stumble left(Source text, String plain) {
        var power = POWER.matcher(plain);
        if (power.matches()) {
            return new Stumble(
                    Reason.POWER, power.group(1) + "e" + power.group(2).replace("+", ""));
        }
        return "+-*/:^(".indexOf(text.peek()) >= 0
                ? new Stumble(Reason.EXPRESSION, "")
                : text.stumble();
    }

    private static Parsed whole(String plain) {
        if (GROUPED.matcher(plain).matches()) {
            return new Value(new BigDecimal(plain.replaceAll("[., ']", "")).doubleValue());
        }
        if (MARKED.matcher(plain).matches()) {
            throw new Stumble(Reason.DECIMALS, "");
        }
        BigDecimal value = Arithmetic.value(plain);
        boolean decimals = plain.indexOf('.') >= 0 || plain.indexOf(',') >= 0;
        if (decimals || value.stripTrailingZeros().scale() > 0) {
            throw new Stumble(Reason.DECIMALS, "");
        }
        return value(value, plain);
    }

    private static Parsed canonical(String text) {
        if (!CANONICAL.matcher(text).matches()) {
            return text.isEmpty()
                    ? new Wrong(Reason.EMPTY, "")
                    : new Wrong(Reason.UNEXPECTED, text);
        }
        double value = Double.parseDouble(text);
        return Double.isFinite(value) ? new Value(value) : new Wrong(Reason.TOO_LARGE, "");
    }
}
