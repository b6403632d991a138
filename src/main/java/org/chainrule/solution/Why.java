package org.chainrule.solution;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.chainrule.derivation.CleanGradient;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Reads;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Values;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.engine.Shape;
import org.chainrule.solution.Cause.Reason;

/** Why a computed number is 0, next to it, or not finite. */
public final class Why {
    /** A slope below this is small, where the steepest is 0.25 or 1. */
    private static final double SMALL = 0.01;

    /** So many numbers are looked at for the first that is not finite. */
    private static final int MOST = 2_000;

    private final Display display;
    private final Values values;

    private Why(Display display) {
        this.display = display;
        values = display.values();
    }

    /** The cause, or nothing where the number is as good as any. */
    public static Optional<Cause> of(Display display, Ref ref) {
        if (ref.quantity().isGiven()) {
            return Optional.empty();
        }
        Why why = new Why(display);
        if (!Double.isFinite(display.values().value(ref))) {
            return Optional.of(why.notFinite(ref));
        }
        return isZero(display.values(), ref)
                ? Optional.of(new Zero(display).cause(ref))
                : why.saturated(ref).map(p -> Cause.of(Reason.SATURATED, p));
    }

    /** Whether it is 0, not whether a double of it is. */
    static boolean isZero(Values values, Ref ref) {
        BigDecimal written = values.written(ref);
        return written == null ? values.value(ref) == 0 : written.signum() == 0;
    }

    private Cause notFinite(Ref ref) {
        Ref first = first(ref, new LinkedHashSet<>()).orElse(ref);
        boolean undefined = Double.isNaN(values.value(first));
        return Cause.of(undefined ? Reason.UNDEFINED : Reason.INFINITE, first);
    }

    /** The first number, in the order of computing, that is not finite and {@code ref} rests on. */
    private Optional<Ref> first(Ref ref, Set<Ref> seen) {
        if (ref.quantity().isGiven()
                || Double.isFinite(values.value(ref))
                || seen.size() > MOST
                || !seen.add(ref)) {
            return Optional.empty();
        }
        for (Ref read : Reads.of(Solution.line(display, ref).formula())) {
            Optional<Ref> earlier = first(read, seen);
            if (earlier.isPresent()) {
                return earlier;
            }
        }
        return Optional.of(ref);
    }

    /** The p of the saturated neuron whose small slope is a factor of {@code ref}. */
    private Optional<Ref> saturated(Ref ref) {
        Quantity q = ref.quantity();
        boolean slope =
                switch (q.kind()) {
                    case S -> true;
                    case DP, DW, DB -> !CleanGradient.isOf(display.problem(), q.layer());
                    case X, Y, W, B, P, Z, DZ, NW, NB, U, M, V, NU, NM, NV, MH, VH, DX, J, LR ->
                            false;
                };
        if (!slope || (ref.isBatch() && display.isBatch())) {
            return Optional.empty();
        }
        Network network = display.problem().network();
        Layer layer = network.layer(network.indexOf(q.layer()));
        int sample = Math.max(0, ref.sample());
        boolean levelsOut = layer.activation().shape() == Shape.STEEPNESS;
        return levelsOut && values.value(Quantity.slope(q.layer(), q.k()), sample) < SMALL
                ? Optional.of(new Ref(Quantity.p(q.layer(), q.k()), sample))
                : Optional.empty();
    }
}
