package org.chainrule.notation;

/** One form for the many signs that keyboards, spreadsheets and books have for the same thing. */
final class Glyphs {
    private static final int FULL_WIDTH = 0xff01 - '!';
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private final StringBuilder plain = new StringBuilder();

    /** Whether the last sign was part of an exponent written as small figures. */
    private boolean raised;

    private Glyphs() {}

    /**
     * {@code text} in ASCII as far as numbers have it: digits of any script, dashes of any length
     * as {@code -}, signs of multiplication as {@code *}, one space for blanks of any kind, nothing
     * for what is invisible, and {@code 10⁻⁷} as {@code 10^-7}. A comma stays one.
     */
    static String plain(String text) {
        Glyphs glyphs = new Glyphs();
        text.codePoints().forEach(glyphs::add);
        return glyphs.plain.toString().strip();
    }

    private void add(int c) {
        if (Character.getType(c) == Character.FORMAT) {
            return;
        }
        int superscript = SUPERSCRIPTS.indexOf(c);
        if (raised(c, superscript)) {
            plain.append(superscript >= 0 ? (char) ('0' + superscript) : c == '⁺' ? '+' : '-');
            return;
        }
        raised = false;
        if (isBlank(c)) {
            if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
                plain.append(' ');
            }
        } else {
            plain.appendCodePoint(sign(c));
        }
    }

    /** Whether {@code c} is a small figure after a ten, or goes on with such. */
    private boolean raised(int c, int superscript) {
        if (superscript < 0 && c != '⁻' && c != '⁺') {
            return false;
        }
        if (!raised && endsWithTen()) {
            plain.append('^');
            raised = true;
        }
        return raised;
    }

    private boolean endsWithTen() {
        int before = plain.length() - 3;
        return plain.length() >= 2
                && plain.charAt(before + 1) == '1'
                && plain.charAt(before + 2) == '0'
                && (before < 0 || !isPartOfNumber(plain.charAt(before)));
    }

    static boolean isPartOfNumber(char c) {
        return (c >= '0' && c <= '9') || c == '.' || c == ',';
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }

    private static int sign(int c) {
        int digit = Character.isDigit(c) ? Character.digit(c, 10) : -1;
        if (digit >= 0) {
            return '0' + digit;
        }
        return switch (c) {
            case '−', '⁻', '₋', '˗', '➖' -> '-';
            case '·', '×', '∙', '⋅', '✕', '⨯' -> '*';
            case '∕', '⁄' -> '/';
            case '÷' -> ':';
            case '٫' -> '.';
            case '’', '‘', '٬' -> '\'';
            default ->
                    Character.getType(c) == Character.DASH_PUNCTUATION
                            ? '-'
                            : c >= 0xff01 && c <= 0xff5e ? sign(c - FULL_WIDTH) : c;
        };
    }
}
