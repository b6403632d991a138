package org.chainrule.worksheet;

import java.util.List;
import org.chainrule.engine.training.Plan;

/**
 * How a training run is set up and looked at.
 *
 * @param pace epochs a second, to watch; 0 is as fast as it goes
 * @param logarithmic whether the curves of J and of the gradient's norm have a logarithmic scale
 * @param output the output on the map, from 1; 0 is the largest of them
 */
public record RunSetup(Plan plan, int pace, boolean logarithmic, int output) {
    /** Seeds are 0 … this. */
    public static final int LARGEST_SEED = Initialiser.LARGEST_SEED;

    /** The paces to choose from. */
    public static final List<Integer> PACES = List.of(0, 100, 10, 1);

    public static final RunSetup INITIAL = new RunSetup(new Plan(1_000, 0, 1), 0, false, 0);

    public RunSetup with(Plan changed) {
        return new RunSetup(changed, pace, logarithmic, output);
    }

    public RunSetup withPace(int changed) {
        return new RunSetup(plan, changed, logarithmic, output);
    }

    public RunSetup withLogarithmic(boolean changed) {
        return new RunSetup(plan, pace, changed, output);
    }

    public RunSetup withOutput(int changed) {
        return new RunSetup(plan, pace, logarithmic, changed);
    }

    /** This setup as far as {@code worksheet} has what it shows. */
    RunSetup on(Worksheet worksheet) {
        return output > worksheet.problem().network().outputs() ? withOutput(0) : this;
    }
}
