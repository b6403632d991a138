package org.chainrule.worksheet;

import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What a student is to work out: all numbers of the steps from the first to the last, or a single
 * one.
 *
 * @param single the number, or null: it is the steps'
 * @param handedIn whether answers are marked when all is handed in, as in an exam; else one by one
 */
public record Asked(Step first, Step last, @Nullable Quantity single, boolean handedIn) {
    /** What says in its name that it is handed in. */
    public static final String HANDED_IN = ",exam";

    public Asked {
        if (first.compareTo(last) > 0) {
            throw new IllegalArgumentException(first + " comes after " + last);
        }
    }

    public static Asked steps(Step first, Step last) {
        return new Asked(first, last, null, false);
    }

    /**
     * A single number.
     *
     * @param step the one that works it out
     */
    public static Asked of(Quantity single, Step step) {
        return new Asked(step, step, single, false);
    }

    public Asked asExam(boolean exam) {
        return new Asked(first, last, single, exam);
    }

    /** Whether numbers of {@code step} are asked. */
    public boolean has(Step step) {
        return first.compareTo(step) <= 0 && step.compareTo(last) <= 0;
    }

    /** Whether a number that {@code step} works out is asked; of slopes and ∂J/∂x only by name. */
    public boolean has(Step step, Quantity quantity) {
        return has(step)
                && (single == null
                        ? quantity.kind() != Kind.S && quantity.kind() != Kind.DX
                        : quantity.equals(single));
    }

    /** Its name in links. */
    public String key() {
        String what =
                single != null
                        ? single.address()
                        : first == last ? first.key() : first.key() + "-" + last.key();
        return handedIn ? what + HANDED_IN : what;
    }

    /** As far as {@code worksheet} has it; null where it does not. */
    @Nullable Asked on(Worksheet worksheet) {
        if (single != null && !single.existsIn(worksheet.problem())) {
            return null;
        }
        Step from = first.on(worksheet);
        Step to = last.on(worksheet);
        return new Asked(from, to, single, handedIn);
    }
}
