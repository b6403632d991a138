package org.chainrule.worksheet;

import java.util.Optional;
import org.chainrule.engine.Problem;

/** How large a worksheet may be. */
public final class Limits {
    public static final int INPUTS = 64;
    public static final int LAYERS = 12;
    public static final int NEURONS = 64;
    public static final int SAMPLES = 1_000;
    public static final int PARAMETERS = 20_000;
    public static final int TITLE = 120;
    public static final int PAPER_PARAMETERS = 500;
    public static final int PAPER_SAMPLES = 50;

    /** Digits before the decimal point: those of the largest double. */
    public static final int PAPER_DIGITS = 309;

    /** Bytes of a document over HTTP. */
    public static final int DOCUMENT_BYTES = 1 << 20;

    /** How many numbers are marked at once. */
    public static final int ANSWERS = 1_000;

    /** Characters of a link's query; beyond, the same text travels in the fragment. */
    public static final int QUERY = 6_000;

    private Limits() {}

    /**
     * What there is too much of.
     *
     * @param most how many there may be
     */
    public record Excess(Counted counted, int count, int most) {}

    /** What bounds arithmetic as on paper. */
    public enum Counted {
        PARAMETERS,
        SAMPLES,
        /** Digits before the decimal point that a number may come to have. */
        DIGITS
    }

    /** Whether {@code problem} can be worked as on paper. */
    public static boolean allowPaper(Problem problem) {
        return onPaper(problem).isEmpty();
    }

    /**
     * Why this problem cannot be worked as on paper, or empty. What is not refused is worked out in
     * a fraction of a second: it has so many numbers of so many digits, and each function of one is
     * taken once.
     */
    public static Optional<Excess> onPaper(Problem problem) {
        return onPaper(problem.network().parameters(), problem.samples().size())
                .or(() -> excess(Counted.DIGITS, Magnitudes.digits(problem), PAPER_DIGITS));
    }

    /** The same, as far as it can be told of a problem that is not whole. */
    public static Optional<Excess> onPaper(int parameters, int samples) {
        return excess(Counted.PARAMETERS, parameters, PAPER_PARAMETERS)
                .or(() -> excess(Counted.SAMPLES, samples, PAPER_SAMPLES));
    }

    private static Optional<Excess> excess(Counted counted, int count, int most) {
        return count > most ? Optional.of(new Excess(counted, count, most)) : Optional.empty();
    }
}
