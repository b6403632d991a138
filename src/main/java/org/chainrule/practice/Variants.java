package org.chainrule.practice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chainrule.derivation.Ref;

/**
 * What slips make of each line in some worlds of one form; of a line, its formulas are not kept.
 */
final class Variants {
    /** Making a formula costs so much more than working it out. */
    private static final long MAKING = 4;

    private final Lines lines;
    private final List<World> worlds;
    private final Map<Ref, List<Variant>> known = new HashMap<>();

    /**
     * What a slip makes of a line.
     *
     * @param values in each of the worlds
     */
    record Variant(Slip slip, double share, Detail detail, List<Double> values) {
        Variant {
            values = List.copyOf(values);
        }
    }

    Variants(Lines lines, List<World> worlds) {
        this.lines = lines;
        this.worlds = List.copyOf(worlds);
    }

    List<World> worlds() {
        return worlds;
    }

    boolean knows(Ref ref) {
        return known.containsKey(ref);
    }

    /** Those of the line of {@code ref}; what it costs to make them is taken off {@code work}. */
    List<Variant> of(Ref ref, Work work) {
        List<Variant> found = known.get(ref);
        if (found == null) {
            var way = worlds.getFirst().base().way();
            Line line = new Line(lines.problem(), way, ref, lines.formula(way, ref));
            List<Rewritten> rewritten = Rewrites.of(line);
            work.done(MAKING * rewritten.size() * line.size());
            found = seen(ref, rewritten);
            known.put(ref, found);
        }
        return found;
    }

    private List<Variant> seen(Ref ref, List<Rewritten> rewritten) {
        List<Double> right = worlds.stream().map(world -> world.base().line(ref)).toList();
        List<Variant> seen = new ArrayList<>();
        for (Rewritten each : rewritten) {
            List<Double> values = worlds.stream().map(w -> w.base().of(each.formula())).toList();
            boolean visible = false;
            for (int i = 0; i < right.size(); i++) {
                visible |= Double.isFinite(values.get(i)) && !isNear(values.get(i), right.get(i));
            }
            if (visible || lines.problem().samples().size() > 1) {
                seen.add(new Variant(each.slip(), each.share(), each.detail(), values));
            }
        }
        return seen;
    }

    /** Whether nothing is to be seen of a slip. */
    static boolean isNear(double a, double b) {
        return Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
    }
}
