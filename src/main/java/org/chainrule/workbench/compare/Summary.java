package org.chainrule.workbench.compare;

import java.util.List;
import org.chainrule.derivation.Quantity;
import org.chainrule.link.Permalink;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.worksheet.Change;
import org.chainrule.worksheet.Comparison;
import org.chainrule.worksheet.History;
import org.chainrule.worksheet.Pin;
import org.chainrule.worksheet.Worksheet;

/** Which state is pinned, and what J was and is. */
final class Summary {
    private Summary() {}

    static String html(Shown shown, Comparison comparison, Pin pin) {
        StringBuilder html = new StringBuilder("<p>");
        html.append(when(shown, comparison.pinned())).append("</p>");
        loss(shown, comparison, html);
        if (!Permalink.carries(pin, comparison.present())) {
            html.append("<p class=\"facts\">")
                    .append(shown.words().of("compare.session"))
                    .append("</p>");
        }
        return html.toString();
    }

    /** By its place in the history, which an undo or another edit may change. */
    private static String when(Shown shown, Worksheet pinned) {
        History history = shown.history();
        if (pinned.equals(history.present())) {
            return shown.words().of("compare.when.now");
        }
        int ago = distance(history.past(), pinned);
        if (ago > 0) {
            return shown.words().of("compare.when.ago", ago);
        }
        int ahead = distance(history.future(), pinned);
        return ahead > 0
                ? shown.words().of("compare.when.ahead", ahead)
                : shown.words().of("compare.when.elsewhere");
    }

    /**
     * How far {@code worksheet} lies from the end of {@code states}; 0 where it is not among them.
     */
    private static int distance(List<History.Entry> states, Worksheet worksheet) {
        int last = states.stream().map(History.Entry::worksheet).toList().lastIndexOf(worksheet);
        return last < 0 ? 0 : states.size() - last;
    }

    private static void loss(Shown shown, Comparison comparison, StringBuilder html) {
        Quantity loss = Quantity.loss();
        Change change = comparison.change(shown.ref(loss));
        html.append("<p class=\"loss\" data-ref=\"J\"><b>")
                .append(shown.view().notation().loss())
                .append("</b> ")
                .append(shown.pinnedText(shown.ref(loss)))
                .append(" → ")
                .append(shown.text(loss));
        if (change != null) {
            html.append(" <span class=\"change\">").append(shown.delta(change));
            if (Double.isFinite(change.share())) {
                html.append(" (").append(shown.numbers().percent(change.share())).append(")");
            }
            html.append("</span>");
        }
        html.append("</p>");
    }
}
