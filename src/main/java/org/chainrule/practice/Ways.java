package org.chainrule.practice;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chainrule.derivation.Decimal;
import org.chainrule.derivation.ExactValues;
import org.chainrule.derivation.Form;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Way;
import org.chainrule.notation.Entry;
import org.chainrule.worksheet.Worksheet;
import org.jspecify.annotations.Nullable;

/** The numbers of a worksheet in every way of carrying, each worked out when it is asked for. */
final class Ways {
    private final Worksheet worksheet;
    private final Lines lines;
    private final Digits digits;
    private final List<Carrying> legitimate;
    private final List<Carrying> coarser;
    private final Map<Carrying, Worked> worked = new HashMap<>();
    private @Nullable ExactValues exact;

    Ways(Worksheet worksheet, Lines lines) {
        this.worksheet = worksheet;
        this.lines = lines;
        digits = Digits.of(worksheet);
        boolean small = Work.isSmall(worksheet.problem());
        legitimate = small ? Carrying.legitimate(worksheet) : Carrying.few(worksheet);
        coarser = small ? Carrying.coarser(worksheet) : List.of();
    }

    Lines lines() {
        return lines;
    }

    Digits digits() {
        return digits;
    }

    Worksheet worksheet() {
        return worksheet;
    }

    /** Whether {@code typed} is the number of {@code ref} in some legitimate way. */
    boolean isRight(Ref ref, Entry typed) {
        Kind kind = ref.quantity().kind();
        return digits.agree(typed, kind, exact(ref))
                || legitimate.stream()
                        .filter(way -> way.rounding() != null)
                        .map(this::worked)
                        .anyMatch(way -> agrees(way, ref, typed));
    }

    /** All that is right for {@code ref} to the digits asked, the worksheet's own way first. */
    List<BigDecimal> accepted(Ref ref) {
        List<BigDecimal> values = new ArrayList<>();
        values.add(Decimal.of(own(ref)).finite());
        values.add(Decimal.of(exact(ref)).finite());
        for (Carrying carrying : legitimate) {
            if (carrying.rounding() != null) {
                values.add(worked(carrying).unwritten(ref).finite());
                values.add(worked(carrying).written(ref).finite());
            }
        }
        return values.stream()
                .filter(Objects::nonNull)
                .flatMap(value -> digits.near(ref.quantity().kind(), value))
                .filter(value -> isRight(ref, Entry.of(value)))
                .distinct()
                .toList();
    }

    /** The unrounded number, of the fast engine. */
    double exact(Ref ref) {
        ExactValues known = exact;
        if (known == null) {
            known = ExactValues.of(worksheet.problem());
            exact = known;
        }
        return known.value(ref);
    }

    /** The number in the worksheet's own way. */
    double own(Ref ref) {
        Carrying own = Carrying.own(worksheet);
        return own.rounding() == null ? exact(ref) : worked(own).written(ref).toDouble();
    }

    private Worked worked(Carrying carrying) {
        Worked found = worked.get(carrying);
        if (found == null) {
            found = new Written(lines, carrying, carrying.way(worksheet.problem()), Map.of());
            worked.put(carrying, found);
        }
        return found;
    }

    private boolean agrees(Worked way, Ref ref, Entry typed) {
        Kind kind = ref.quantity().kind();
        return digits.agree(typed, kind, way.unwritten(ref))
                || digits.agree(typed, kind, way.written(ref));
    }

    /** Whether a way with too few decimals gives all that was typed. */
    boolean isRoundedEarly(Ref ref, Entry typed) {
        return !typed.workedOut()
                && coarser.stream()
                        .map(way -> reckoned(way, Map.of()))
                        .anyMatch(way ->
                                Digits.agreeAsTyped(typed, way.line(ref))
                                        || Digits.agreeAsTyped(typed, way.value(ref)));
    }

    private final Map<Carrying, Reckoned> reckoned = new HashMap<>();

    private Reckoned reckoned(Carrying carrying, Map<Ref, Double> given) {
        return reckoned.computeIfAbsent(
                carrying, way -> new Reckoned(lines, way, way.way(worksheet.problem()), given));
    }

    /** The numbers that follow from {@code answers}, in every legitimate way and form. */
    List<Following> following(Map<Ref, Entry> answers) {
        Map<Ref, Decimal> decimals = new HashMap<>();
        Map<Ref, Double> doubles = new HashMap<>();
        answers.forEach((ref, typed) -> decimals.put(ref, Decimal.of(typed.value())));
        answers.forEach((ref, typed) -> doubles.put(ref, typed.value().doubleValue()));
        List<Following> all = new ArrayList<>();
        for (Carrying carrying : legitimate) {
            for (Form form : Form.values()) {
                Way way = carrying.way(form);
                Worked worked =
                        carrying.rounding() == null
                                ? new Reckoned(lines, carrying, way, doubles)
                                : new Written(lines, carrying, way, decimals);
                all.add(new Following(way, worked));
            }
        }
        return all;
    }

    /** Whether {@code typed} follows so. */
    boolean follows(Following following, Ref ref, Entry typed) {
        return agrees(following.worked(), ref, typed);
    }

    /** What follows from a student's answers in one way. */
    record Following(Way way, Worked worked) {}
}
