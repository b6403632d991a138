package org.chainrule.engine.training;

import java.util.Optional;
import org.chainrule.engine.Problem;

/** How long a run may be. */
public final class TrainingLimits {
    /**
     * Epochs × samples × parameters of one run, where a network counts as {@link
     * #FEWEST_PARAMETERS} at least. A unit takes 0.5 ns (wide layers, large batches) to 6 ns
     * (narrow ones of softplus, Adam after every sample) on one core: 20 seconds to four minutes.
     */
    public static final long WORK = 40_000_000_000L;

    /** What one pass of a tiny network costs, in parameters. */
    public static final int FEWEST_PARAMETERS = 100;

    private TrainingLimits() {}

    /**
     * A run that would take too long.
     *
     * @param work its epochs × samples × parameters
     * @param epochs as many as there may be with these samples and parameters
     */
    public record Refusal(long work, int epochs) {}

    /** Why this run is refused, or empty. */
    public static Optional<Refusal> refusal(Problem problem, Plan plan) {
        long perEpoch = workPerEpoch(problem);
        long work = plan.epochs() * perEpoch;
        return work <= WORK
                ? Optional.empty()
                : Optional.of(new Refusal(work, (int) (WORK / perEpoch)));
    }

    private static long workPerEpoch(Problem problem) {
        int parameters = Math.max(problem.network().parameters(), FEWEST_PARAMETERS);
        return (long) problem.samples().size() * parameters;
    }
}
