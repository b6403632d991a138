package org.chainrule.notation;

/** One line of text, for accessible names. */
final class PlainText implements Markup {
    @Override
    public String number(String text, String address, String role) {
        return text;
    }

    @Override
    public String constant(String text) {
        return text;
    }

    @Override
    public String sign(Notation.Sign sign, String address) {
        String body =
                sign.letter()
                        + (sign.sub().isEmpty() ? "" : "_" + sign.sub())
                        + sign.sup()
                        + (sign.updated() ? "′" : "");
        String sample = sign.sample().isEmpty() ? "" : "_" + sign.sample();
        return sign.gradientOf().isEmpty() ? body : partial(sign.gradientOf() + sample, body);
    }

    @Override
    public String partial(String of, String by) {
        return "∂" + of + "/∂" + by;
    }

    @Override
    public String fraction(String over, String under) {
        return "(" + over + ")/(" + under + ")";
    }

    @Override
    public String squared(String base) {
        return base + "²";
    }

    @Override
    public String exponential(String exponent) {
        return "exp(" + exponent + ")";
    }

    @Override
    public String call(String function, String argument) {
        return function + "(" + argument + ")";
    }

    @Override
    public String absolute(String inner) {
        return "|" + inner + "|";
    }

    @Override
    public String parentheses(String inner) {
        return "(" + inner + ")";
    }

    @Override
    public String times() {
        return " · ";
    }

    @Override
    public String plus() {
        return " + ";
    }

    @Override
    public String minus() {
        return " − ";
    }

    @Override
    public String negative(String inner) {
        return "−" + inner;
    }

    @Override
    public String dots() {
        return "…";
    }

    @Override
    public String equal() {
        return " = ";
    }

    @Override
    public String sumOver(String index, String body) {
        return "Σ_" + index + " " + body;
    }

    @Override
    public String row(String inner) {
        return inner;
    }
}
