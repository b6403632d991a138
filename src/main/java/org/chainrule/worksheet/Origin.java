package org.chainrule.worksheet;

import org.chainrule.engine.training.Position;

/** How a worksheet of the history came to be. */
public sealed interface Origin {
    /** It was opened. */
    record Opened() implements Origin {}

    /** By hand. */
    record Edited() implements Origin {}

    /** By one update of its parameters. */
    record Updated() implements Origin {}

    /**
     * By training.
     *
     * @param run which of the history's runs
     * @param at where in the run
     */
    record Trained(int run, Position at) implements Origin {
        public Trained {
            if (run < 1) {
                throw new IllegalArgumentException("run: " + run);
            }
        }
    }

    /** By going back, or on, to the parameters of another state of the history. */
    record Revisited(History.Entry entry) implements Origin {}

    /** What {@code edit} leads to. */
    static Origin of(Edit edit) {
        return switch (edit) {
            case Edit.Trained(_, _, int run, Position at) -> new Trained(run, at);
            case Edit.ApplyUpdate _ -> new Updated();
            case Edit.Revisit(var entry) -> new Revisited(entry);
            case Edit.SetNumber _,
                    Edit.Several _,
                    Edit.SetArithmetic _,
                    Edit.Replace _,
                    SampleEdit _,
                    Structure _ ->
                    new Edited();
        };
    }
}
