package org.chainrule.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A formula in MathML, cut where a line may break: before = and before + and − between terms, as
 * browsers never break a formula by themselves.
 */
public final class MathPieces {
    private static final Pattern TAG = Pattern.compile("<(/?)[a-z]+[^>]*>");
    private static final String ROW = "<mrow>";
    private static final String ROW_END = "</mrow>";
    private static final Pattern OPERATOR = Pattern.compile("<mo>([=+−])</mo>");

    private final List<String> pieces = new ArrayList<>();
    private final StringBuilder piece = new StringBuilder();

    private MathPieces() {}

    /** The pieces in order; a row of terms is opened where it stands at the top. */
    public static List<String> of(String mathMl) {
        MathPieces cut = new MathPieces();
        cut.cut(mathMl);
        cut.end();
        return List.copyOf(cut.pieces);
    }

    private void cut(String mathMl) {
        Matcher operator = OPERATOR.matcher(mathMl);
        int at = 0;
        while (at < mathMl.length()) {
            int end = end(mathMl, at);
            String part = mathMl.substring(at, end);
            if (operator.region(at, end).matches()) {
                end();
                piece.append("<mo form=\"infix\">").append(operator.group(1)).append("</mo>");
            } else if (part.startsWith(ROW) && !part.startsWith(ROW + "<mo>")) {
                cut(part.substring(ROW.length(), part.length() - ROW_END.length()));
            } else {
                piece.append(part);
            }
            at = end;
        }
    }

    private void end() {
        if (!piece.isEmpty()) {
            pieces.add(piece.toString());
            piece.setLength(0);
        }
    }

    /** Where the element that begins at {@code from} ends. */
    private static int end(String mathMl, int from) {
        Matcher tag = TAG.matcher(mathMl);
        int depth = 0;
        for (int at = from; tag.find(at); at = tag.end()) {
            depth += tag.group(1).isEmpty() ? 1 : -1;
            if (depth == 0) {
                return tag.end();
            }
        }
        return mathMl.length();
    }
}
