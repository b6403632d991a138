package org.chainrule.link;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.chainrule.engine.training.Plan;
import org.chainrule.notation.Numbers;
import org.chainrule.worksheet.Limits;
import org.chainrule.worksheet.RunSetup;
import org.chainrule.worksheet.Worksheet;

/**
 * How a run is set up as parts of a link: {@code run=200,10,1} (epochs, samples of an update,
 * seed), {@code until=0.01,} (J below, gradient norm below), {@code pace=10}, {@code scale=log},
 * {@code map=2}.
 */
final class RunParts {
    static final Set<String> KEYS = Set.of("run", "until", "pace", "scale", "map");

    private RunParts() {}

    /** Those that differ from the initial ones. */
    static Map<String, String> write(RunSetup run) {
        Map<String, String> parts = new LinkedHashMap<>();
        put(parts, "run", plan(run.plan()), plan(RunSetup.INITIAL.plan()));
        put(parts, "until", bounds(run.plan()), ",");
        put(parts, "pace", Integer.toString(run.pace()), "0");
        put(parts, "scale", run.logarithmic() ? "log" : "", "");
        put(parts, "map", Integer.toString(run.output()), "0");
        return parts;
    }

    private static void put(Map<String, String> parts, String key, String value, String initial) {
        if (!value.equals(initial)) {
            parts.put(key, value);
        }
    }

    private static String plan(Plan plan) {
        return plan.epochs() + "," + plan.batch() + "," + plan.seed();
    }

    private static String bounds(Plan plan) {
        return text(plan.lossBelow()) + "," + text(plan.gradientNormBelow());
    }

    private static String text(OptionalDouble bound) {
        return bound.isEmpty() ? "" : Numbers.canonical(bound.getAsDouble());
    }

    /** {@code run} with what a part says, or nothing where that cannot be. */
    static Optional<RunSetup> read(RunSetup run, String key, String value, Worksheet worksheet) {
        int outputs = worksheet.problem().network().outputs();
        return switch (key) {
            case "run" -> readPlan(run.plan(), value).map(run::with);
            case "until" -> readBounds(run.plan(), value).map(run::with);
            case "pace" -> integer(value, 1).filter(RunSetup.PACES::contains).map(run::withPace);
            case "scale" ->
                    value.equals("log") ? Optional.of(run.withLogarithmic(true)) : Optional.empty();
            case "map" -> integer(value, 1).filter(k -> k <= outputs).map(run::withOutput);
            default -> Optional.empty();
        };
    }

    private static Optional<Plan> readPlan(Plan plan, String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        Optional<Integer> epochs = integer(parts[0], 1).filter(e -> e <= Plan.MOST_EPOCHS);
        Optional<Integer> batch = integer(parts[1], 0).filter(b -> b <= Limits.SAMPLES);
        Optional<Integer> seed = integer(parts[2], 0).filter(s -> s <= RunSetup.LARGEST_SEED);
        return epochs.flatMap(e ->
                batch.flatMap(b ->
                        seed.map(s ->
                                new Plan(e, b, s, plan.lossBelow(), plan.gradientNormBelow()))));
    }

    private static Optional<Plan> readBounds(Plan plan, String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        Optional<OptionalDouble> loss = bound(parts[0]);
        Optional<OptionalDouble> norm =
                bound(parts[1]).filter(b -> b.isEmpty() || b.getAsDouble() >= 0);
        return loss.flatMap(
                l -> norm.map(n -> new Plan(plan.epochs(), plan.batch(), plan.seed(), l, n)));
    }

    private static Optional<OptionalDouble> bound(String text) {
        OptionalDouble value = Numbers.readCanonical(text);
        return text.isEmpty() || value.isPresent() ? Optional.of(value) : Optional.empty();
    }

    private static Optional<Integer> integer(String text, int least) {
        return text.matches("[0-9]{1,7}")
                ? Optional.of(Integer.valueOf(text)).filter(value -> value >= least)
                : Optional.empty();
    }
}
