package org.chainrule.workbench.print;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.chainrule.notation.Language;
import org.chainrule.practice.AnswerKey;
import org.chainrule.practice.Says;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Text;
import org.chainrule.worksheet.Step;
import org.jspecify.annotations.Nullable;

/** A row for each number asked: its point, all that is right, and the likeliest wrong values. */
final class KeyTable {
    private final Shown shown;
    private final Says says;
    private final StringBuilder html = new StringBuilder();

    private KeyTable(Shown shown, AnswerKey key) {
        this.shown = shown;
        says = key.says(shown.words().locale());
    }

    static String of(Shown shown, AnswerKey key) {
        KeyTable table = new KeyTable(shown, key);
        table.note("key.points", shown.numbers().count(key.asked().size()));
        table.note("key.follows");
        @Nullable Step step = null;
        for (AnswerKey.Asked asked : key.asked()) {
            if (asked.item().step() != step) {
                table.end(step);
                step = asked.item().step();
                table.begin(step);
            }
            table.row(asked);
        }
        table.end(step);
        return table.html.toString();
    }

    private String word(String key, Object... arguments) {
        return Text.escape(shown.words().of(key, arguments));
    }

    private void note(String key, Object... arguments) {
        html.append("<p>").append(word(key, arguments)).append("</p>");
    }

    private void begin(Step step) {
        html.append("<table class=\"key\"><caption>")
                .append(word("step." + step.key() + ".title"))
                .append("</caption><thead><tr>");
        for (String head : new String[] {"key.number", "key.point", "key.right", "key.slips"}) {
            html.append("<th scope=\"col\">").append(word(head)).append("</th>");
        }
        html.append("</tr></thead><tbody>");
    }

    private void end(@Nullable Step step) {
        html.append(step == null ? "" : "</tbody></table>");
    }

    private void row(AnswerKey.Asked asked) {
        html.append("<tr data-key=\"")
                .append(Text.escape(asked.item().key()))
                .append("\"><th scope=\"row\">")
                .append(name(asked))
                .append("</th><td>")
                .append(asked.accepted().isEmpty() ? "–" : "1")
                .append("</td><td class=\"right\">")
                .append(right(asked))
                .append("</td><td class=\"slips\">")
                .append(slips(asked))
                .append("</td></tr>");
    }

    private String name(AnswerKey.Asked asked) {
        String name = Text.escape(shown.symbols(Language.TEXT).name(asked.item().line().subject()));
        return asked.item().key().contains("~") ? name + ", " + shown.sampleName() : name;
    }

    /** What is not finite has no digits. */
    private String right(AnswerKey.Asked asked) {
        return asked.accepted().isEmpty()
                ? Text.escape(shown.text(asked.item().line().subject()))
                : asked.accepted().stream()
                        .map(each -> number(each.value()))
                        .collect(Collectors.joining("<br>"));
    }

    private String slips(AnswerKey.Asked asked) {
        String all =
                asked.slips().stream()
                        .map(each ->
                                "<li><b>%s</b> %s</li>"
                                        .formatted(
                                                number(each.number().value()), said(each, asked)))
                        .collect(Collectors.joining());
        return all.isEmpty() ? "" : "<ul>" + all + "</ul>";
    }

    private String said(AnswerKey.Slipped slipped, AnswerKey.Asked asked) {
        return says.of(slipped, asked.item().question().ref(), 1).stream()
                .map(Text::escape)
                .collect(Collectors.joining(" "));
    }

    private String number(BigDecimal value) {
        return Text.escape(shown.numbers().exact(value));
    }
}
