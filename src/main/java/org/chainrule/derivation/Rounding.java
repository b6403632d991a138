package org.chainrule.derivation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * To how many decimals numbers are written down in arithmetic as on paper (sheet).
 *
 * @param decimals of p, z, ∂J/∂z and J
 * @param gradientDecimals of parameter gradients; an updated parameter has one more
 */
public record Rounding(int decimals, int gradientDecimals) {
    /** The most decimals. */
    public static final int MOST = 10;

    public Rounding {
        if (decimals < 0 || decimals > MOST || gradientDecimals < 0 || gradientDecimals > MOST) {
            throw new IllegalArgumentException(
                    "decimals: 0 … 10, not " + decimals + ", " + gradientDecimals);
        }
    }

    /** As on the first worksheet: 2 and 3 decimals. */
    public static final Rounding SHEET = new Rounding(2, 3);

    /** The decimals to which {@code kind} is shown. */
    public int decimalsOf(Quantity.Kind kind) {
        return switch (kind) {
            case P, Z, DZ, J -> decimals;
            case DW, DB -> gradientDecimals;
            case NW, NB -> gradientDecimals + 1;
            case DP -> gradientDecimals;
            case X, Y, W, B, LR -> decimals;
        };
    }

    /**
     * {@code value} as it is written down, halves away from zero. What was typed, and ∂J/∂p, are
     * not written.
     */
    Decimal write(Quantity.Kind kind, Decimal value) {
        return switch (kind) {
            case X, Y, W, B, LR, DP -> value;
            case P, Z, DZ, J, DW, DB, NW, NB -> value.rounded(decimalsOf(kind));
        };
    }

    static BigDecimal round(BigDecimal value, int decimals) {
        return value.setScale(decimals, RoundingMode.HALF_UP);
    }
}
