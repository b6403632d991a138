package org.chainrule.notation;

import java.util.Map;
import java.util.Optional;

/** Why choices do not go together: two numbers would be written alike. */
public enum Clash {
    /** The same letter for preactivation and activation. */
    PREACTIVATION_ACTIVATION,
    /** y for the activation and for the target. */
    ACTIVATION_TARGET,
    /** v for the preactivation and for the first layer's weights. */
    PREACTIVATION_WEIGHT,
    /** d for the target, and before letters for their gradients. */
    TARGET_GRADIENT,
    /** Neurons of two layers with the same index, and nothing to tell the layers. */
    NEURONS;

    /** The first there is, or nothing where the choices go together. */
    public static Optional<Clash> of(Map<Choice, Option> chosen) {
        Option preactivation = chosen.get(Choice.PREACTIVATION);
        Option activation = chosen.get(Choice.ACTIVATION);
        Option target = chosen.get(Choice.TARGET);
        Option layers = chosen.get(Choice.LAYERS);
        if (preactivation == activation) {
            return Optional.of(PREACTIVATION_ACTIVATION);
        }
        if (activation == target) {
            return Optional.of(ACTIVATION_TARGET);
        }
        if (preactivation == Letter.V && layers == Layers.LETTERS) {
            return Optional.of(PREACTIVATION_WEIGHT);
        }
        if (target == Letter.D && chosen.get(Choice.GRADIENTS) == Gradients.SHORT) {
            return Optional.of(TARGET_GRADIENT);
        }
        boolean unmarked = layers == Layers.LETTERS || layers == Layers.NONE;
        return unmarked && chosen.get(Choice.NEURONS) == Counting.WITHIN
                ? Optional.of(NEURONS)
                : Optional.empty();
    }
}
