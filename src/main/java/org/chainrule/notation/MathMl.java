package org.chainrule.notation;

import java.util.List;

/** MathML Core, as browsers draw it without a script. */
final class MathMl implements Markup {
    @Override
    public String number(String text, String address, String role) {
        return "<mn" + reference(address, role) + ">" + text + "</mn>";
    }

    private static String reference(String address, String role) {
        return (address.isEmpty() ? "" : " data-ref=\"" + address + "\"")
                + " class=\""
                + role
                + "\"";
    }

    @Override
    public String constant(String text) {
        return "<mn>" + text + "</mn>";
    }

    @Override
    public String sign(Sign sign, String address) {
        String letter = "<mi>" + sign.letter() + "</mi>";
        String sup = sign.sup().isEmpty() ? "" : "<mtext>" + sign.sup() + "</mtext>";
        if (sign.updated()) {
            sup = "<mrow>" + sup + "<mo>′</mo></mrow>";
        }
        String sub =
                sign.sub().isEmpty() ? "" : "<mi mathvariant=\"normal\">" + sign.sub() + "</mi>";
        String body =
                sub.isEmpty()
                        ? sup.isEmpty() ? letter : "<msup>" + letter + sup + "</msup>"
                        : sup.isEmpty()
                                ? "<msub>" + letter + sub + "</msub>"
                                : "<msubsup>" + letter + sub + sup + "</msubsup>";
        if (!sign.before().isEmpty()) {
            body = "<mi mathvariant=\"normal\">" + sign.before() + "</mi>" + body;
        }
        if (!sign.gradientOf().isEmpty()) {
            body = partial(loss(sign), body);
        }
        if (sign.opposite()) {
            body = negative(body);
        }
        return "<mrow" + reference(address, sign.role()) + ">" + body + "</mrow>";
    }

    private static String loss(Sign sign) {
        String letter = "<mi>" + sign.gradientOf() + "</mi>";
        return sign.sample().isEmpty()
                ? letter
                : "<msub>" + letter + "<mi>" + sign.sample() + "</mi></msub>";
    }

    @Override
    public String partial(String of, String by) {
        return fraction("<mo>∂</mo>" + of, "<mo>∂</mo>" + by);
    }

    @Override
    public String fraction(String over, String under) {
        return "<mfrac>" + row(over) + row(under) + "</mfrac>";
    }

    @Override
    public String squared(String base) {
        return "<msup>" + row(base) + "<mn>2</mn></msup>";
    }

    @Override
    public String power(String base, int exponent) {
        return "<msup>" + row(base) + "<mn>" + exponent + "</mn></msup>";
    }

    @Override
    public String exponential(String exponent) {
        return "<msup><mi>e</mi>" + row(exponent) + "</msup>";
    }

    @Override
    public String call(String function, String argument) {
        return "<mrow><mi>" + function + "</mi>" + parentheses(argument) + "</mrow>";
    }

    @Override
    public String from(String number, String factor, String function, String argument) {
        return "<mover>"
                + number
                + "<mrow class=\"from\">"
                + factor
                + "<mi>"
                + function
                + "</mi><mo>(</mo>"
                + argument
                + "<mo>)</mo></mrow></mover>";
    }

    @Override
    public String root(String inner) {
        return "<msqrt>" + inner + "</msqrt>";
    }

    @Override
    public String absolute(String inner) {
        return "<mrow><mo>|</mo>" + inner + "<mo>|</mo></mrow>";
    }

    @Override
    public String parentheses(String inner) {
        return "<mrow><mo>(</mo>" + inner + "<mo>)</mo></mrow>";
    }

    @Override
    public String times() {
        return "<mo>·</mo>";
    }

    @Override
    public String plus() {
        return "<mo>+</mo>";
    }

    @Override
    public String minus() {
        return "<mo>−</mo>";
    }

    @Override
    public String negative(String inner) {
        return "<mo form=\"prefix\">−</mo>" + inner;
    }

    @Override
    public String dots() {
        return "<mo>…</mo>";
    }

    @Override
    public String together(String text, int count) {
        return "<munder><munder><mn>"
                + text
                + "</mn><mo stretchy=\"true\">⏟</mo></munder><mtext>… "
                + count
                + " …</mtext></munder>";
    }

    @Override
    public String cases(String positive, String otherwise, String of, String bound) {
        return "<mrow><mo>{</mo><mtable class=\"cases\">"
                + when(positive, of, ">", bound)
                + when(otherwise, of, "≤", bound)
                + "</mtable></mrow>";
    }

    private String when(String value, String of, String relation, String bound) {
        return "<mtr><mtd>"
                + row(value)
                + "</mtd><mtd>"
                + row(of + "<mo>" + relation.replace(">", "&gt;") + "</mo>" + bound)
                + "</mtd></mtr>";
    }

    @Override
    public String equal() {
        return "<mo>=</mo>";
    }

    @Override
    public String sumOver(String index, String body) {
        if (index.isEmpty()) {
            return "<mrow><mo>∑</mo>" + body + "</mrow>";
        }
        return "<mrow><munder><mo>∑</mo><mi>" + index + "</mi></munder>" + body + "</mrow>";
    }

    /** An element that stands alone needs no row around it. */
    @Override
    public String row(String inner) {
        return isOneElement(inner) ? inner : "<mrow>" + inner + "</mrow>";
    }

    @Override
    public String matrix(List<List<String>> rows) {
        StringBuilder table = new StringBuilder("<mtable>");
        for (List<String> row : rows) {
            table.append("<mtr>");
            row.forEach(number -> table.append("<mtd>").append(number).append("</mtd>"));
            table.append("</mtr>");
        }
        return parentheses(table.append("</mtable>").toString());
    }

    @Override
    public String transposed(String matrix) {
        return "<msup>" + parentheses(matrix) + "<mi mathvariant=\"normal\">T</mi></msup>";
    }

    @Override
    public String entrywise() {
        return "<mo>⊙</mo>";
    }

    private static boolean isOneElement(String inner) {
        int depth = 0;
        for (int at = inner.indexOf('<'); at >= 0; at = inner.indexOf('<', at + 1)) {
            depth += inner.charAt(at + 1) == '/' ? -1 : 1;
            if (depth == 0) {
                return inner.indexOf('>', at) == inner.length() - 1;
            }
        }
        return false;
    }
}
