package org.chainrule.practice;

import java.util.List;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Way;

/** The lines of a solution as slips write them. */
final class Rewrites {
    private Rewrites() {}

    static List<Rewritten> of(Lines lines, Way way, Ref ref) {
        return of(new Line(lines.problem(), way, ref, lines.formula(way, ref)));
    }

    static List<Rewritten> of(Line line) {
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
