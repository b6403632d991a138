package org.chainrule.notation;

import java.util.List;
import java.util.stream.Collectors;

/** One line of text, for accessible names. */
final class PlainText implements Markup {
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    @Override
    public String number(String text, String address, String role) {
        return text;
    }

    @Override
    public String constant(String text) {
        return text;
    }

    @Override
    public String sign(Sign sign, String address) {
        String body =
                sign.before()
                        + sign.letter()
                        + Sign.lowered(sign.sub())
                        + sign.sup()
                        + (sign.updated() ? "′" : "");
        return sign.minus()
                + (sign.gradientOf().isEmpty()
                        ? body
                        : partial(sign.gradientOf() + Sign.lowered(sign.sample()), body));
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
    public String power(String base, int exponent) {
        return base + raised(exponent);
    }

    private static String raised(int exponent) {
        return Integer.toString(exponent)
                .chars()
                .mapToObj(digit -> RAISED.substring(digit - '0', digit - '0' + 1))
                .collect(Collectors.joining());
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
    public String from(String number, String factor, String function, String argument) {
        return number + " [" + factor + call(function, argument) + "]";
    }

    @Override
    public String root(String inner) {
        return call("√", inner);
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
    public String together(String text, int count) {
        return "[…" + count + ": " + text + "]";
    }

    @Override
    public String cases(String positive, String otherwise, String of, String bound) {
        return "{%s (%s > %s); %s (%s ≤ %s)}".formatted(positive, of, bound, otherwise, of, bound);
    }

    @Override
    public String equal() {
        return " = ";
    }

    @Override
    public String sumOver(String index, String body) {
        return (index.isEmpty() ? "Σ " : "Σ_" + index + " ") + body;
    }

    @Override
    public String row(String inner) {
        return inner;
    }

    /** Rows one after the other, with semicolons between. */
    @Override
    public String matrix(List<List<String>> rows) {
        return rows.stream()
                .map(row -> String.join(" ", row))
                .collect(Collectors.joining("; ", "[", "]"));
    }

    @Override
    public String transposed(String matrix) {
        return matrix + "ᵀ";
    }

    @Override
    public String entrywise() {
        return " ⊙ ";
    }
}
