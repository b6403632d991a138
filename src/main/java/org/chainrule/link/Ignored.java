package org.chainrule.link;

import java.util.Collection;
import java.util.List;

/**
 * The parts of a link that are no part of the format and were left aside.
 *
 * @param names the first of them, each shortened
 * @param tracking those among {@code names} that everybody knows to follow a reader
 * @param more how many others there were
 */
public record Ignored(List<String> names, List<String> tracking, int more) {
    private static final int MOST = 20;

    public Ignored {
        names = List.copyOf(names);
        tracking = List.copyOf(tracking);
    }

    static Ignored of(Collection<String> all) {
        List<String> first = all.stream().limit(MOST).map(Escapes::shown).toList();
        return new Ignored(
                first,
                first.stream().filter(Names::isTracking).toList(),
                all.size() - first.size());
    }

    /** Those that a reader may wonder about. */
    public List<String> strange() {
        return names.stream().filter(name -> !tracking.contains(name)).toList();
    }
}
