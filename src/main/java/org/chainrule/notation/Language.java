package org.chainrule.notation;

/** The languages in which formulas are written. */
public enum Language {
    MATHML(new MathMl()),
    LATEX(new Latex()),
    TEXT(new PlainText());

    private final Markup markup;

    Language(Markup markup) {
        this.markup = markup;
    }

    Markup markup() {
        return markup;
    }
}
