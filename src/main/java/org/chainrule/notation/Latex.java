package org.chainrule.notation;

import java.util.List;
import java.util.stream.Collectors;

/** LaTeX, for a student's own paper. */
final class Latex implements Markup {
    @Override
    public String number(String text, String address, String role) {
        return constant(text);
    }

    @Override
    public String constant(String text) {
        if (text.chars().allMatch(c -> Character.isLetter(c) || c == ' ')) {
            return "\\text{" + text + "}";
        }
        return text.replace("−", "-")
                .replace("∞", "\\infty ")
                .replace(",", "{,}")
                .replaceFirst("e(-?[0-9]+)$", "\\\\mathrm{e}{$1}");
    }

    @Override
    public String sign(Sign sign, String address) {
        String sup =
                (sign.sup().isEmpty() ? "" : "\\mathrm{" + sign.sup() + "}")
                        + (sign.updated() ? "\\prime" : "");
        String body =
                before(sign.before())
                        + letter(sign.letter())
                        + (sign.sub().isEmpty() ? "" : "_{" + sign.sub() + "}")
                        + (sup.isEmpty() ? "" : "^{" + sup + "}");
        String sample = sign.sample().isEmpty() ? "" : "_{" + sign.sample() + "}";
        String written =
                sign.gradientOf().isEmpty() ? body : partial(sign.gradientOf() + sample, body);
        return sign.opposite() ? negative(written) : written;
    }

    /** Without indices, no taller than a line of text. */
    static String inline(Sign sign) {
        String letter = before(sign.before());
        String written =
                sign.gradientOf().isEmpty()
                        ? letter + letter(sign.letter())
                        : "\\partial " + sign.gradientOf() + "/\\partial " + letter(sign.letter());
        return sign.opposite() ? "-" + written : written;
    }

    private static String before(String sign) {
        return switch (sign) {
            case "" -> "";
            case "Δ" -> "\\Delta ";
            default -> "\\mathrm{" + sign + "}";
        };
    }

    private static String letter(String letter) {
        if (letter.endsWith("′")) {
            // Braced: a prime is a superscript, and TeX takes no second one.
            return "{" + letter(letter.substring(0, letter.length() - 1)) + "'}";
        }
        return switch (letter) {
            case "Θ" -> "\\Theta";
            case "θ" -> "\\theta";
            case "α" -> "\\alpha";
            case "η" -> "\\eta";
            case "ŷ" -> "\\hat{y}";
            case "m\u0302", "s\u0302", "v\u0302" -> "\\hat{" + letter.charAt(0) + "}";
            case "net", "out" -> "\\mathit{" + letter + "}";
            case "δ" -> "\\delta";
            case "σ" -> "\\sigma";
            case "Φ" -> "\\Phi";
            case "φ" -> "\\varphi";
            case "ln", "tanh" -> "\\" + letter;
            default -> letter.length() == 1 ? letter : "\\operatorname{" + letter + "}";
        };
    }

    @Override
    public String partial(String of, String by) {
        return fraction("\\partial " + of, "\\partial " + by);
    }

    @Override
    public String fraction(String over, String under) {
        return "\\frac{" + over + "}{" + under + "}";
    }

    @Override
    public String squared(String base) {
        return "{" + base + "}^2";
    }

    @Override
    public String power(String base, int exponent) {
        return "{" + base + "}^{" + exponent + "}";
    }

    @Override
    public String exponential(String exponent) {
        return "e^{" + exponent + "}";
    }

    @Override
    public String call(String function, String argument) {
        return letter(function) + parentheses(argument);
    }

    @Override
    public String from(String number, String factor, String function, String argument) {
        return "\\overset{" + factor + call(function, argument) + "}{" + number + "}";
    }

    @Override
    public String root(String inner) {
        return "\\sqrt{" + inner + "}";
    }

    @Override
    public String absolute(String inner) {
        return "\\left|" + inner + "\\right|";
    }

    @Override
    public String parentheses(String inner) {
        return "\\left(" + inner + "\\right)";
    }

    @Override
    public String times() {
        return " \\cdot ";
    }

    @Override
    public String plus() {
        return " + ";
    }

    @Override
    public String minus() {
        return " - ";
    }

    @Override
    public String negative(String inner) {
        return "-" + inner;
    }

    @Override
    public String dots() {
        return "\\dots";
    }

    @Override
    public String together(String text, int count) {
        return "\\underbrace{" + constant(text) + "}_{\\dots\\," + count + "\\,\\dots}";
    }

    @Override
    public String cases(String positive, String otherwise, String of, String bound) {
        return "\\begin{cases}"
                + positive
                + " & "
                + of
                + " > "
                + bound
                + " \\\\ "
                + otherwise
                + " & "
                + of
                + " \\le "
                + bound
                + "\\end{cases}";
    }

    @Override
    public String equal() {
        return " = ";
    }

    @Override
    public String sumOver(String index, String body) {
        return "\\sum" + (index.isEmpty() ? "" : "_{" + index + "}") + " " + body;
    }

    @Override
    public String row(String inner) {
        return inner;
    }

    @Override
    public String matrix(List<List<String>> rows) {
        return rows.stream()
                .map(row -> String.join(" & ", row))
                .collect(Collectors.joining(" \\\\ ", "\\begin{pmatrix}", "\\end{pmatrix}"));
    }

    @Override
    public String transposed(String matrix) {
        return "\\left(" + matrix + "\\right)^{\\mathsf T}";
    }

    @Override
    public String entrywise() {
        return " \\odot ";
    }
}
