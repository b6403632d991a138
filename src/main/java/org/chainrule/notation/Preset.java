package org.chainrule.notation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Optional;

/** A notation that students recognise. */
public enum Preset {
    /** The sheet's: Θ, p, z, J. */
    SHEET("sheet"),
    /** The common textbook's: W, z, a, L. */
    TEXTBOOK("textbook", Letter.BIG_W, Letter.Z, Letter.A, Letter.BIG_L),
    /** The textbook's letters, with δ for ∂L/∂z. */
    DELTA("delta", Letter.BIG_W, Letter.Z, Letter.A, Letter.BIG_L, Deltas.DELTA),
    /** dW[1], dz[1], da[1]. */
    SHORT("dw", Letter.BIG_W, Letter.Z, Letter.A, Letter.BIG_L, Layers.BRACKETS, Gradients.SHORT),
    /** W(1), z(1), a(1), δ(1). */
    NUMBERED(
            "parens",
            Letter.BIG_W,
            Letter.Z,
            Letter.A,
            Letter.BIG_C,
            Layers.PARENTHESES,
            Deltas.DELTA),
    /** net, out, E, t, η, w1 … w8. */
    WORDS(
            "net",
            Letter.SMALL_W,
            Letter.NET,
            Letter.OUT,
            Letter.BIG_E,
            Letter.T,
            Letter.ETA,
            Layers.NONE,
            Counting.LETTERED,
            Edges.NUMBERED),
    /** w from a source, first, to a receiver; o, net, t, η; δ with t − o, and Δw = +η δ o. */
    CLASSICAL(
            "classical",
            Letter.SMALL_W,
            Letter.NET,
            Letter.O,
            Letter.BIG_E,
            Letter.T,
            Letter.ETA,
            Layers.NONE,
            Counting.THROUGH,
            Order.SOURCE,
            Gradients.CHANGE,
            Deltas.MINUS),
    /** The textbook's letters, with x · W: a row of weights per source. */
    ROWS("rows", Letter.BIG_W, Letter.Z, Letter.A, Letter.BIG_L, Layers.BRACKETS, Order.SOURCE),
    /** The textbook's letters, with biases as the weights w₀ of x₀ = 1. */
    BIAS_WEIGHT(
            "w0", Letter.SMALL_W, Letter.Z, Letter.A, Letter.BIG_L, Layers.BRACKETS, Biases.WEIGHT);

    private final String key;

    @SuppressWarnings("ImmutableEnumChecker") // Its map is a copy that nobody changes.
    private final Notation notation;

    /**
     * @param otherwise what is not as on the sheet, in the order of the choices
     */
    Preset(String key, Option... otherwise) {
        this.key = key;
        EnumMap<Choice, Option> chosen = new EnumMap<>(Choice.class);
        for (Option option : otherwise) {
            Choice choice =
                    Arrays.stream(Choice.values())
                            .filter(c -> c.options().contains(option) && !chosen.containsKey(c))
                            .findFirst()
                            .orElseThrow();
            chosen.put(choice, option);
        }
        for (Choice choice : Choice.values()) {
            chosen.putIfAbsent(choice, choice.options().getFirst());
        }
        notation = new Notation(chosen);
    }

    /** Its name in links. */
    public String key() {
        return key;
    }

    public Notation notation() {
        return notation;
    }

    public static Optional<Preset> of(String key) {
        return Arrays.stream(values()).filter(preset -> preset.key.equals(key)).findFirst();
    }

    /** The one that {@code notation} is. */
    public static Optional<Preset> of(Notation notation) {
        return Arrays.stream(values())
                .filter(preset -> preset.notation.equals(notation))
                .findFirst();
    }
}
