package org.chainrule.notation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalDouble;

/** The only place where numbers become text, and text numbers. */
public final class Numbers {
    private static final BigDecimal HUGE = new BigDecimal("1e9");

    /** Digits that a number which was typed has at most, as a rule. */
    private static final int TYPED = 8;

    /** Powers of ten from and below which numbers are written out. */
    private static final int SMALL = -11;

    private static final int LARGE = 18;

    private final Locale locale;
    private final boolean comma;

    private Numbers(Locale locale) {
        this.locale = locale;
        comma = locale.getLanguage().equals("de");
    }

    /** Numbers as {@code locale} writes them; English unless it is German. */
    public static Numbers in(Locale locale) {
        return new Numbers(locale);
    }

    /** What {@code text} says, read in this manner. */
    public static Parsed read(String text, Manner manner) {
        return NumberReader.read(text, manner);
    }

    /**
     * {@code value} to {@code decimals}, halves away from zero on its shortest decimal, never −0.
     */
    public String format(double value, int decimals) {
        return Double.isFinite(value)
                ? format(new BigDecimal(Double.toString(value)), decimals)
                : special(value);
    }

    /** {@code value} to {@code decimals}, halves away from zero, never −0. */
    public String format(BigDecimal value, int decimals) {
        if (value.abs().compareTo(HUGE) >= 0) {
            return scientific(value, decimals);
        }
        return typeset(value.setScale(decimals, RoundingMode.HALF_UP).toPlainString());
    }

    private String scientific(BigDecimal value, int decimals) {
        BigDecimal rounded = value.round(new MathContext(decimals + 1, RoundingMode.HALF_UP));
        int exponent = rounded.precision() - rounded.scale() - 1;
        BigDecimal mantissa =
                rounded.movePointLeft(exponent).setScale(decimals, RoundingMode.HALF_UP);
        return typeset(mantissa.toPlainString() + "e" + exponent);
    }

