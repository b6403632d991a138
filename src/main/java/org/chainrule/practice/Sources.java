package org.chainrule.practice;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.chainrule.derivation.Reads;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Way;
import org.chainrule.notation.Entry;

/**
 * What a number is worked out from, where what was answered is taken as it stands.
 *
 * @param answered the answers next before it
 * @param blank the numbers next before it that were asked and not answered
 */
record Sources(Set<Ref> answered, Set<Ref> blank) {

    static Sources of(Lines lines, Way way, Ref ref, Map<Ref, Entry> answers, Set<Ref> blank) {
        Sources sources = new Sources(new LinkedHashSet<>(), new LinkedHashSet<>());
        sources.collect(lines, way, ref, answers, blank, new HashSet<>());
        return sources;
    }

    private void collect(
            Lines lines, Way way, Ref ref, Map<Ref, Entry> answers, Set<Ref> asked, Set<Ref> seen) {
        for (Ref read : Reads.of(lines.formula(way, ref))) {
            Ref source = lines.canonical(read);
            if (!seen.add(source)) {
                continue;
            }
            if (answers.containsKey(source)) {
                answered.add(source);
            } else if (asked.contains(source)) {
                blank.add(source);
            } else if (!source.quantity().isGiven()) {
                collect(lines, way, source, answers, asked, seen);
            }
        }
    }

    /** Whether one of the answers is a 0. */
    boolean hasZero(Map<Ref, Entry> answers) {
        return answered.stream().anyMatch(ref -> isZero(answers.get(ref)));
    }

    private static boolean isZero(@org.jspecify.annotations.Nullable Entry typed) {
        return typed != null && typed.value().signum() == 0;
    }
}
