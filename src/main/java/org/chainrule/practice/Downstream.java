package org.chainrule.practice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chainrule.derivation.Reads;
import org.chainrule.derivation.Ref;

/** What lies between the numbers that one is worked out from and that one. */
final class Downstream {
    /** Beyond so many lines, slips are sought in the number's own alone. */
    private static final int MOST = 400;

    private final Ref asked;
    private final Map<Ref, Set<Ref>> reads = new LinkedHashMap<>();
    private final Map<Ref, List<Ref>> after = new HashMap<>();
    private final Set<Ref> fixed = new HashSet<>();
    private boolean whole = true;

    /** Sources come first in {@link #reads}. */
    private Downstream(Reckoned base, Ref asked) {
        this.asked = asked;
        collect(base, asked, new HashSet<>());
    }

    static Downstream of(Reckoned base, Ref asked) {
        return new Downstream(base, asked);
    }

    private void collect(Reckoned base, Ref ref, Set<Ref> seen) {
        Set<Ref> sources = new HashSet<>();
        for (Ref read : Reads.of(base.formula(ref))) {
            Ref source = base.canonical(read);
            if (base.isFixed(source)) {
                fixed.add(source);
            } else {
                sources.add(source);
                whole &= seen.size() < MOST;
                if (whole && seen.add(source)) {
                    collect(base, source, seen);
                }
            }
        }
        reads.put(ref, sources);
    }

    /** The given numbers that it is worked out from. */
    Set<Ref> fixed() {
        return fixed;
    }

    /** The lines in which a slip may sit, the number's own first, then the nearest. */
    List<Ref> lines() {
        if (!whole) {
            return List.of(asked);
        }
        List<Ref> lines = new ArrayList<>(reads.keySet());
        return lines.reversed();
    }

    /** What changes with {@code line}, each after those it reads, up to the number itself. */
    List<Ref> after(Ref line) {
        return after.computeIfAbsent(line, each -> after(Set.of(each)));
    }

    /** The same of several lines. */
    List<Ref> after(Set<Ref> lines) {
        Set<Ref> changed = new HashSet<>(lines);
        List<Ref> affected = new ArrayList<>();
        for (Map.Entry<Ref, Set<Ref>> each : reads.entrySet()) {
            boolean follows = each.getValue().stream().anyMatch(changed::contains);
            if (follows && !lines.contains(each.getKey())) {
                changed.add(each.getKey());
                affected.add(each.getKey());
            }
        }
        return affected;
    }
}
