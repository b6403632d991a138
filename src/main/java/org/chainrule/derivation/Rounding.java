package org.chainrule.derivation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;

/**
 * How numbers are worked in arithmetic as on paper: which are written down, to how many decimals,
 * and what slopes are taken from (sheet).
 *
 * @param decimals of p, z, the written one of ∂J/∂z and ∂J/∂p, and J
 * @param gradientDecimals of parameter gradients; an updated parameter has one more
 */
public record Rounding(int decimals, int gradientDecimals, Writes writes, Slope slope) {
    /** The most decimals. */
    public static final int MOST = 10;

    /** Which of a neuron's two error gradients is written down; the other is not rounded. */
    public enum Writes {
        /** ∂J/∂z, as on the sheet. */
        DZ("dz"),
        /** δ = ∂J/∂p, as in most lectures. */
        DELTA("delta");

        private final String key;

        Writes(String key) {
            this.key = key;
        }

        public static Optional<Writes> of(String key) {
            return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst();
        }

        /** Its name in documents and links. */
        public String key() {
            return key;
        }
    }

    /** Which written number the slope of a sigmoid or tanh is taken from. */
    public enum Slope {
        P("p"),
        Z("z");

        private final String key;

        Slope(String key) {
            this.key = key;
        }

        public static Optional<Slope> of(String key) {
            return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst();
        }

        /** Its name in documents and links. */
        public String key() {
            return key;
        }
    }

    public Rounding {
        if (decimals < 0 || decimals > MOST || gradientDecimals < 0 || gradientDecimals > MOST) {
            throw new IllegalArgumentException(
                    "decimals: 0 … 10, not " + decimals + ", " + gradientDecimals);
        }
    }

    /** So many decimals, worked the sheet's way. */
    public Rounding(int decimals, int gradientDecimals) {
        this(decimals, gradientDecimals, Writes.DZ, Slope.P);
    }

    /** As on the first worksheet: 2 and 3 decimals. */
    public static final Rounding SHEET = new Rounding(2, 3);

    public Rounding withDecimals(int changed) {
        return new Rounding(changed, gradientDecimals, writes, slope);
    }

    public Rounding withGradientDecimals(int changed) {
        return new Rounding(decimals, changed, writes, slope);
    }

    public Rounding with(Writes changed) {
        return new Rounding(decimals, gradientDecimals, changed, slope);
    }

    public Rounding with(Slope changed) {
        return new Rounding(decimals, gradientDecimals, writes, changed);
    }

    /** The decimals to which {@code kind} is shown. */
    public int decimalsOf(Quantity.Kind kind) {
        return switch (kind) {
            case X, Y, W, B, LR, P, Z, DX, J -> decimals;
            case DZ, DP -> isWritten(kind) ? decimals : gradientDecimals;
            case DW, DB, S, U, M, V, NU, NM, NV, MH, VH -> gradientDecimals;
            case NW, NB -> gradientDecimals + 1;
        };
    }

    /**
     * {@code value} as it is written down, halves away from zero. What was typed stays, and what is
     * not written.
     */
    Decimal write(Quantity.Kind kind, Decimal value) {
        return switch (kind) {
            case X, Y, W, B, U, M, V, LR -> value;
            case P, Z, S, NU, NM, NV, MH, VH, DZ, DP, DX, J, DW, DB, NW, NB ->
                    isWritten(kind) ? value.rounded(decimalsOf(kind)) : value;
        };
    }

    /**
     * Whether numbers of this kind are written down on the way: slopes are not, nor is one of ∂J/∂z
     * and ∂J/∂p, nor what an optimizer keeps.
     */
    public boolean isWritten(Quantity.Kind kind) {
        return switch (kind) {
            case S, U, M, V, NU, NM, NV, MH, VH -> false;
            case DZ -> writes == Writes.DZ;
            case DP -> writes == Writes.DELTA;
            case X, Y, W, B, LR, P, Z, DX, J, DW, DB, NW, NB -> true;
        };
    }

    static BigDecimal round(BigDecimal value, int decimals) {
        return value.setScale(decimals, RoundingMode.HALF_UP);
    }
}
