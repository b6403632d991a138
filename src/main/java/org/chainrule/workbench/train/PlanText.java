package org.chainrule.workbench.train;

import java.util.Optional;
import java.util.OptionalDouble;
import org.chainrule.engine.training.Plan;
import org.chainrule.notation.Manner;
import org.chainrule.notation.Numbers;
import org.chainrule.notation.Parsed;
import org.chainrule.workbench.kit.LabelledInput;
import org.chainrule.worksheet.Limits;
import org.chainrule.worksheet.RunSetup;

/** A plan as it is typed, field by field. */
final class PlanText {
    /** What is typed: a key of words. */
    enum Field {
        EPOCHS,
        BATCH,
        SEED,
        LOSS,
        NORM;

        /** Its name in words and in the page. */
        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private PlanText() {}

    /** What stands in the field; empty for none, and for all samples. */
    static String of(Plan plan, Field field, Numbers numbers) {
        return switch (field) {
            case EPOCHS -> Integer.toString(plan.epochs());
            case BATCH -> plan.batch() == 0 ? "" : Integer.toString(plan.batch());
            case SEED -> Long.toString(plan.seed());
            case LOSS -> bound(plan.lossBelow(), numbers);
            case NORM -> bound(plan.gradientNormBelow(), numbers);
        };
    }

    private static String bound(OptionalDouble bound, Numbers numbers) {
        return bound.isEmpty() ? "" : numbers.asTyped(bound.getAsDouble());
    }

    /** The plan with what is typed into the field; nothing where that cannot be. */
    static Optional<Plan> read(Plan plan, Field field, String text) {
        return switch (field) {
            case EPOCHS ->
                    LabelledInput.whole(text, 1, Plan.MOST_EPOCHS).map(value -> with(plan, value));
            case BATCH ->
                    text.isBlank()
                            ? Optional.of(batch(plan, 0))
                            : LabelledInput.whole(text, 0, Limits.SAMPLES)
                                    .map(value -> batch(plan, value));
            case SEED ->
                    LabelledInput.whole(text, 0, RunSetup.LARGEST_SEED)
                            .map(value ->
                                    new Plan(
                                            plan.epochs(),
                                            plan.batch(),
                                            value,
                                            plan.lossBelow(),
                                            plan.gradientNormBelow()));
            case LOSS ->
                    bound(text, -Double.MAX_VALUE)
                            .map(value -> bounds(plan, value, plan.gradientNormBelow()));
            case NORM -> bound(text, 0).map(value -> bounds(plan, plan.lossBelow(), value));
        };
    }

    private static Plan with(Plan plan, int epochs) {
        return new Plan(
                epochs, plan.batch(), plan.seed(), plan.lossBelow(), plan.gradientNormBelow());
    }

    private static Plan batch(Plan plan, int batch) {
        return new Plan(
                plan.epochs(), batch, plan.seed(), plan.lossBelow(), plan.gradientNormBelow());
    }

    private static Plan bounds(Plan plan, OptionalDouble loss, OptionalDouble norm) {
        return new Plan(plan.epochs(), plan.batch(), plan.seed(), loss, norm);
    }

    private static Optional<OptionalDouble> bound(String text, double least) {
        return text.isBlank()
                ? Optional.of(OptionalDouble.empty())
                : number(text).filter(value -> value >= least).map(OptionalDouble::of);
    }

    private static Optional<Double> number(String text) {
        return Numbers.read(text, Manner.TYPED) instanceof Parsed.Value(var value)
                ? Optional.of(value)
                : Optional.empty();
    }
}
