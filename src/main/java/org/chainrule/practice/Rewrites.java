package org.chainrule.practice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Way;

/** The lines of a solution as slips write them, each line's made once. */
final class Rewrites {
    private final Lines lines;
    private final Map<Key, List<Rewritten>> known = new HashMap<>();

    private record Key(Way way, Ref ref) {}

    Rewrites(Lines lines) {
        this.lines = lines;
    }

    List<Rewritten> of(Way way, Ref ref) {
        return known.computeIfAbsent(new Key(way, ref), this::made);
    }

    private List<Rewritten> made(Key key) {
        Line line =
                new Line(
                        lines.problem(), key.way(), key.ref(), lines.formula(key.way(), key.ref()));
        LossSlips.in(line);
        SlopeSlips.in(line);
        PathSlips.in(line);
        ProductSlips.in(line);
        NumberSlips.in(line);
        UpdateSlips.in(line);
        ForwardSlips.in(line);
        return line.found();
    }
}
