package org.chainrule.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A formula in MathML, cut where a line may break, as browsers never break one by themselves:
 * before = and before + and − between terms, in long parentheses too, in a long product after so
 * many factors, and between matrices.
 */
public final class MathPieces {
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final String ROW = "<mrow>";
    private static final String ROW_END = "</mrow>";
    private static final Pattern OPERATOR = Pattern.compile("<mo>([=+−⊙])</mo>");

    private static final Pattern ABOVE = Pattern.compile("<mrow class=\"from\">.*?</mrow>");

    private static final String TIMES = "<mo>·</mo>";
    private static final String MATRIX = "<mtable";

    /** Characters that a piece of a product has at most, unless one factor alone has more. */
    private static final int WIDE = 44;

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
            if (part.equals(TIMES) && isCutBefore(next(mathMl, end))) {
                end();
                piece.append("<mo form=\"infix\">·</mo>");
            } else if (operator.region(at, end).matches()) {
                end();
                piece.append("<mo form=\"infix\">").append(operator.group(1)).append("</mo>");
            } else if (part.startsWith(ROW) && (!part.startsWith(ROW + "<mo>") || isLong(part))) {
                cut(part.substring(ROW.length(), part.length() - ROW_END.length()));
            } else {
                piece.append(part);
            }
            at = end;
        }
    }

    private boolean isCutBefore(String factor) {
        return factor.contains(MATRIX) || width(piece + factor) > WIDE;
    }

    /** Whether it is in parentheses, and too long for them to stay on one line. */
    private static boolean isLong(String row) {
        return row.startsWith(ROW + "<mo>(</mo>") && (row.contains(MATRIX) || width(row) > WIDE);
    }

    private static String next(String mathMl, int at) {
        return at < mathMl.length() ? mathMl.substring(at, end(mathMl, at)) : "";
    }

    /** In characters; of a fraction the half, and nothing above a number. */
    private static int width(String mathMl) {
        String level = ABOVE.matcher(mathMl).replaceAll("");
        int characters = TAG.matcher(level).replaceAll("").length();
        return mathMl.contains("<mfrac>") ? characters / 2 : characters;
    }

    private void end() {
        if (!piece.isEmpty()) {
            pieces.add(piece.toString());
            piece.setLength(0);
        }
    }

    /** Where the element that begins at {@code from} ends. */
    private static int end(String mathMl, int from) {
        int depth = 0;
        for (int at = mathMl.indexOf('<', from); at >= 0; at = mathMl.indexOf('<', at)) {
            depth += mathMl.charAt(at + 1) == '/' ? -1 : 1;
            at = mathMl.indexOf('>', at) + 1;
            if (depth == 0) {
                return at;
            }
        }
        return mathMl.length();
    }
}
