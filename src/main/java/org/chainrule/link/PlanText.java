package org.chainrule.link;

import java.util.Optional;
import java.util.OptionalDouble;
import org.chainrule.engine.training.Plan;
import org.chainrule.notation.Numbers;
import org.chainrule.worksheet.Limits;
import org.chainrule.worksheet.RunSetup;

/**
 * The plan of a run as two parts of a link: its length, {@code 200,10,1} (epochs, samples of an
 * update, seed of the shuffles or {@code given}), and its bounds, {@code 0.01,} (J below, gradient
 * norm below). Each is read into a plan of which it says that half.
 */
final class PlanText {
    /** In the place of a seed where nothing is shuffled. */
    private static final String GIVEN = "given";

    private PlanText() {}

    static String length(Plan plan) {
        String order = plan.shuffled() ? Long.toString(plan.seed()) : GIVEN;
        return plan.epochs() + "," + plan.batch() + "," + order;
    }

    static Optional<Plan> readLength(String text) {
        String[] fields = text.split(",", -1);
        if (fields.length != 3) {
            return Optional.empty();
        }
        Optional<Integer> epochs = integer(fields[0], 1, Plan.MOST_EPOCHS);
        Optional<Integer> batch = integer(fields[1], 0, Limits.SAMPLES);
        Optional<Integer> seed =
                fields[2].equals(GIVEN)
                        ? Optional.of(0)
                        : integer(fields[2], 0, RunSetup.LARGEST_SEED);
        Optional<Plan> shuffled =
                epochs.flatMap(e -> batch.flatMap(b -> seed.map(s -> new Plan(e, b, s))));
        return fields[2].equals(GIVEN) ? shuffled.map(Plan::inGivenOrder) : shuffled;
    }

    static RunSetup withLength(RunSetup run, Plan length) {
        return run.with(both(length, run.plan()));
    }

    static String bounds(Plan plan) {
        return bound(plan.lossBelow()) + "," + bound(plan.gradientNormBelow());
    }

    static Optional<Plan> readBounds(String text) {
        String[] fields = text.split(",", -1);
        if (fields.length != 2) {
            return Optional.empty();
        }
        Optional<OptionalDouble> loss = readBound(fields[0]);
        Optional<OptionalDouble> norm =
                readBound(fields[1]).filter(b -> b.isEmpty() || b.getAsDouble() >= 0);
        return loss.flatMap(l -> norm.map(n -> Plan.DEFAULT.withBounds(l, n)));
    }

    static RunSetup withBounds(RunSetup run, Plan bounds) {
        return run.with(both(run.plan(), bounds));
    }

    private static Plan both(Plan length, Plan bounds) {
        return length.withBounds(bounds.lossBelow(), bounds.gradientNormBelow());
    }

    private static String bound(OptionalDouble bound) {
        return bound.isEmpty() ? "" : Numbers.canonical(bound.getAsDouble());
    }

    private static Optional<OptionalDouble> readBound(String text) {
        OptionalDouble value = Numbers.readCanonical(text);
        return text.isEmpty() || value.isPresent() ? Optional.of(value) : Optional.empty();
    }

    static Optional<Integer> integer(String text, int least, int most) {
        return text.matches("[0-9]{1,7}")
                ? Optional.of(Integer.valueOf(text))
                        .filter(value -> value >= least && value <= most)
                : Optional.empty();
    }
}
