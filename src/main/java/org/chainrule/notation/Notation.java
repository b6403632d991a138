package org.chainrule.notation;

import java.util.Arrays;
import java.util.Optional;
import org.chainrule.derivation.Form;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;

/** Which letters stand for what. */
public enum Notation {
    /** The sheet's: Θ, p, z, J. */
    SHEET("sheet", "Θ", "p", "z", "J", Form.SLOPES),
    /** The common textbook's: W, z, a, L. */
    TEXTBOOK("textbook", "W", "z", "a", "L", Form.SLOPES),
    /** The textbook's letters, with δ for ∂L/∂z, the gradient of the preactivation. */
    DELTA("delta", "W", "z", "a", "L", Form.DELTAS);

    private final String key;
    private final String weight;
    private final String preactivation;
    private final String activation;
    private final String loss;
    private final Form form;

    Notation(
            String key,
            String weight,
            String preactivation,
            String activation,
            String loss,
            Form form) {
        this.key = key;
        this.weight = weight;
        this.preactivation = preactivation;
        this.activation = activation;
        this.loss = loss;
        this.form = form;
    }

    /** Its name in links. */
    public String key() {
        return key;
    }

    public Form form() {
        return form;
    }

    public String weight() {
        return weight;
    }

    public String preactivation() {
        return preactivation;
    }

    public String activation() {
        return activation;
    }

    public String loss() {
        return loss;
    }

    public static Optional<Notation> of(String key) {
        return Arrays.stream(values()).filter(notation -> notation.key.equals(key)).findFirst();
    }

    /** How {@code quantity} is written. */
    public Sign sign(Quantity quantity) {
        return sign(quantity, "");
    }

    /**
     * How {@code quantity} is written where its loss is that of {@code sample}, or of all where
     * empty.
     */
    Sign sign(Quantity quantity, String sample) {
        String k = quantity.k() == 0 ? "" : Integer.toString(quantity.k());
        String t = quantity.t() == 0 ? "" : Integer.toString(quantity.t());
        return sign(quantity.kind(), quantity.layer(), k, t, sample);
    }

    /** How a number of this kind is written with these indices, digits or letters. */
    Sign sign(Kind kind, String layer, String k, String t, String sample) {
        String separator = k.length() > 1 || t.length() > 1 ? "," : "";
        String sub = kind == Kind.J ? sample : t.isEmpty() ? k : k + separator + t;
        String sup = layer.isEmpty() ? "" : "[" + layer + "]";
        boolean delta = this == DELTA && kind == Kind.DP;
        return new Sign(
                delta ? "δ" : letter(kind),
                sub,
                sup,
                kind == Kind.NW || kind == Kind.NB,
                !delta && isGradient(kind) ? loss : "",
                sample,
                role(kind));
    }

    /** How numbers of this kind are written where it is plain whose they are: z, ∂J/∂z, δ. */
    public String symbol(Kind kind) {
        Sign sign = sign(kind, "", "", "", "");
        return sign.gradientOf().isEmpty()
                ? sign.letter()
                : "∂" + sign.gradientOf() + "/∂" + sign.letter();
    }

    private String letter(Kind kind) {
        return switch (kind) {
            case X, DX -> "x";
            case Y -> "y";
            case W, DW, NW -> weight;
            case B, DB, NB -> "b";
            case P, DP -> preactivation;
            case Z, DZ -> activation;
            case S -> "g′";
            case J -> loss;
            case LR -> "α";
        };
    }

    private static boolean isGradient(Kind kind) {
        return switch (kind) {
            case DZ, DP, DW, DB, DX -> true;
            case X, Y, W, B, P, Z, S, NW, NB, J, LR -> false;
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
            case DW, DB -> "cdw";
        };
    }

    /**
     * A letter with its marks.
     *
     * @param updated whether it is the value after the update, marked by a prime
     * @param gradientOf the loss whose partial derivative in this letter is meant, or empty
     * @param sample the index of that loss, or empty
     * @param role the class name of its colour
     */
    public record Sign(
            String letter,
            String sub,
            String sup,
            boolean updated,
            String gradientOf,
            String sample,
            String role) {}
}
