package org.chainrule.workbench;

/** Small pieces of HTML and text. */
final class Text {
    private Text() {}

    static String subscript(int index) {
        StringBuilder text = new StringBuilder();
        for (char digit : Integer.toString(index).toCharArray()) {
            text.append((char) ('₀' + (digit - '0')));
        }
        return text.toString();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** A formula on its own line; where it is too wide it scrolls, by keyboard too. */
    static String equation(String mathMl, String spoken) {
        return "<div class=\"eq\" tabindex=\"0\" role=\"group\" aria-label=\""
                + escape(spoken)
                + "\"><math display=\"block\">"
                + mathMl
                + "</math></div>";
    }

    static String inline(String mathMl) {
        return "<math>" + mathMl + "</math>";
    }
}
