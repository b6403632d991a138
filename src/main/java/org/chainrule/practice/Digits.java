package org.chainrule.practice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Stream;
import org.chainrule.derivation.Decimal;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Rounding;
import org.chainrule.notation.Entry;
import org.chainrule.worksheet.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * To which place answers are compared: the last one typed or the last one asked, whichever is
 * finer.
 *
 * @param paper the worksheet's rounding, or null: then three significant digits are asked
 */
record Digits(@Nullable Rounding paper) {
    /** As large as a place of a double can be. */
    private static final int NONE = 400;

    private static final int SIGNIFICANT = 3;
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** What working in doubles loses of a number. */
    private static final BigDecimal SLACK = new BigDecimal("1e-13");

    private static final double ROUGHLY = 1e-9;

    static Digits of(Worksheet worksheet) {
        return new Digits(worksheet.paper());
    }

    /** The last place asked of a number of this kind and value. */
    int asked(Kind kind, BigDecimal value) {
        if (paper != null) {
            return -paper.decimalsOf(kind);
        }
        return value.signum() == 0 ? NONE : magnitude(value) - SIGNIFICANT + 1;
    }

    /** {@code value} to the digits asked. */
    BigDecimal rounded(Kind kind, BigDecimal value, RoundingMode rounding) {
        int place = asked(kind, value);
        return place == NONE ? BigDecimal.ZERO : value.setScale(-place, rounding);
    }

    /** The numbers of so many digits beside {@code value}, the nearest first. */
    Stream<BigDecimal> near(Kind kind, BigDecimal value) {
        return Stream.of(RoundingMode.HALF_UP, RoundingMode.FLOOR, RoundingMode.CEILING)
                .map(rounding -> rounded(kind, value, rounding));
    }

    /** A number of so many digits, and how near it another is the same. */
    AnswerKey.Written written(Kind kind, BigDecimal value) {
        int place = asked(kind, value);
        return new AnswerKey.Written(
                value, place == NONE ? BigDecimal.ZERO : HALF.scaleByPowerOfTen(place));
    }

    /** The power of ten of the first digit. */
    static int magnitude(BigDecimal value) {
        return value.precision() - value.scale() - 1;
    }

    /** The place to which {@code typed} is compared with a number. */
    int compared(Entry typed, Kind kind, BigDecimal value) {
        int asked = asked(kind, value);
        int known = asked == NONE ? -typed.value().scale() : asked;
        return typed.workedOut() ? known : Math.min(typed.place(), asked);
    }

    /** Whether {@code typed} is this number. */
    boolean agree(Entry typed, Kind kind, Decimal number) {
        BigDecimal value = number.finite();
        return value != null && agreeAt(typed, compared(typed, kind, value), value);
    }

    /** The same in doubles, first roughly. */
    boolean agree(Entry typed, Kind kind, double number) {
        return Double.isFinite(number)
                && isNear(typed, number)
                && agree(typed, kind, Decimal.of(number));
    }

    /** What was typed with its digits is compared to the last of them at least. */
    private static boolean isNear(Entry typed, double number) {
        return typed.workedOut()
                || !(Math.abs(typed.value().doubleValue() - number)
                        > Math.pow(10, typed.place()) + ROUGHLY * Math.abs(number));
    }

    /** Whether {@code typed} is this number as far as it was typed. */
    static boolean agreeAsTyped(Entry typed, double number) {
        return Double.isFinite(number)
                && agreeAt(typed, typed.place(), new BigDecimal(Double.toString(number)));
    }

    /** Whether {@code typed} is {@code value} within half a unit of {@code place}. */
    static boolean agreeAt(Entry typed, int place, BigDecimal value) {
        BigDecimal half = HALF.scaleByPowerOfTen(place);
        BigDecimal slack = value.abs().multiply(SLACK);
        return value(typed, place).subtract(value).abs().compareTo(half.add(slack)) <= 0;
    }

    /** What was worked out has as many digits as are asked. */
    private static BigDecimal value(Entry typed, int place) {
        return typed.workedOut()
                ? typed.value().setScale(-place, RoundingMode.HALF_UP)
                : typed.value();
    }
}
