package org.chainrule.notation;

/**
 * A letter with its marks.
 *
 * @param opposite whether minus what is written so is meant: −θ
 * @param before what stands before the letter: the d of dW, or nothing
 * @param updated whether it is the value after the update, marked by a prime
 * @param gradientOf the loss whose partial derivative in this letter is meant, or empty
 * @param sample the index of that loss, or empty
 * @param role the class name of its colour
 */
public record Sign(
        boolean opposite,
        String before,
        String letter,
        String sub,
        String sup,
        boolean updated,
        String gradientOf,
        String sample,
        String role) {

    private static final String SMALL = "ₒₕₓ";

    /** A letter alone. */
    static Sign of(String letter, String sub, String role) {
        return new Sign(false, "", letter, sub, "", false, "", "", role);
    }

    /** In one line, without its marks. */
    String text() {
        return minus()
                + (gradientOf.isEmpty() ? before + letter : "∂" + gradientOf + "/∂" + letter);
    }

    /** In one line, without the layer's mark: z₁. */
    public String indexed() {
        String small =
                sub.matches("[ohx][0-9]+")
                        ? SMALL.charAt("ohx".indexOf(sub.charAt(0))) + lowered(sub.substring(1))
                        : lowered(sub);
        return minus() + before + letter + small + (updated ? "′" : "");
    }

    /** Where minus it is meant, the sign for that. */
    public String minus() {
        return opposite ? "−" : "";
    }

    /** In one line. */
    public String line() {
        return indexed() + sup;
    }

    /** Digits have signs of their own for this place; letters have not. */
    static String lowered(String sub) {
        if (sub.isEmpty() || !sub.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return sub.isEmpty() ? "" : "_" + sub;
        }
        return sub.chars()
                .map(digit -> '₀' + (digit - '0'))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Where it is plain of which layer it is. */
    Sign withoutLayer() {
        return new Sign(opposite, before, letter, sub, "", updated, gradientOf, sample, role);
    }

    Sign withLetter(String changed) {
        return new Sign(opposite, before, changed, sub, sup, updated, gradientOf, sample, role);
    }

    /** Of what is added to it: ΔΘ. */
    Sign change() {
        return new Sign(opposite, "Δ", letter, sub, sup, updated, gradientOf, sample, role);
    }

    /** Without its minus: θ of −θ. */
    Sign positive() {
        return new Sign(false, before, letter, sub, sup, updated, gradientOf, sample, role);
    }
}
