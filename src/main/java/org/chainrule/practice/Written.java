package org.chainrule.practice;

import java.util.HashMap;
import java.util.Map;
import org.chainrule.derivation.Decimal;
import org.chainrule.derivation.DecimalEvaluation;
import org.chainrule.derivation.Derivation;
import org.chainrule.derivation.ExactValues;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Way;

/**
 * Numbers worked as on paper in one way of carrying, each when it is asked for, from those that are
 * given in their places.
 */
final class Written implements Worked {
    private final Lines lines;
    private final Carrying carrying;
    private final Way way;
    private final Map<Ref, Decimal> given;
    private final Map<Ref, Decimal> written = new HashMap<>();
    private final Map<Ref, Decimal> unwritten = new HashMap<>();
    private final DecimalEvaluation evaluation = new DecimalEvaluation(this::read);

    Written(Lines lines, Carrying carrying, Way way, Map<Ref, Decimal> given) {
        this.lines = lines;
        this.carrying = carrying;
        this.way = way;
        this.given = given;
    }

    private Decimal read(Ref asked) {
        Ref ref = lines.canonical(asked);
        Decimal known = given.get(ref);
        return known == null ? written(ref) : known;
    }

    @Override
    public Decimal written(Ref ref) {
        Decimal found = written.get(ref);
        if (found == null) {
            Double typed =
                    ExactValues.typed(lines.problem(), ref.quantity(), Math.max(ref.sample(), 0));
            found = typed == null ? rounded(ref) : Decimal.of(typed);
            written.put(ref, found);
        }
        return found;
    }

    private Decimal rounded(Ref ref) {
        Kind kind = ref.quantity().kind();
        int decimals = carrying.decimals(kind);
        boolean frozen =
                (kind == Kind.NW || kind == Kind.NB)
                        && Derivation.isFrozen(lines.problem(), ref.quantity());
        Decimal value = unwritten(ref);
        return decimals < 0 || frozen ? value : value.rounded(decimals);
    }

    @Override
    public Decimal unwritten(Ref ref) {
        Decimal found = unwritten.get(ref);
        if (found == null) {
            found = evaluation.value(lines.formula(way, ref));
            unwritten.put(ref, found);
        }
        return found;
    }
}
