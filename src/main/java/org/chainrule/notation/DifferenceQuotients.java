package org.chainrule.notation;

import org.chainrule.derivation.Quantity;

/** Writes J beside one parameter θ, and its difference quotients, with symbols. */
public final class DifferenceQuotients {
    private final Markup markup;
    private final Signs signs;
    private final String parameter;
    private final String h;

    /** The parameter behind a Δ. */
    private final String factor;

    public DifferenceQuotients(Language language, Signs signs, Quantity parameter) {
        markup = language.markup();
        this.signs = signs;
        Sign sign = signs.sign(parameter);
        this.parameter = markup.sign(sign, "");
        factor = sign.opposite() ? markup.parentheses(this.parameter) : this.parameter;
        h = letter("h");
    }

    /** θ. */
    public String parameter() {
        return parameter;
    }

    /** J. */
    public String loss() {
        return letter(signs.notation().loss());
    }

    /** J(θ − h). */
    public String below() {
        return loss(parameter + markup.minus() + h);
    }

    /** J(θ). */
    public String here() {
        return loss(parameter);
    }

    /** J(θ + h). */
    public String above() {
        return loss(parameter + markup.plus() + h);
    }

    /** (J(θ + h) − J(θ)) / h. */
    public String forward() {
        return markup.fraction(above() + markup.minus() + here(), h);
    }

    /** (J(θ) − J(θ − h)) / h. */
    public String backward() {
        return markup.fraction(here() + markup.minus() + below(), h);
    }

    /** (J(θ + h) − J(θ − h)) / 2h. */
    public String central() {
        return markup.fraction(above() + markup.minus() + below(), markup.constant("2") + h);
    }

    /** ΔJ/Δθ, with symbols and with numbers. */
    public String changes(String change, String step) {
        String delta = letter("Δ");
        return markup.fraction(delta + loss(), delta + factor)
                + markup.equal()
                + markup.fraction(markup.constant(change), markup.constant(step));
    }

    private String letter(String letter) {
        return markup.sign(Sign.of(letter, "", "cx"), "");
    }

    private String loss(String at) {
        return markup.call(signs.notation().loss(), at);
    }
}
