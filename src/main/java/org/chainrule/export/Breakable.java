package org.chainrule.export;

/**
 * Makes a formula one that TeX can break across lines: TeX breaks at + and =, but never between
 * {@code \left(} and {@code \right)}, nor inside a fraction.
 */
final class Breakable {
    /** A pair of parentheses with more than these characters of source in it may be broken. */
    private static final int LONG = 90;

    private static final String LEFT = "\\left(";
    private static final String RIGHT = "\\right)";
    private static final String FRACTION = "\\frac{";

    private Breakable() {}

    static String of(String formula) {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < formula.length(); i++) {
            if (depth == 0 && formula.startsWith(LEFT, i)) {
                int end = closing(formula, i);
                text.append(parentheses(formula.substring(i + LEFT.length(), end)));
                i = end + RIGHT.length() - 1;
            } else if (depth == 0 && formula.startsWith(FRACTION, i)) {
                int end = argument(formula, argument(formula, i + FRACTION.length() - 1));
                text.append("\\fit{").append(formula, i, end).append('}');
                i = end - 1;
            } else {
                char c = formula.charAt(i);
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                text.append(c);
            }
        }
        return text.toString();
    }

    private static String parentheses(String inner) {
        return inner.contains(FRACTION) && inner.length() <= LONG
                ? LEFT + inner + RIGHT
                : "(" + of(inner) + ")";
    }

    /** Where the {@code \right)} of the {@code \left(} at {@code from} begins. */
    private static int closing(String formula, int from) {
        int open = 0;
        for (int i = from; i < formula.length(); i++) {
            open +=
                    formula.startsWith("\\left", i) && !formula.startsWith("\\leftarrow", i)
                            ? 1
                            : 0;
            open -= formula.startsWith("\\right", i) ? 1 : 0;
            if (open == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("unbalanced: " + formula);
    }

    /** The end of the argument whose brace opens at {@code from}. */
    private static int argument(String formula, int from) {
        int depth = 0;
        for (int i = from; i < formula.length(); i++) {
            depth += formula.charAt(i) == '{' ? 1 : formula.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("unbalanced: " + formula);
    }
}
