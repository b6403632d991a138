package org.chainrule.worksheet.advice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Network;
import org.chainrule.engine.Sample;
import org.chainrule.engine.Vector;
import org.chainrule.worksheet.Edit;
import org.chainrule.worksheet.Initialiser;
import org.chainrule.worksheet.SampleEdit;
import org.chainrule.worksheet.Structure;
import org.chainrule.worksheet.Worksheet;
import org.chainrule.worksheet.advice.Objection.Deed;
import org.chainrule.worksheet.advice.Objection.Reason;
import org.chainrule.worksheet.advice.Objection.Remedy;
import org.chainrule.worksheet.toy.ToyData;

/** How toy data go together with a worksheet, and how they get onto it. */
public record ToyFit(ToyData data, Worksheet worksheet, Initialiser initialiser) {
    private Network network() {
        return worksheet.problem().network();
    }

    /** How many outputs the data take: classes as many as there are, a real target one. */
    public int outputs() {
        boolean alwaysOne =
                network().last().activation() == Activation.SOFTMAX && network().outputs() == 1;
        return data.kind().hasClasses() ? alwaysOne ? 2 : network().outputs() : 1;
    }

    /** Whether the network has the inputs and outputs that the data take. */
    public boolean isFitting() {
        return network().inputs() == data.kind().inputs() && network().outputs() == outputs();
    }

    /** Whether the data are the worksheet's samples. */
    public boolean isInUse() {
        return isFitting() && worksheet.problem().samples().equals(samples());
    }

    /**
     * The points with targets for the last layer: of one output 0 and 1, of more a 1 at the class's
     * own and 0 elsewhere; −1 in the place of 0 for tanh and its like, unless the loss takes
     * logarithms.
     */
    public List<Sample> samples() {
        return data.points().stream()
                .map(point -> new Sample(point.x(), target(point.y())))
                .toList();
    }

    /** The targets of a class, or of a real target. */
    public Vector target(double y) {
        if (!data.kind().hasClasses()) {
            return Vector.of(y);
        }
        boolean twoSided = network().last().activation().isTwoSided();
        double[] target = new double[outputs()];
        Arrays.fill(target, twoSided && !worksheet.problem().loss().isCrossEntropy() ? -1 : 0);
        if (target.length > 1 || y == 1) {
            target[target.length == 1 ? 0 : (int) y] = 1;
        }
        return Vector.of(target);
    }

    /** What does not fit, or cannot be learnt, each with the edit that adapts the network. */
    public List<Objection> misfits() {
        List<Objection> misfits = new ArrayList<>(sizes());
        Worksheet used = using(misfits).apply(worksheet);
        TargetAdvice.of(used.problem()).ifPresent(misfits::add);
        return List.copyOf(misfits);
    }

    private List<Objection> sizes() {
        List<Objection> sizes = new ArrayList<>();
        int inputs = data.kind().inputs();
        if (network().inputs() != inputs) {
            Edit edit = new Structure.SetSize(Structure.INPUTS, inputs, initialiser);
            sizes.add(
                    Objection.of(Reason.TOY_INPUTS, network().inputs(), inputs)
                            .or(Remedy.of(Deed.INPUTS, edit, inputs)));
        }
        if (network().outputs() != outputs()) {
            String last = network().last().name();
            Edit edit = new Structure.SetSize(last, outputs(), initialiser);
            sizes.add(
                    Objection.of(Reason.TOY_OUTPUTS, network().outputs(), outputs())
                            .or(Remedy.of(Deed.NEURONS, edit, outputs(), last)));
        }
        return sizes;
    }

    /** Puts the data in the place of all samples; for a network that has the sizes they take. */
    public Edit use() {
        return new SampleEdit.ReplaceAll(samples());
    }

    /** Does what helps against all {@link #misfits}, and then the same. */
    public Edit adapt() {
        return using(misfits());
    }

    private Edit using(List<Objection> misfits) {
        List<Edit> edits = new ArrayList<>();
        misfits.forEach(misfit ->
                misfit.remedies().stream().findFirst().map(Remedy::edit).ifPresent(edits::add));
        edits.add(use());
        return new Edit.Several(edits);
    }
}
