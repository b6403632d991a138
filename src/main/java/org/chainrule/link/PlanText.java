package org.chainrule.link;

import java.util.Optional;
import java.util.OptionalDouble;
import org.chainrule.engine.training.Plan;
import org.chainrule.notation.Numbers;
import org.chainrule.worksheet.Limits;
import org.chainrule.worksheet.RunSetup;

/**
 * The plan of a run as two parts of a link: its length, {@code 200,10,1} (epochs, samples of an
 * update, seed), and its bounds, {@code 0.01,} (J below, gradient norm below). Each is read into a
 * plan of which it says that half.
 */
final class PlanText {
    private PlanText() {}

    static String length(Plan plan) {
        return plan.epochs() + "," + plan.batch() + "," + plan.seed();
    }

    static Optional<Plan> readLength(String text) {
        String[] fields = text.split(",", -1);
        if (fields.length != 3) {
            return Optional.empty();
        }
        Optional<Integer> epochs = integer(fields[0], 1, Plan.MOST_EPOCHS);
        Optional<Integer> batch = integer(fields[1], 0, Limits.SAMPLES);
        Optional<Integer> seed = integer(fields[2], 0, RunSetup.LARGEST_SEED);
        return epochs.flatMap(e -> batch.flatMap(b -> seed.map(s -> new Plan(e, b, s))));
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
        Plan any = Plan.DEFAULT;
        Optional<OptionalDouble> loss = readBound(fields[0]);
        Optional<OptionalDouble> norm =
                readBound(fields[1]).filter(b -> b.isEmpty() || b.getAsDouble() >= 0);
        return loss.flatMap(
                l -> norm.map(n -> new Plan(any.epochs(), any.batch(), any.seed(), l, n)));
    }

    static RunSetup withBounds(RunSetup run, Plan bounds) {
        return run.with(both(run.plan(), bounds));
    }

    private static Plan both(Plan length, Plan bounds) {
        return new Plan(
                length.epochs(),
                length.batch(),
                length.seed(),
                bounds.lossBelow(),
                bounds.gradientNormBelow());
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
