package org.chainrule.practice;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.derivation.Form;
import org.chainrule.derivation.PaperTrace;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Rounding;
import org.chainrule.derivation.Rounding.Slope;
import org.chainrule.derivation.Rounding.Writes;
import org.chainrule.derivation.Way;
import org.chainrule.engine.Problem;
import org.chainrule.worksheet.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A way of carrying numbers on: which of them are written down, and to how many decimals.
 *
 * @param rounding how they are rounded, or null: not at all
 * @param both whether ∂J/∂z and δ are both written
 */
record Carrying(@Nullable Rounding rounding, boolean both) {
    static final Carrying UNROUNDED = new Carrying(null, false);

    /** The way of the worksheet itself. */
    static Carrying own(Worksheet worksheet) {
        return new Carrying(worksheet.paper(), false);
    }

    /** Every way in which a number of {@code worksheet} may be right, its own first. */
    static List<Carrying> legitimate(Worksheet worksheet) {
        Rounding paper = worksheet.paper();
        if (paper == null) {
            return List.of(UNROUNDED);
        }
        List<Carrying> ways = new ArrayList<>(List.of(own(worksheet), UNROUNDED));
        rounded(paper).stream().filter(way -> !ways.contains(way)).forEach(ways::add);
        rounded(more(paper, 1, 1)).forEach(ways::add);
        return List.copyOf(ways);
    }

    /** The worksheet's own way, and unrounded. */
    static List<Carrying> few(Worksheet worksheet) {
        return worksheet.paper() == null ? List.of(UNROUNDED) : List.of(own(worksheet), UNROUNDED);
    }

    /** The ways that round too early: with fewer decimals, but one at least. */
    static List<Carrying> coarser(Worksheet worksheet) {
        Rounding paper = worksheet.paper();
        List<Carrying> ways = new ArrayList<>();
        if (paper == null) {
            for (int d = 4; d >= 1; d--) {
                ways.addAll(rounded(new Rounding(d, d)));
            }
            return ways;
        }
        for (int less = 1; less <= 3; less++) {
            coarser(paper, 0, less, ways);
            coarser(paper, less, 0, ways);
            coarser(paper, less, less, ways);
        }
        return ways;
    }

    private static void coarser(Rounding paper, int less, int gradientLess, List<Carrying> into) {
        if (paper.decimals() - less >= 1 && paper.gradientDecimals() - gradientLess >= 1) {
            into.addAll(rounded(more(paper, -less, -gradientLess)));
        }
    }

    private static Rounding more(Rounding paper, int more, int gradientMore) {
        return paper.withDecimals(Math.min(paper.decimals() + more, Rounding.MOST))
                .withGradientDecimals(
                        Math.min(paper.gradientDecimals() + gradientMore, Rounding.MOST));
    }

    private static List<Carrying> rounded(Rounding paper) {
        List<Carrying> ways = new ArrayList<>();
        for (Slope slope : Slope.values()) {
            for (Writes writes : Writes.values()) {
                ways.add(new Carrying(paper.with(slope).with(writes), false));
            }
            ways.add(new Carrying(paper.with(slope).with(Writes.DZ), true));
        }
        return ways;
    }

    /** The decimals to which a number of this kind is written, or −1: it is carried on as it is. */
    int decimals(Kind kind) {
        if (rounding == null) {
            return -1;
        }
        return switch (kind) {
            case X, Y, W, B, LR, S, U, M, V, NU, NM, NV, MH, VH -> -1;
            case DZ, DP -> both || rounding.isWritten(kind) ? rounding.decimals() : -1;
            case P, Z, DX, J, DW, DB, NW, NB -> rounding.decimalsOf(kind);
        };
    }

    /** The formulas of this way. */
    Way way(Problem problem) {
        Form form =
                rounding == null
                        ? Form.SLOPES
                        : both ? Form.DELTAS : PaperTrace.form(problem, rounding);
        return way(form);
    }

    Way way(Form form) {
        return new Way(form, rounding);
    }
}
