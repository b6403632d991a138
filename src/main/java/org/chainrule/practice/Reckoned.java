package org.chainrule.practice;

import java.util.HashMap;
import java.util.Map;
import org.chainrule.derivation.Decimal;
import org.chainrule.derivation.Derivation;
import org.chainrule.derivation.Evaluation;
import org.chainrule.derivation.ExactValues;
import org.chainrule.derivation.Expr;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Way;

/**
 * Numbers worked in doubles in one way of carrying, each when it is asked for, from those that are
 * given in their places.
 *
 * <p>Where they are rounded, what a double takes for a tie is one.
 */
final class Reckoned implements Worked {
    /** What working in doubles may have lost of a tie, in units of the last place. */
    private static final double SLACK = 1e-9;

    private final Lines lines;
    private final Carrying carrying;
    private final Way way;
    private final Map<Ref, Double> given;
    private final Map<Ref, Double> known = new HashMap<>();

    Reckoned(Lines lines, Carrying carrying, Way way, Map<Ref, Double> given) {
        this.lines = lines;
        this.carrying = carrying;
        this.way = way;
        this.given = given;
    }

    /** The formula of {@code ref}; slopes from z have another than those that slips are made of. */
    Expr formula(Ref ref) {
        return ref.quantity().kind() == Kind.S
                ? lines.formula(carrying.way(way.form()), ref)
                : lines.formula(way, ref);
    }

    Way way() {
        return way;
    }

    Ref canonical(Ref ref) {
        return lines.canonical(ref);
    }

    /** Whether the number was given, by the worksheet or in an answer. */
    boolean isFixed(Ref ref) {
        return ref.quantity().isGiven() || given.containsKey(ref);
    }

    /** The value of {@code expr} with these numbers in the places of some. */
    double of(Expr expr, Map<Ref, Double> instead) {
        return Evaluation.with(
                expr,
                asked -> {
                    Ref ref = lines.canonical(asked);
                    Double other = instead.get(ref);
                    return other == null ? read(ref) : other;
                });
    }

    /** What stands in the place of {@code asked} on a line. */
    double read(Ref asked) {
        Ref ref = lines.canonical(asked);
        Double known = given.get(ref);
        return known == null ? value(ref) : known;
    }

    /** The number as it is carried on. */
    double value(Ref ref) {
        Double found = known.get(ref);
        if (found == null) {
            Double typed =
                    ExactValues.typed(lines.problem(), ref.quantity(), Math.max(ref.sample(), 0));
            found = typed == null ? carried(ref, line(ref)) : typed;
            known.put(ref, found);
        }
        return found;
    }

    /** What the line of {@code ref} comes to. */
    double line(Ref ref) {
        return of(formula(ref));
    }

    double of(Expr expr) {
        return Evaluation.with(expr, this::read);
    }

    /** {@code value} as it is carried on where it is that of {@code ref}. */
    double carried(Ref ref, double value) {
        Kind kind = ref.quantity().kind();
        int decimals = carrying.decimals(kind);
        boolean frozen =
                decimals >= 0
                        && (kind == Kind.NW || kind == Kind.NB)
                        && Derivation.isFrozen(lines.problem(), ref.quantity());
        return decimals < 0 || frozen ? value : rounded(value, decimals);
    }

    static double rounded(double value, int decimals) {
        double scale = Math.pow(10, decimals);
        double scaled = Math.abs(value) * scale;
        return scaled < 1e15
                ? Math.copySign(Math.floor(scaled + 0.5 + SLACK) / scale, value)
                : value;
    }

    @Override
    public Decimal written(Ref ref) {
        return Decimal.of(value(ref));
    }

    @Override
    public Decimal unwritten(Ref ref) {
        return Decimal.of(line(ref));
    }
}
