package org.chainrule.workbench.kit;

import java.util.List;
import org.chainrule.notation.Notation;

/** Small pieces of HTML and text. */
public final class Text {
    private Text() {}

    public static String subscript(int index) {
        StringBuilder text = new StringBuilder();
        for (char digit : Integer.toString(index).toCharArray()) {
            text.append((char) ('₀' + (digit - '0')));
        }
        return text.toString();
    }

    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** A number's name in the line: ∂J/∂z₁[out]. */
    public static String name(Notation.Sign sign) {
        String gradient = sign.gradientOf().isEmpty() ? "" : "∂" + escape(sign.gradientOf()) + "/∂";
        String sub = sign.sub().isEmpty() ? "" : "<sub>" + sign.sub() + "</sub>";
        return gradient + sign.letter() + (sign.updated() ? "′" : "") + sub + sign.sup();
    }

    /** A formula on its own line; where it is too wide it scrolls, by keyboard too. */
    public static String equation(String mathMl, String spoken) {
        return "<div class=\"eq\" tabindex=\"0\" role=\"group\" aria-label=\""
                + escape(spoken)
                + "\"><math display=\"block\">"
                + mathMl
                + "</math></div>";
    }

    /** A formula in pieces between which a line may break. */
    public static String wrapped(List<String> mathMl, String spoken) {
        StringBuilder html =
                new StringBuilder("<div class=\"eq\" role=\"group\" aria-label=\"")
                        .append(escape(spoken))
                        .append("\">");
        for (String piece : mathMl) {
            html.append("<math displaystyle=\"true\">").append(piece).append("</math><wbr>");
        }
        return html.append("</div>").toString();
    }

    public static String inline(String mathMl) {
        return "<math>" + mathMl + "</math>";
    }
}
