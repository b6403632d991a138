package org.chainrule.workbench.kit;

import java.util.Locale;
import java.util.stream.Collectors;
import org.chainrule.notation.MathPieces;
import org.chainrule.notation.Sign;

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

    /** {@code text} as it begins a sentence. */
    public static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** A number's name in the line: ∂J/∂z₁[out]. */
    public static String name(Sign sign) {
        String gradient = sign.gradientOf().isEmpty() ? "" : "∂" + escape(sign.gradientOf()) + "/∂";
        String sub = sign.sub().isEmpty() ? "" : "<sub>" + sign.sub() + "</sub>";
        return sign.minus()
                + gradient
                + sign.before()
                + sign.letter()
                + (sign.updated() ? "′" : "")
                + sub
                + sign.sup();
    }

    /** A formula on lines of its own, which breaks between its terms. */
    public static String lines(String mathMl, String spoken) {
        return pieces("class=\"eq wraps\" tabindex=\"0\"", mathMl, spoken);
    }

    /** The same on paper, where nothing has the focus. */
    public static String wrapped(String mathMl, String spoken) {
        return pieces("class=\"eq\"", mathMl, spoken);
    }

    private static String pieces(String attributes, String mathMl, String spoken) {
        return "<div "
                + attributes
                + " role=\"group\" aria-label=\""
                + escape(spoken)
                + "\">"
                + MathPieces.of(mathMl).stream()
                        .map(piece -> "<math displaystyle=\"true\">" + piece + "</math><wbr>")
                        .collect(Collectors.joining())
                + "</div>";
    }

    /** A formula on its own line; where it is too wide it scrolls, by keyboard too. */
    public static String equation(String mathMl, String spoken) {
        return "<div class=\"eq\" tabindex=\"0\" role=\"group\" aria-label=\""
                + escape(spoken)
                + "\"><math display=\"block\">"
                + mathMl
                + "</math></div>";
    }

    public static String inline(String mathMl) {
        return "<math>" + mathMl + "</math>";
    }
}
