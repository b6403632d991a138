package org.chainrule.practice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chainrule.derivation.Form;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Rounding;
import org.chainrule.derivation.Way;

/**
 * The numbers among which slips are sought: one way of carrying, in one form of the solution, from
 * what a student has answered or from what is right.
 *
 * @param isRight whether it is what is right
 * @param weight how likely it is that the student worked so
 */
record World(Reckoned base, boolean isRight, double weight, Map<Ref, double[]> values) {

    World(Lines lines, Carrying carrying, Form form, Map<Ref, Double> given, double weight) {
        this(
                new Reckoned(lines, carrying, plain(carrying, form), given),
                given.isEmpty(),
                weight,
                new HashMap<>());
    }

    /** With each slope under its name, so that slips know it. */
    private static Way plain(Carrying carrying, Form form) {
        Rounding rounding = carrying.rounding();
        return new Way(form, rounding == null ? null : rounding.with(Rounding.Slope.P));
    }

    /** What the rewritten lines of {@code ref} come to. */
    double[] values(Ref ref, List<Rewritten> rewritten) {
        double[] found = values.get(ref);
        if (found == null) {
            found = rewritten.stream().mapToDouble(each -> base.of(each.formula())).toArray();
            values.put(ref, found);
        }
        return found;
    }

    /** The worlds of a worksheet, without and with a student's answers. */
    static List<World> of(Ways ways, Map<Ref, Double> answers) {
        List<World> worlds = new ArrayList<>();
        Carrying own = Carrying.own(ways.worksheet());
        for (Form form : Form.values()) {
            for (Map<Ref, Double> given : List.of(Map.<Ref, Double>of(), answers)) {
                worlds.add(new World(ways.lines(), own, form, given, 1));
                if (own.rounding() != null) {
                    worlds.add(new World(ways.lines(), Carrying.UNROUNDED, form, given, 0.4));
                }
            }
        }
        return worlds;
    }
}
