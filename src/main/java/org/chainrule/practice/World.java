package org.chainrule.practice;

import java.util.ArrayList;
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
record World(Reckoned base, boolean isRight, double weight) {
    /** A student who works on paper seldom carries numbers on unrounded. */
    private static final double UNROUNDED = 0.4;

    World(Lines lines, Carrying carrying, Way way, Map<Ref, Double> given, double weight) {
        this(new Reckoned(lines, carrying, way, given), given.isEmpty(), weight);
    }

    /** The worksheet's way in this form, with each slope under its name, so that slips know it. */
    static Way way(Carrying own, Form form) {
        Rounding rounding = own.rounding();
        return new Way(form, rounding == null ? null : rounding.with(Rounding.Slope.P));
    }

    /** The worlds of a worksheet in one form, without and with a student's answers. */
    static List<World> of(Ways ways, Form form, Map<Ref, Double> answers) {
        List<World> worlds = new ArrayList<>();
        Carrying own = Carrying.own(ways.worksheet());
        Way way = way(own, form);
        List<Map<Ref, Double>> givens =
                answers.size() > 1 ? List.of(Map.of(), answers) : List.of(Map.of());
        for (Map<Ref, Double> given : givens) {
            worlds.add(new World(ways.lines(), own, way, given, 1));
            if (own.rounding() != null) {
                worlds.add(new World(ways.lines(), Carrying.UNROUNDED, way, given, UNROUNDED));
            }
        }
        return worlds;
    }
}
