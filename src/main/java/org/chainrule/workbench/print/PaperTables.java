package org.chainrule.workbench.print;

import java.util.List;
import java.util.function.Function;
import org.chainrule.workbench.kit.Text;
import org.chainrule.workbench.practice.AnswerSheet;
import org.chainrule.workbench.practice.AnswerSheet.Item;
import org.chainrule.workbench.practice.AnswerSheet.Row;
import org.chainrule.workbench.practice.AnswerSheet.Table;

/** The tables of an exercise as HTML for paper, with boxes to fill by hand or what goes there. */
final class PaperTables {
    private final Function<String, String> answer;
    private final StringBuilder html = new StringBuilder();

    private PaperTables(Function<String, String> answer) {
        this.answer = answer;
    }

    /**
     * @param answer what stands in the box of a number, by its key; empty where it is to be filled
     */
    static String of(AnswerSheet sheet, Function<String, String> answer) {
        PaperTables tables = new PaperTables(answer);
        sheet.tables().stream().filter(PaperTables::isGiven).forEach(tables::given);
        tables.html.append("<div class=\"tables\">");
        sheet.tables().stream().filter(table -> !isGiven(table)).forEach(tables::table);
        return tables.html.append("</div>").toString();
    }

    private static boolean isGiven(Table table) {
        return table.kind().equals("given");
    }

    private void given(Table table) {
        html.append("<p class=\"facts\">");
        table.rows().getFirst().cells().getFirst().forEach(this::item);
        html.append("</p>");
    }

    private void table(Table table) {
        html.append("<table class=\"boxes\"><caption>")
                .append(table.caption())
                .append("</caption><thead><tr>");
        table.heads()
                .forEach(head ->
                        html.append(
                                head.isEmpty()
                                        ? "<td></td>"
                                        : "<th scope=\"col\">" + head + "</th>"));
        html.append("</tr></thead><tbody>");
        table.rows().forEach(this::row);
        html.append("</tbody></table>");
    }

    private void row(Row row) {
        html.append("<tr><th scope=\"row\">").append(row.head()).append("</th>");
        for (List<Item> cell : row.cells()) {
            html.append("<td>");
            cell.forEach(this::item);
            html.append("</td>");
        }
        html.append("</tr>");
    }

    private void item(Item item) {
        html.append("<span class=\"item\">");
        if (item.label() != null) {
            html.append("<span class=\"m\">").append(item.label()).append("</span> ");
        }
        if (item.box() != null) {
            html.append("<span class=\"fill\" role=\"img\" aria-label=\"")
                    .append(Text.escape(item.box().aria()))
                    .append("\">")
                    .append(Text.escape(answer.apply(item.q())))
                    .append("</span>");
        } else if (item.text() != null) {
            html.append(Text.escape(item.text()));
        }
        html.append("</span> ");
    }
}
