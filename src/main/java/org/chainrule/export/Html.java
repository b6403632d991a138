package org.chainrule.export;

import java.util.List;
import java.util.stream.Collectors;

/** HTML for a question, in which no brace can be read as the beginning of a field. */
final class Html {
    private final StringBuilder html = new StringBuilder();

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("{", "&#123;");
    }

    /** A part that is HTML already. */
    void raw(String part) {
        html.append(part);
    }

    void heading(String text) {
        html.append("<h4>").append(escape(text)).append("</h4>\n");
    }

    void paragraph(String text) {
        if (!text.isBlank()) {
            html.append("<p>").append(escape(text)).append("</p>\n");
        }
    }

    /**
     * @param heads of the columns; none where they need none
     * @param rows their heads first
     */
    void table(String caption, List<String> heads, List<List<String>> rows) {
        html.append("<table border=\"1\" cellpadding=\"4\"><caption>")
                .append(escape(caption))
                .append("</caption>");
        if (!heads.isEmpty()) {
            html.append("<thead><tr>")
                    .append(cells("th scope=\"col\"", heads))
                    .append("</tr></thead>");
        }
        html.append("<tbody>");
        for (List<String> row : rows) {
            html.append("<tr>")
                    .append(cells("th scope=\"row\"", row.subList(0, 1)))
                    .append(cells("td", row.subList(1, row.size())))
                    .append("</tr>");
        }
        html.append("</tbody></table>\n");
    }

    private static String cells(String tag, List<String> texts) {
        String end = tag.split(" ", 2)[0];
        return texts.stream()
                .map(text -> "<" + tag + ">" + escape(text) + "</" + end + ">")
                .collect(Collectors.joining());
    }

    String text() {
        return html.toString();
    }
}
