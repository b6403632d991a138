package org.chainrule.worksheet;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.chainrule.derivation.Quantity;
import org.chainrule.engine.Problem;

/** The steps of backpropagation, shown one at a time: a key of links, words and the page. */
public enum Step {
    /** The forward pass. */
    FORWARD("0"),
    OUTPUT_ERROR("1"),
    HIDDEN_ERROR("2"),
    OUTPUT_WEIGHTS("3"),
    HIDDEN_WEIGHTS("4"),

    /** What the batch makes of its samples' gradients; a single sample needs no such step. */
    REDUCE("reduce"),
    UPDATE("5");

    private final String key;

    Step(String key) {
        this.key = key;
    }

    /** Its name in links: the sheet's number where the sheet has it. */
    public String key() {
        return key;
    }

    public static Optional<Step> of(String key) {
        return Arrays.stream(values()).filter(step -> step.key.equals(key)).findFirst();
    }

    /** The steps that {@code worksheet} takes, in order. */
    public static List<Step> of(Worksheet worksheet) {
        boolean batch = worksheet.problem().isReduced();
        return Arrays.stream(values()).filter(step -> step != REDUCE || batch).toList();
    }

    /** The step that produces {@code quantity}; what is typed is there from the start. */
    public static Step of(Problem problem, Quantity quantity) {
        boolean last = quantity.layer().equals(problem.network().last().name());
        return switch (quantity.kind()) {
            case X, Y, W, B, LR, P, Z, J -> FORWARD;
            case S, DZ, DP -> last ? OUTPUT_ERROR : HIDDEN_ERROR;
            case DW, DB -> problem.isReduced() ? REDUCE : last ? OUTPUT_WEIGHTS : HIDDEN_WEIGHTS;
            case DX -> HIDDEN_WEIGHTS;
            case NW, NB, U, M, V, NU, NM, NV, MH, VH -> UPDATE;
        };
    }

    /** The step of {@code worksheet} that is {@code steps} away; the first or last beyond them. */
    public Step moved(Worksheet worksheet, int steps) {
        List<Step> all = of(worksheet);
        int here = all.indexOf(on(worksheet));
        return all.get(Math.clamp((long) here + steps, 0, all.size() - 1));
    }

    /** This step, or the one before it where {@code worksheet} has no such step. */
    Step on(Worksheet worksheet) {
        return of(worksheet).contains(this) ? this : HIDDEN_WEIGHTS;
    }
}
