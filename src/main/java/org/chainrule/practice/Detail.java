package org.chainrule.practice;

import java.util.List;
import org.chainrule.derivation.Ref;

/**
 * Where in a line a slip sits.
 *
 * @param places the numbers that it is about: what was replaced, then what stands there instead
 * @param all whether it sits in all like places of the line
 */
public record Detail(List<Ref> places, boolean all) {
    static final Detail NONE = new Detail(List.of(), false);

    public Detail {
        places = List.copyOf(places);
    }

    static Detail of(Ref... places) {
        return new Detail(List.of(places), false);
    }

    Detail inAll() {
        return new Detail(places, true);
    }
}
