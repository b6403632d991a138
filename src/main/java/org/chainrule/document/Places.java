package org.chainrule.document;

import java.util.ArrayList;
import java.util.List;

/** The places that are wrong, as a reader meets them: the first are kept, all are counted. */
public final class Places {
    /** How many places are named. */
    public static final int MOST = 50;

    private final List<Reading.Refusal> named = new ArrayList<>();
    private int more;

    public void refuse(String at, Fault fault) {
        if (named.size() < MOST) {
            named.add(new Reading.Refusal(at, fault));
        } else {
            more++;
        }
    }

    void add(Reading.Refused refused) {
        refused.refusals().forEach(refusal -> refuse(refusal.at(), refusal.fault()));
        more += refused.more();
    }

    public boolean none() {
        return named.isEmpty();
    }

    public Reading.Refused refused() {
        return new Reading.Refused(named, more);
    }
}
