package org.chainrule.notation;

/** The languages in which formulas are written. */
public enum Language {
    MATHML,
    LATEX,
    TEXT;

    Markup markup() {
        return switch (this) {
            case MATHML -> new MathMl();
            case LATEX -> new Latex();
            case TEXT -> new PlainText();
        };
    }
}
