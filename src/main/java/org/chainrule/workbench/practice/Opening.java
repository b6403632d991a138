package org.chainrule.workbench.practice;

import org.chainrule.notation.Numbers;
import org.chainrule.practice.Exercise;
import org.chainrule.worksheet.Asked;
import org.chainrule.worksheet.Step;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;

/**
 * An exercise as a link opens it: everything but the forward pass, unless the link says otherwise.
 *
 * @param isCut whether that were too many boxes, so that it asks for the easiest
 */
public record Opening(Exercise exercise, boolean isCut) {
    /** Boxes that one can be asked to fill. */
    private static final int MOST = 400;

    public static Opening of(Worksheet worksheet, View view, Numbers numbers) {
        View plain = view.on(worksheet).onPaper();
        View asking =
                plain.asked() == null
                        ? plain.withAsked(Asked.steps(Step.OUTPUT_ERROR, Step.UPDATE))
                        : plain;
        Exercise exercise = new Exercise(worksheet, asking);
        boolean many = exercise.items(exercise.display(numbers)).size() > MOST;
        return many
                ? new Opening(
                        new Exercise(worksheet, asking.withAsked(AskedForm.easiest(worksheet))),
                        true)
                : new Opening(exercise, false);
    }
}
