package org.chainrule.worksheet.advice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Loss;
import org.chainrule.notation.Sentences;
import org.chainrule.worksheet.Edit;
import org.chainrule.worksheet.Structure;

/**
 * Why something cannot be, or had better not be: data of which the page makes sentences.
 *
 * @param values what the sentence names, in the order of its words
 * @param remedies what would help, the likeliest first
 */
public record Objection(Reason reason, List<Object> values, List<Remedy> remedies) {
    /** What an objection is about: an edit that cannot be, or a part of the worksheet. */
    public enum About {
        EDIT,
        LAYERS,
        LOSS,
        OPTIMIZER,
        INITIALISER
    }

    /** What the sentence says; {@link Refusals} and {@link Advice} say when. */
    public enum Reason {
        NUMBER,
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
        NOT_POSITIVE,
        AT_ZERO,
        RULE_LAYER,
        RULE_LOSS,
        DECAY,
        PAPER_PARAMETERS,
        PAPER_SAMPLES,
        PAPER_DIGITS,
        TOY_INPUTS,
        TOY_OUTPUTS,
        LOG_RANGE(About.LOSS),
        CROSS_ENTROPY_SIGMOID(About.LOSS),
        BINARY_SOFTMAX(About.LOSS),
        SQUARED_SOFTMAX(About.LOSS),
        SOFTMAX_ONE(About.LOSS),
        TARGET_RANGE(About.LOSS),
        TARGET_PROBABILITY(About.LOSS),
        TARGET_SUM(About.LOSS),
        PAPER_INFINITE(About.LOSS),
        RULE(About.LAYERS),
        RULE_AT_ZERO(About.LAYERS),
        LINEAR_HIDDEN(About.LAYERS),
        TWINS(About.LAYERS),
        EQUAL_START(About.INITIALISER),
        HE(About.INITIALISER),
        RATE_ZERO(About.OPTIMIZER),
        RATE_NEGATIVE(About.OPTIMIZER),
        MOMENTUM(About.OPTIMIZER);

        private final About about;

        Reason() {
            this(About.EDIT);
        }

        Reason(About about) {
            this.about = about;
        }

        public About about() {
            return about;
        }
    }

    /** A number of which the size matters: it is told to two digits, with its power of ten. */
    public record Tiny(double value) {}

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

        /** Another activation and another loss, which belong together. */
        static Remedy both(String layer, Activation activation, Loss loss) {
            Edit edit =
                    new Edit.Several(
                            List.of(
                                    new Structure.SetActivation(layer, activation),
                                    new Structure.SetLoss(loss)));
            return of(Deed.BOTH, edit, activation, layer, loss);
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
        RATE,
        DECIMALS,
        EXACT,
        ON_PAPER,
        INPUTS,
        NEURONS
    }

    public Objection {
        values = List.copyOf(values);
        remedies = List.copyOf(remedies);
    }

    public static Objection of(Reason reason, Object... values) {
        return new Objection(reason, Arrays.asList(values), List.of());
    }

    /** The same, which names {@code value} in the place of its first one. */
    public Objection naming(Object value) {
        List<Object> named = new ArrayList<>(values);
        named.set(0, value);
        return new Objection(reason, named, remedies);
    }

    /**
     * What documents and edits are refused alike for, by the reason's name: each as it stands after
     * the place in a document, without a capital and a full stop.
     */
    public static Sentences refusals(Locale locale) {
        return Sentences.of("org.chainrule.worksheet.advice.refusals", locale);
    }

    Objection or(Remedy... further) {
        return new Objection(reason, values, Arrays.asList(further));
    }
}
