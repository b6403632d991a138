package org.chainrule.workbench.practice;

import java.util.List;
import java.util.stream.Collectors;
import org.chainrule.practice.ClassTable;
import org.chainrule.practice.Counts;
import org.chainrule.practice.Slip;
import org.chainrule.workbench.kit.Text;
import org.chainrule.workbench.kit.Words;
import org.chainrule.worksheet.Step;
import org.jspecify.annotations.Nullable;

/** A class's results as a table: a row for each student, and what happened most below. */
final class ResultTable {
    private final Words words;
    private final List<Step> steps;

    private ResultTable(Words words, List<Step> steps) {
        this.words = words;
        this.steps = steps;
    }

    static String of(ClassTable table, Words words) {
        return new ResultTable(words, table.steps()).html(table);
    }

    private String html(ClassTable table) {
        StringBuilder html =
                new StringBuilder("<table class=\"result\"><thead><tr><th scope=\"col\">")
                        .append(words.of("class.name"))
                        .append("</th>");
        for (Step step : steps) {
            html.append("<th scope=\"col\">")
                    .append(words.of("step." + step.key() + ".tab"))
                    .append("</th>");
        }
        html.append("<th scope=\"col\">")
                .append(words.of("class.slips"))
                .append("</th></tr></thead><tbody>");
        int number = 0;
        for (ClassTable.Row row : table.rows()) {
            number++;
            html.append("<tr><th scope=\"row\">")
                    .append(
                            row.by().isEmpty()
                                    ? words.of("class.nameless", number)
                                    : Text.escape(row.by()))
                    .append("</th>");
            steps.forEach(step -> html.append(counts(row.steps().get(step))));
            html.append("<td>").append(slips(row)).append("</td></tr>");
        }
        return html.append("</tbody></table>").toString();
    }

    private String counts(@Nullable Counts counts) {
        if (counts == null) {
            return "<td>–</td>";
        }
        String done = words.of("practise.of", counts.right() + counts.follows(), counts.all());
        String how =
                words.of(
                        "class.counts",
                        counts.right(),
                        counts.follows(),
                        counts.wrong(),
                        counts.open());
        return "<td title=\"%s\">%s</td>".formatted(Text.escape(how), Text.escape(done));
    }

    private static String slips(ClassTable.Row row) {
        return row.slips().entrySet().stream()
                .map(slip -> name(slip.getKey(), slip.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String name(Slip slip, int times) {
        return slip.id() + (times > 1 ? " ×" + times : "");
    }
}
