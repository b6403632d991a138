package org.chainrule.export;

import java.util.Locale;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Values;
import org.chainrule.engine.Network;
import org.chainrule.engine.Problem;
import org.chainrule.notation.Language;
import org.chainrule.notation.Numbers;
import org.chainrule.notation.Typesetter;
import org.chainrule.solution.Display;
import org.chainrule.worksheet.Asked;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;

/** The worksheet's numbers and formulas in LaTeX, as the page shows them. */
record Figures(Worksheet worksheet, View view, Values values, Numbers numbers, Words words) {
    /** It needs no package. */
    static final String BOX = "\\framebox[3.5em]{\\strut}";

    static Figures of(Worksheet worksheet, View view, Locale locale) {
        Words words = Words.in(locale);
        return new Figures(
                worksheet,
                view.on(worksheet),
                worksheet.values(),
                Numbers.in(words.locale()),
                words);
    }

    Problem problem() {
        return worksheet.problem();
    }

    Network network() {
        return problem().network();
    }

    Ref ref(Quantity quantity) {
        return Ref.shown(quantity, view.sample());
    }

    /** The number as the page displays it, in plain text; one that is not given has no digits. */
    String plain(Ref ref) {
        return isGiven(ref) ? display().text(ref) : "00000";
    }

    private boolean isGiven(Ref ref) {
        return display().isGiven(ref.quantity());
    }

    private boolean isAsked(Quantity quantity) {
        Asked asked = view.asked();
        return asked != null && asked.has(display().step(quantity), quantity);
    }

    Display display() {
        return new Display(worksheet, values, view, numbers);
    }

    /**
     * The number as the page displays it, for mathematics; a box where it is asked, dots where it
     * comes of one that is.
     */
    String number(Ref ref) {
        return isGiven(ref)
                ? symbols().number(ref.quantity(), plain(ref))
                : isAsked(ref.quantity()) ? BOX : "\\ldots";
    }

    String number(Quantity quantity) {
        return number(ref(quantity));
    }

    /** A number of {@code quantity}'s kind that is not the worksheet's. */
    String number(Quantity quantity, double value) {
        return symbols().number(quantity, numbers.format(value, view.digits()));
    }

    String name(Quantity quantity) {
        return symbols().name(quantity);
    }

    String neuron(String layer, int k) {
        return symbols().neuron(layer, k);
    }

    /** Where it is plain of which layer it is. */
    String neuronInLayer(String layer, int k) {
        return symbols().neuronInLayer(layer, k);
    }

    /** All numbers of this kind of a layer together. */
    String matrix(Quantity.Kind kind, String layer) {
        return symbols().matrix(kind, layer);
    }

    private Typesetter symbols() {
        return display().symbols(Language.LATEX);
    }

    boolean isBatch() {
        return problem().isReduced();
    }
}
