package org.chainrule.notation;

/** The strokes of which a formula is written; each notation language has its own. */
interface Markup {
    String number(String text, String address, String role);

    String constant(String text);

    String sign(Notation.Sign sign, String address);

    /** ∂of/∂by. */
    String partial(String of, String by);

    String fraction(String over, String under);

    String squared(String base);

    String exponential(String exponent);

    String call(String function, String argument);

    String absolute(String inner);

    String parentheses(String inner);

    String times();

    String plus();

    String minus();

    String negative(String inner);

    String dots();

    String equal();

    String sumOver(String index, String body);

    String row(String inner);
}
