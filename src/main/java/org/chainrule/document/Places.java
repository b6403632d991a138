package org.chainrule.document;

import java.util.ArrayList;
import java.util.List;

/** The places that are wrong, as a reader meets them: the first are kept, all are counted. */
public final class Places<P> {
    /** How many places are named. */
    public static final int MOST = 50;

    private final List<P> kept = new ArrayList<>();
    private int more;

    public void add(P place) {
        add(List.of(place), 0);
    }

    /** Those that another reader met, {@code others} of them not kept. */
    void add(List<P> places, int others) {
        int room = Math.min(places.size(), MOST - kept.size());
        kept.addAll(places.subList(0, room));
        more += places.size() - room + others;
    }

    public boolean none() {
        return kept.isEmpty();
    }

    public List<P> kept() {
        return List.copyOf(kept);
    }

    /** How many there are besides those that are kept. */
    public int more() {
        return more;
    }
}
