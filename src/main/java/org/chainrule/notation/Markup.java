package org.chainrule.notation;

import java.util.List;

/** The strokes of which a formula is written; each notation language has its own. */
interface Markup {
    String number(String text, String address, String role);

    String constant(String text);

    String sign(Sign sign, String address);

    /** ∂of/∂by. */
    String partial(String of, String by);

    String fraction(String over, String under);

    String squared(String base);

    String power(String base, int exponent);

    String exponential(String exponent);

    String call(String function, String argument);

    /** A number, and above or beside it what it is: function(argument). */
    String from(String number, String factor, String function, String argument);

    String root(String inner);

    String absolute(String inner);

    String parentheses(String inner);

    String times();

    String plus();

    String minus();

    String negative(String inner);

    String dots();

    /** What {@code count} terms that are left out come to. */
    String together(String text, int count);

    /** One value where {@code of} is above {@code bound}, and another elsewhere. */
    String cases(String positive, String otherwise, String of, String bound);

    String equal();

    String sumOver(String index, String body);

    String row(String inner);

    /** Numbers in rows and columns. */
    String matrix(List<List<String>> rows);

    String transposed(String matrix);

    /** The sign of a product entry by entry. */
    String entrywise();
}
