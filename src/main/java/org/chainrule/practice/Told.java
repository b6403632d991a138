package org.chainrule.practice;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Ref;

/** What the slips that matter make of one number, and which of them it can tell apart. */
final class Told {
    private final Ref ref;
    private final List<Rewritten> slips;

    /** Whether two give the same whatever the numbers are; the first is what is right. */
    private final boolean[][] same;

    /** Whether some numbers tell it apart. */
    private final boolean[] possible;

    Told(Ref ref, List<Rewritten> slips) {
        this.ref = ref;
        this.slips = slips;
        int size = slips.size() + 1;
        same = new boolean[size][size];
        possible = new boolean[size];
        for (boolean[] each : same) {
            Arrays.fill(each, true);
        }
    }

    Kind kind() {
        return ref.quantity().kind();
    }

    /** What is worked out for it. */
    long nodes() {
        return slips.stream().mapToLong(slip -> Terms.in(slip.formula())).sum();
    }

    /** What is right, then what each slip gives. */
    double[] values(Reckoned base) {
        double[] values = new double[slips.size() + 1];
        values[0] = base.line(ref);
        for (int i = 1; i < values.length; i++) {
            values[i] = base.of(slips.get(i - 1).formula());
        }
        return values;
    }

    /** How many slips are not told apart that can be; {@code apart} has which of them are. */
    int blurred(double[] values, double unit, Map<Slip, Boolean> apart) {
        int blurred = 0;
        for (int i = 1; i < values.length; i++) {
            if (possible[i]) {
                boolean is = isApart(values, i, unit);
                blurred += is ? 0 : 1;
                apart.merge(slips.get(i - 1).slip(), is, Boolean::logicalOr);
            }
        }
        return blurred;
    }

    /** Learns from {@code values} what can be told apart by more than {@code unit}. */
    void allow(double[] values, double unit) {
        for (int i = 1; i < values.length; i++) {
            possible[i] |= !same[0][i] && isApart(values, i, unit);
        }
    }

    /** Whether the i-th is further than {@code unit} from all that it is not the same as. */
    private boolean isApart(double[] values, int i, double unit) {
        for (int j = 0; j < values.length; j++) {
            if (!same[i][j] && Math.abs(values[i] - values[j]) <= unit) {
                return false;
            }
        }
        return true;
    }

    /** Learns from {@code values}, which coincide nowhere by chance, what is the same. */
    void compare(double[] values) {
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values.length; j++) {
                same[i][j] &= i == j || isEqual(values[i], values[j]);
            }
        }
    }

    private static boolean isEqual(double a, double b) {
        return Math.abs(a - b) <= Distinctness.EQUAL * Math.max(Math.abs(a), Math.abs(b))
                || Double.compare(a, b) == 0;
    }
}
