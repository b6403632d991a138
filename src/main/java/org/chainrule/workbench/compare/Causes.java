package org.chainrule.workbench.compare;

import java.util.List;
import java.util.stream.Collectors;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Words;
import org.chainrule.worksheet.Change;
import org.chainrule.worksheet.Comparison;

/** What was changed since the pin: numbers that were typed, and choices. */
final class Causes {
    private static final int MOST = 12;

    private Causes() {}

    static String html(Shown shown, Comparison comparison) {
        Words words = shown.words();
        List<Change> causes = comparison.causes();
        String choices =
                comparison.choices().stream()
                        .map(choice -> words.of("compare.choice." + choice))
                        .collect(Collectors.joining(", "));
        StringBuilder html =
                new StringBuilder("<h3>").append(words.of("compare.causes")).append("</h3>");
        if (causes.isEmpty() && choices.isEmpty()) {
            return html.append("<p>").append(words.of("compare.nothing")).append("</p>").toString();
        }
        if (!choices.isEmpty()) {
            html.append("<p>").append(words.of("compare.choices", choices)).append("</p>");
        }
        if (!causes.isEmpty()) {
            ChangeTable table = new ChangeTable(shown, MOST, false);
            table.add(causes);
            html.append(table.html())
                    .append("<p class=\"facts\">")
                    .append(table.more(causes.size()))
                    .append("</p>");
        }
        return html.toString();
    }
}
