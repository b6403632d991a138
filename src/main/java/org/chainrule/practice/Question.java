package org.chainrule.practice;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Ref;
import org.chainrule.engine.Problem;

/**
 * A number that can be asked for.
 *
 * @param address as it was asked for, such as {@code dz.out.1} or {@code p.hid.2~3}
 */
public record Question(String address, Ref ref) {
    private static final Pattern SAMPLED = Pattern.compile("([^~]*)~([1-9][0-9]{0,3})");

    /** What became of reading an address. */
    public sealed interface Found {
        record Good(Question question) implements Found {}

        record Not(Why why) implements Found {}
    }

    /** Why an address is none to ask for. */
    public enum Why {
        /** The worksheet has no number of this address. */
        UNKNOWN,
        /** It is given, not computed. */
        GIVEN,
        /** There are several samples, and none is named. */
        SAMPLE
    }

    /** The number of {@code address} on a worksheet. */
    public static Found of(Problem problem, String address) {
        Matcher sampled = SAMPLED.matcher(address);
        boolean named = sampled.matches();
        var quantity = Quantity.parse(named ? sampled.group(1) : address);
        if (quantity.isEmpty() || !quantity.get().existsIn(problem)) {
            return new Found.Not(Why.UNKNOWN);
        }
        int sample = named ? Integer.parseInt(sampled.group(2)) : 0;
        return of(problem, address, quantity.get(), sample);
    }

    /**
     * @param sample from 1, or 0 where none is named
     */
    private static Found of(Problem problem, String address, Quantity q, int sample) {
        boolean several = problem.samples().size() > 1;
        if (q.isGiven()) {
            return new Found.Not(Why.GIVEN);
        }
        if (sample > problem.samples().size() || (sample > 0 && isOfBatchAlone(q))) {
            return new Found.Not(Why.UNKNOWN);
        }
        if (sample == 0 && several && q.isOfSample()) {
            return new Found.Not(Why.SAMPLE);
        }
        Ref ref = sample > 0 ? new Ref(q, sample - 1) : Ref.shown(q, 0);
        return new Found.Good(new Question(address, canonical(problem, ref)));
    }

    /** The address of a number: where there are several samples, its own is named. */
    static String address(Problem problem, Ref ref) {
        boolean several = problem.samples().size() > 1;
        String address = ref.quantity().address();
        return ref.isBatch() || !several ? address : address + "~" + (ref.sample() + 1);
    }

    private static boolean isOfBatchAlone(Quantity q) {
        return q.kind() == Kind.NW || q.kind() == Kind.NB || q.isOfState();
    }

    /** The gradients of a single sample are those of the batch, unless there is a penalty. */
    static Ref canonical(Problem problem, Ref ref) {
        boolean same = !problem.isReduced() && !ref.quantity().isOfSample();
        return same ? Ref.shown(ref.quantity(), 0) : ref;
    }
}
