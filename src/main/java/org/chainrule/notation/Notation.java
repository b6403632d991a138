package org.chainrule.notation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.chainrule.derivation.Form;
import org.chainrule.derivation.Quantity.Kind;

/**
 * How numbers are named: a set of independent choices. It never changes a number.
 *
 * @param chosen an option of every {@link Choice}, such that no two numbers are written alike
 */
public record Notation(Map<Choice, Option> chosen) {
    /** Stands over the letter before it. */
    static final String HAT = "\u0302";

    public Notation {
        for (Choice choice : Choice.values()) {
            if (!choice.options().contains(chosen.get(choice))) {
                throw new IllegalArgumentException(choice + ": " + chosen.get(choice));
            }
        }
        if (Clash.of(chosen).isPresent()) {
            throw new IllegalArgumentException(Clash.of(chosen).get() + " in " + chosen);
        }
        chosen = Collections.unmodifiableMap(new EnumMap<>(chosen));
    }

    public Option of(Choice choice) {
        return Objects.requireNonNull(chosen.get(choice));
    }

    /** All choices as they are here, but one. */
    public Map<Choice, Option> but(Choice choice, Option option) {
        Map<Choice, Option> changed = new EnumMap<>(chosen);
        changed.put(choice, option);
        return changed;
    }

    /** With one choice otherwise, or nothing where that does not go with the others. */
    public Optional<Notation> with(Choice choice, Option option) {
        Map<Choice, Option> changed = but(choice, option);
        return Clash.of(changed).isPresent()
                ? Optional.empty()
                : Optional.of(new Notation(changed));
    }

    private String letter(Choice choice) {
        return ((Letter) of(choice)).sign();
    }

    public String weight() {
        return letter(Choice.WEIGHT);
    }

    public String preactivation() {
        return letter(Choice.PREACTIVATION);
    }

    public String activation() {
        return letter(Choice.ACTIVATION);
    }

    public String loss() {
        return letter(Choice.LOSS);
    }

    public String target() {
        return letter(Choice.TARGET);
    }

    public String rate() {
        return letter(Choice.RATE);
    }

    Layers layers() {
        return (Layers) of(Choice.LAYERS);
    }

    Counting neurons() {
        return (Counting) of(Choice.NEURONS);
    }

    Edges weights() {
        return (Edges) of(Choice.WEIGHTS);
    }

    /** Whether rows of a weight matrix are sources. */
    public boolean isSourceFirst() {
        return of(Choice.ORDER) == Order.SOURCE;
    }

    /** Whether a bias is the weight of a source that is always 1. */
    public boolean isBiasWeight() {
        return of(Choice.BIASES) == Biases.WEIGHT;
    }

    private boolean isThreshold() {
        return of(Choice.BIASES) == Biases.THRESHOLD;
    }

    /** Whether the letter of this kind stands for minus the number: θ for −b. */
    public boolean isOpposite(Kind kind) {
        return switch (kind) {
            case B, DB, NB -> isThreshold();
            case DP -> of(Choice.DELTAS) == Deltas.MINUS;
            case X, Y, W, P, Z, S, DZ, DW, NW, U, M, V, NU, NM, NV, MH, VH, DX, J, LR -> false;
        };
    }

    /** The text of a number as the value of its letter. */
    public String worth(Kind kind, String text) {
        return isOpposite(kind) ? Numbers.opposite(text) : text;
    }

    /** Whether any letter does. */
    boolean hasOpposites() {
        return isThreshold() || isOpposite(Kind.DP);
    }

    boolean isShort() {
        return of(Choice.GRADIENTS) == Gradients.SHORT;
    }

    /** Whether what an update adds has a letter of its own: ΔΘ. */
    public boolean hasChanges() {
        return of(Choice.GRADIENTS) == Gradients.CHANGE;
    }

    public Form form() {
        return of(Choice.DELTAS) == Deltas.NONE ? Form.SLOPES : Form.DELTAS;
    }

    /** How numbers of this kind are written where it is plain whose they are: z, ∂J/∂z, dz, δ. */
    public String symbol(Kind kind) {
        return bare(kind).text();
    }

    /** The same in LaTeX, for a line of text. */
    public String latex(Kind kind) {
        return Latex.inline(bare(kind));
    }

    private Sign bare(Kind kind) {
        boolean delta = kind == Kind.DP && form() == Form.DELTAS;
        boolean gradient = !delta && isGradient(kind);
        return new Sign(
                isOpposite(kind),
                gradient && isShort() ? "d" : "",
                delta ? "δ" : letter(kind),
                "",
                "",
                isUpdated(kind),
                gradient && !isShort() ? loss() : "",
                "",
                role(kind));
    }

    /** A number of this kind, with its marks. */
    Sign sign(Kind kind, String sub, String sup, String sample) {
        Sign bare = bare(kind);
        boolean shortened = !bare.before().isEmpty() && !sample.isEmpty();
        return new Sign(
                bare.opposite(),
                bare.before(),
                bare.letter(),
                sub,
                shortened ? sup + "(" + sample + ")" : sup,
                bare.updated(),
                bare.gradientOf(),
                shortened ? "" : sample,
                bare.role());
    }

    private String letter(Kind kind) {
        return switch (kind) {
            case X, DX -> "x";
            case Y -> target();
            case W, DW, NW -> weight();
            case B, DB, NB -> isBiasWeight() ? weight() : isThreshold() ? "θ" : "b";
            case P, DP -> preactivation();
            case Z, DZ -> activation();
            case S -> "g′";
            case J -> loss();
            case LR -> rate();
            case U, NU -> layers() == Layers.LETTERS ? "r" : "u";
            case M, NM -> "m";
            case V, NV -> square();
            case MH -> "m" + HAT;
            case VH -> square() + HAT;
        };
    }

    /** The mean of squares: v, where that is not another number already. */
    private String square() {
        return layers() == Layers.LETTERS || preactivation().equals("v") ? "s" : "v";
    }

    private static boolean isUpdated(Kind kind) {
        return switch (kind) {
            case NW, NB, NU, NM, NV -> true;
            case X, Y, W, B, P, Z, S, DZ, DP, DW, DB, U, M, V, MH, VH, DX, J, LR -> false;
        };
    }

    private static boolean isGradient(Kind kind) {
        return switch (kind) {
            case DZ, DP, DW, DB, DX -> true;
            case X, Y, W, B, P, Z, S, NW, NB, U, M, V, NU, NM, NV, MH, VH, J, LR -> false;
        };
    }

    /** The colour role of a kind; a class name of the style sheet. */
    public static String role(Kind kind) {
        return switch (kind) {
            case X, J, LR -> "cx";
            case Y -> "cy";
            case W, B, NW, NB -> "cw";
            case P, S -> "cp";
            case Z -> "cz";
            case DZ, DP, DX -> "cdz";
            case DW, DB, U, M, V, NU, NM, NV, MH, VH -> "cdw";
        };
    }
}
