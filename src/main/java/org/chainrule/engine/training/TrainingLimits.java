package org.chainrule.engine.training;

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

    /** How many epochs a run over {@code problem} may have; more would take too long. */
    public static int mostEpochs(Problem problem) {
        int parameters = Math.max(problem.network().parameters(), FEWEST_PARAMETERS);
        return (int) (WORK / ((long) problem.samples().size() * parameters));
    }
}
