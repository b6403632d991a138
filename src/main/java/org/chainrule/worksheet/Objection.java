package org.chainrule.worksheet;

import java.util.Arrays;
import java.util.List;

/**
 * Why something cannot be, or had better not be: data of which the page makes sentences.
 *
 * @param values what the sentence names, in the order of its words
 * @param remedies what would help, the likeliest first
 */
public record Objection(Reason reason, List<Object> values, List<Remedy> remedies) {
    /** What the sentence says; {@link Refusals} and {@link Advice} say when. */
    public enum Reason {
        NUMBER,
        WHOLE,
        SEED,
        TITLE,
        BAD_NAME,
        TAKEN_NAME,
        LAYERS,
        LAST_LAYER,
        NEURONS,
        INPUTS,
        PARAMETERS,
        SAMPLES,
        LAST_SAMPLE,
        SOFTMAX_HIDDEN,
        SOFTMAX_LEAVES,
        NEGATIVE,
        DECAY,
        PAPER_PARAMETERS,
        PAPER_SAMPLES,
        LOG_RANGE,
        CROSS_ENTROPY_SIGMOID,
        BINARY_SOFTMAX,
        SQUARED_SOFTMAX,
        SOFTMAX_ONE,
        TARGET_RANGE,
        TARGET_PROBABILITY,
        TARGET_SUM,
        LINEAR_HIDDEN,
        TWINS,
        EQUAL_START,
        HE,
        RATE_ZERO,
        RATE_NEGATIVE,
        MOMENTUM
    }

    /**
     * An edit that helps.
     *
     * @param values what its name names, in the order of its words
     */
    public record Remedy(Deed deed, List<Object> values, Edit edit) {
        public Remedy {
            values = List.copyOf(values);
        }

        static Remedy of(Deed deed, Edit edit, Object... values) {
            return new Remedy(deed, Arrays.asList(values), edit);
        }
    }

    /** What a remedy does. */
    public enum Deed {
        CALL,
        SIZE,
        ACTIVATION,
        LOSS,
        BOTH,
        ADD_BEFORE,
        PASS_SOFTMAX,
        RANDOMISE,
        RATE
    }

    public Objection {
        values = List.copyOf(values);
        remedies = List.copyOf(remedies);
    }

    public static Objection of(Reason reason, Object... values) {
        return new Objection(reason, Arrays.asList(values), List.of());
    }

    Objection or(Remedy... further) {
        return new Objection(reason, values, Arrays.asList(further));
    }
}
