package org.chainrule.workbench.practice;

import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Map;
import org.chainrule.practice.Attempt;
import org.chainrule.practice.Counts;
import org.chainrule.practice.Exercise.Item;
import org.chainrule.practice.Hints.Rung;
import org.chainrule.practice.Says;
import org.chainrule.practice.Verdict;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Text;
import org.chainrule.workbench.kit.Words;
import org.chainrule.worksheet.Step;

/** How far an exercise is, step by step, and what became of each answer. */
final class Progress {
    private final Shown shown;
    private final Words words;
    private final Attempt attempt;
    private final Map<Step, List<Item>> steps;

    Progress(Shown shown, Attempt attempt) {
        this.shown = shown;
        this.attempt = attempt;
        words = shown.words();
        steps = attempt.steps();
    }

    /** How many of all numbers are done, as a bar and in words. */
    void show(Element bar, Element text) {
        Native.setAttribute(bar, "max", Integer.toString(attempt.items().size()));
        Native.setAttribute(bar, "value", Long.toString(done()));
        Native.setAttribute(bar, "aria-label", words.of("practise.progress"));
        Native.setText(text, words.of("practise.of", done(), attempt.items().size()));
    }

    /** A chip for each step: its name, and how many of its numbers are right, or there. */
    String chips() {
        Step now =
                attempt.items().stream()
                        .filter(item -> !isDone(item))
                        .map(Item::step)
                        .findFirst()
                        .orElse(null);
        StringBuilder html = new StringBuilder();
        steps.forEach((step, items) -> {
            long done = items.stream().filter(this::isDone).count();
            html.append(step == now ? "<li class=\"on\" aria-current=\"step\">" : "<li>")
                    .append("<b>")
                    .append(words.of("step." + step.key() + ".tab"))
                    .append("</b> ")
                    .append(words.of("practise.of", done, items.size()))
                    .append(done == items.size() ? " ✓" : "")
                    .append("</li>");
        });
        return html.toString();
    }

    private boolean isDone(Item item) {
        return attempt.isMarked()
                ? Verdicts.isRight(attempt.verdict(item.key()))
                : !attempt.text(item.key()).isBlank();
    }

    long done() {
        return attempt.items().stream().filter(this::isDone).count();
    }

    /** The answers so far, each with its verdict. */
    String list() {
        if (!attempt.isMarked()) {
            return "";
        }
        StringBuilder html = new StringBuilder();
        for (Item item : attempt.items()) {
            Verdict verdict = attempt.verdict(item.key());
            if (!(verdict instanceof Verdict.Unanswered)) {
                row(html, item, verdict, new Verdicts(words).word(verdict));
            }
        }
        return html.isEmpty() ? "" : "<table class=\"answers\">" + html + "</table>";
    }

    private void row(StringBuilder html, Item item, Verdict verdict, String said) {
        html.append("<tr data-verdict=\"")
                .append(verdict.key())
                .append("\"><th scope=\"row\" class=\"m\">")
                .append(Text.name(shown.signs().sign(item.line().subject().quantity())))
                .append("</th><td>")
                .append(Text.escape(Verdicts.shown(attempt.text(item.key()))))
                .append("</td><td><span class=\"sign\" aria-hidden=\"true\">")
                .append(Verdicts.sign(verdict))
                .append("</span> ")
                .append(Text.escape(said))
                .append("</td></tr>");
    }

    /** The result: counts of each step, then whatever was not right, with its slip. */
    String result() {
        StringBuilder html =
                new StringBuilder("<table class=\"result\"><thead><tr>")
                        .append(head("practise.result.step"))
                        .append(head("practise.verdict.right"))
                        .append(head("practise.verdict.follows"))
                        .append(head("practise.result.wrong"))
                        .append(head("practise.result.open"))
                        .append(head("practise.result.hints"))
                        .append("</tr></thead><tbody>");
        steps.forEach((step, items) -> html.append(counts(step, items)));
        html.append("</tbody></table><table class=\"answers\">");
        Says says = Says.of(attempt.answers(), words.locale(), shown.view().notation());
        for (Item item : attempt.items()) {
            Verdict verdict = attempt.verdict(item.key());
            if (!(verdict instanceof Verdict.Unanswered)) {
                row(html, item, verdict, said(says, item, verdict));
            }
        }
        return html.append("</table>").toString();
    }

    private String said(Says says, Item item, Verdict verdict) {
        return verdict instanceof Verdict.Slipped slipped
                ? says.of(slipped.slips().getFirst(), item.question().ref())
                : new Verdicts(words).word(verdict);
    }

    private String head(String key) {
        return "<th scope=\"col\">" + words.of(key) + "</th>";
    }

    private String counts(Step step, List<Item> items) {
        Counts counts = Counts.of(attempt, items);
        int hints = items.stream().mapToInt(item -> attempt.hints(item.key()).size()).sum();
        long seen =
                items.stream()
                        .filter(item -> attempt.hints(item.key()).contains(Rung.VALUE))
                        .count();
        return "<tr><th scope=\"row\">"
                + words.of("step." + step.key() + ".tab")
                + "</th><td>"
                + counts.right()
                + "</td><td>"
                + counts.follows()
                + "</td><td>"
                + counts.wrong()
                + "</td><td>"
                + counts.open()
                + "</td><td>"
                + (seen == 0
                        ? String.valueOf(hints)
                        : words.of("practise.result.seen", hints, seen))
                + "</td></tr>";
    }
}