    /**
     * Like {@link #format(double, int)}, but with every digit that the number has, if it has more.
     */
    public String atLeast(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return special(value);
        }
        BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        return shortest.scale() > 17 || shortest.abs().compareTo(HUGE) >= 0
                ? full(value)
                : typeset(
                        shortest.setScale(
                                        Math.max(decimals, shortest.scale()), RoundingMode.HALF_UP)
                                .toPlainString());
    }

    /**
     * Like {@link #atLeast} for numbers as people type them; one with more than 8 digits, as
     * computing makes them, is rounded to {@code decimals}, or to significant digits where it is
     * small or large.
     */
    public String brief(double value, int decimals) {
        return brief(value, decimals, 0);
    }

    /** The same with {@code least} decimals at least, where it is not rounded. */
    public String brief(double value, int decimals, int least) {
        if (!Double.isFinite(value)
                || new BigDecimal(Double.toString(value)).stripTrailingZeros().precision()
                        <= TYPED) {
            return atLeast(value, least);
        }
        double size = Math.abs(value);
        return size < Math.pow(10, -decimals) || size >= 1e9
                ? significant(value, Math.max(2, decimals - 1))
                : format(value, size < 1e6 ? decimals : 0);
    }

    /** The text of minus the number that {@code text} is. */
    static String opposite(String text) {
        boolean something = text.chars().anyMatch(c -> (c >= '1' && c <= '9') || c == '∞');
        return text.startsWith("−") ? text.substring(1) : something ? "−" + text : text;
    }

    /** {@code value} itself, with every digit that it has. */
    public String exact(BigDecimal value) {
        BigDecimal shortest = value.stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        return exponent < SMALL || exponent >= LARGE
                ? scientific(shortest, shortest.precision() - 1)
                : typeset(
                        shortest.scale() <= 0 && value.scale() <= 0
                                ? shortest.toPlainString()
                                : value.toPlainString());
    }

    /** {@code value} as {@link #format} rounds it. */
    public static BigDecimal rounded(BigDecimal value, int decimals) {
        return value.abs().compareTo(HUGE) >= 0
                ? value.round(new MathContext(decimals + 1, RoundingMode.HALF_UP))
                : value.setScale(decimals, RoundingMode.HALF_UP);
    }

    /** The power of ten of the first digit of a finite number that is not 0. */
    public static int exponent(double value) {
        BigDecimal decimal = BigDecimal.valueOf(value);
        return decimal.precision() - decimal.scale() - 1;
    }

    /** All digits of {@code value}. */
    public String full(double value) {
        return Double.isFinite(value) ? typeset(canonical(value)) : special(value);
    }

    /** {@code value} for a field that is typed into: all digits. */
    public String asTyped(double value) {
        return asTyped(value, 0);
    }

    /** The same with {@code least} decimals at least, unless there is a power of ten. */
    public String asTyped(double value, int least) {
        String text = canonical(value);
        int point = text.indexOf('.');
        int missing = least - (point < 0 ? 0 : text.length() - point - 1);
        boolean padded = missing > 0 && text.indexOf('e') < 0;
        return typeset(padded ? text + (point < 0 ? "." : "") + "0".repeat(missing) : text);
    }

    /**
     * A change, with its sign: to {@code decimals}, or to as many more as its first two digits
     * need; scientific where that would be more than two more.
     */
    public String change(BigDecimal change, int decimals) {
        BigDecimal size = change.abs().stripTrailingZeros();
        int first = size.scale() - size.precision() + 1;
        int wanted = Math.max(decimals, Math.min(first + 1, size.scale()));
        String text = wanted > decimals + 2 ? scientific(size, 1) : format(size, wanted);
        return (change.signum() < 0 ? "−" : "+") + text;
    }

    /** {@code change} to this many significant digits, with its sign. */
    public String signed(double change, int digits) {
        String text = significant(change, digits);
        return change > 0 ? "+" + text : text;
    }

    /** {@code value} to this many significant digits, scientific where it is small or huge. */
    public String significant(double value, int digits) {
        if (!Double.isFinite(value) || value == 0) {
            return format(value, 0);
        }
        BigDecimal rounded =
                new BigDecimal(Double.toString(value))
                        .round(new MathContext(digits, RoundingMode.HALF_UP));
        int exponent = rounded.precision() - rounded.scale() - 1;
        return exponent < -4 || exponent > 8
                ? scientific(rounded, digits - 1)
                : format(rounded, Math.max(0, digits - 1 - exponent));
    }

    /** {@code value} to this many significant digits, with its power of ten: 6.1e−4. */
    public String scientific(double value, int digits) {
        return Double.isFinite(value) && value != 0
                ? scientific(BigDecimal.valueOf(value), digits - 1)
                : format(value, 0);
    }

    /** A share as a signed percentage: "+163%". */
    public String percent(double share) {
        String number = signed(100 * share, Math.abs(share) >= 1 ? 3 : 2);
        return comma ? number + "\u00a0%" : number + "%";
    }

    /** {@code value} with no more digits than it has and {@code most} decimals at most. */
    public String rounded(double value, int most) {
        return Double.isFinite(value)
                ? full(BigDecimal.valueOf(value).setScale(most, RoundingMode.HALF_UP).doubleValue())
                : special(value);
    }

    /** A whole number with its thousands set apart: 20,000. */
    public String grouped(long value) {
        return String.format(locale, "%,d", value);
    }

    /** A whole number. */
    public String count(long value) {
        return typeset(Long.toString(value));
    }

    private String typeset(String text) {
        boolean zero = text.chars().allMatch(c -> c == '-' || c == '0' || c == '.');
        return separated(zero && text.startsWith("-") ? text.substring(1) : text.replace('-', '−'));
    }

    private String separated(String text) {
        return comma ? text.replace('.', ',') : text;
    }

    private String special(double value) {
        if (Double.isNaN(value)) {
            return locale.getLanguage().equals("de") ? "nicht definiert" : "undefined";
        }
        return value > 0 ? "∞" : "−∞";
    }

    /**
     * The one text of a finite double in links and documents; it reads back bit for bit, −0 too.
     */
    public static String canonical(double value) {
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent >= -4 && exponent < 15) {
            return shortest.toPlainString();
        }
        String digits = shortest.unscaledValue().abs().toString();
        String mantissa =
                digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return (shortest.signum() < 0 ? "-" : "") + mantissa + "e" + exponent;
    }

    /** The number of a link's text, if it is one and finite. */
    public static OptionalDouble readCanonical(String text) {
        return read(text, Manner.LINK) instanceof Parsed.Value(var value)
                ? OptionalDouble.of(value)
                : OptionalDouble.empty();
    }
}
