package org.chainrule.workbench.compare;

import java.util.List;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Ref;
import org.chainrule.notation.Notation;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Text;
import org.chainrule.worksheet.Change;

/**
 * Changes as a table, group by group: name, before, after, Δ. The names are buttons that select the
 * number.
 */
final class ChangeTable {
    private final Shown shown;
    private final int most;
    private final boolean shares;
    private final StringBuilder html = new StringBuilder("<table class=\"ct\"><thead><tr>");

    /**
     * @param most how many of a group are listed
     * @param shares whether Δ as a share of what was there has a column too
     */
    ChangeTable(Shown shown, int most, boolean shares) {
        this.shown = shown;
        this.most = most;
        this.shares = shares;
        column("compare.name");
        column("compare.before");
        column("compare.after");
        column("compare.delta");
        if (shares) {
            column("compare.share");
        }
        html.append("</tr></thead>");
    }

    private void column(String key) {
        html.append("<th scope=\"col\">").append(shown.words().of(key)).append("</th>");
    }

    String html() {
        return html + "</table>";
    }

    /** A group without a heading. */
    void add(List<Change> changes) {
        html.append("<tbody>");
        rows(changes);
    }

    void add(String heading, List<Change> changes) {
        html.append("<tbody><tr class=\"group\"><th scope=\"rowgroup\" colspan=\"")
                .append(shares ? 5 : 4)
                .append("\">")
                .append(heading)
                .append(more(changes.size()))
                .append("</th></tr>");
        rows(changes);
    }

    private void rows(List<Change> changes) {
        changes.stream().limit(most).forEach(this::row);
        html.append("</tbody>");
    }

    /** How many of {@code count} are listed, where that is not all. */
    String more(int count) {
        return count > most
                ? " <span>" + shown.words().of("compare.more", most, count) + "</span>"
                : "";
    }

    private void row(Change change) {
        Ref ref = change.ref();
        Quantity quantity = ref.quantity();
        html.append("<tr data-ref=\"")
                .append(quantity.address())
                .append("\"><th scope=\"row\"><button type=\"button\" class=\"pick ")
                .append(Notation.role(quantity.kind()))
                .append("\" data-pick=\"")
                .append(quantity.address())
                .append("\">")
                .append(Text.name(shown.signs().sign(quantity)))
                .append("</button>")
                .append(sample(ref))
                .append("</th>");
        cell(shown.pinnedText(ref));
        cell(shown.text(ref));
        cell("<b>" + shown.delta(change) + "</b>");
        if (shares) {
            double share = change.share();
            cell(Double.isFinite(share) ? shown.numbers().percent(share) : "–");
        }
        html.append("</tr>");
    }

    /** An input or a target of a sample that is not on show says so. */
    private String sample(Ref ref) {
        boolean other = !ref.equals(shown.ref(ref.quantity()));
        return other ? " " + shown.words().of("compare.sample", ref.sample() + 1) : "";
    }

    private void cell(String text) {
        html.append("<td>").append(text).append("</td>");
    }
}
