package org.chainrule.workbench.print;

import java.util.List;
import java.util.stream.Collectors;
import org.chainrule.workbench.kit.Text;

/** A table as HTML: rows of cells, the first of each its head. */
final class PrintedTable {
    private static final int NARROW = 12;

    /** Tables of more rows than this run over columns and pages. */
    private static final int SHORT = 30;

    private final StringBuilder html = new StringBuilder();
    private final boolean narrow;
    private int rows;

    /**
     * @param caption as HTML
     * @param heads of the columns, as HTML
     */
    PrintedTable(String caption, List<String> heads) {
        narrow = heads.size() <= NARROW / 2;
        html.append("<table")
                .append(heads.size() > NARROW ? " class=\"small\"" : "")
                .append("><caption>")
                .append(caption)
                .append("</caption><thead><tr>")
                .append(
                        heads.stream()
                                .map(head ->
                                        head.isEmpty()
                                                ? "<td></td>"
                                                : "<th scope=\"col\">" + head + "</th>")
                                .collect(Collectors.joining()))
                .append("</tr></thead><tbody>");
    }

    /**
     * @param head as HTML
     * @param texts of the cells
     */
    void row(String head, List<String> texts) {
        html.append("<tr><th scope=\"row\">").append(head).append("</th>");
        texts.forEach(text -> html.append("<td>").append(Text.escape(text)).append("</td>"));
        html.append("</tr>");
        rows++;
    }

    String html() {
        String table = html + "</tbody></table>";
        return rows <= SHORT
                ? table
                : "<div class=\"%s\">%s</div>".formatted(narrow ? "long halves" : "long", table);
    }
}
