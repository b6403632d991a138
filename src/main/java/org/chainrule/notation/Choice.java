package org.chainrule.notation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One of the independent choices of which a {@link Notation} consists. */
public enum Choice {
    WEIGHT("w", Letter.BIG_THETA, Letter.BIG_W, Letter.SMALL_W),
    PREACTIVATION("p", Letter.P, Letter.Z, Letter.NET, Letter.A, Letter.V),
    ACTIVATION("z", Letter.Z, Letter.A, Letter.O, Letter.OUT, Letter.H, Letter.Y, Letter.Y_HAT),
    LOSS("loss", Letter.BIG_J, Letter.BIG_L, Letter.BIG_E, Letter.BIG_C),
    TARGET("y", Letter.Y, Letter.T, Letter.D),
    RATE("lr", Letter.ALPHA, Letter.ETA),
    LAYERS("layers", Layers.values()),
    NEURONS("neurons", Counting.values()),
    WEIGHTS("weights", Edges.values()),
    ORDER("order", Order.values()),
    BIASES("bias", Biases.values()),
    GRADIENTS("grad", Gradients.values()),
    DELTAS("dp", Deltas.values());

    private final String key;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is.
    private final List<Option> options;

    Choice(String key, Option... options) {
        this.key = key;
        this.options = List.of(options);
    }

    /** Its name in links. */
    public String key() {
        return key;
    }

    /** What can be chosen; the first is the sheet's. */
    public List<Option> options() {
        return options;
    }

    public static Optional<Choice> of(String key) {
        return Arrays.stream(values()).filter(choice -> choice.key.equals(key)).findFirst();
    }

    public Optional<Option> option(String optionKey) {
        return options.stream().filter(option -> option.key().equals(optionKey)).findFirst();
    }
}
