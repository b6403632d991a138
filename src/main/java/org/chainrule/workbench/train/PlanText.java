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
            case SEED -> plan.shuffled() ? Long.toString(plan.seed()) : "";
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
            case EPOCHS -> LabelledInput.whole(text, 1, Plan.MOST_EPOCHS).map(plan::withEpochs);
            case BATCH ->
                    text.isBlank()
                            ? Optional.of(plan.withBatch(0))
                            : LabelledInput.whole(text, 0, Limits.SAMPLES).map(plan::withBatch);
            case SEED -> LabelledInput.whole(text, 0, RunSetup.LARGEST_SEED).map(plan::withSeed);
            case LOSS ->
                    bound(text, -Double.MAX_VALUE)
                            .map(value -> plan.withBounds(value, plan.gradientNormBelow()));
            case NORM -> bound(text, 0).map(value -> plan.withBounds(plan.lossBelow(), value));
        };
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
