package org.chainrule.workbench.steps;

import java.math.BigDecimal;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Rounding;
import org.chainrule.derivation.Values;
import org.chainrule.notation.Language;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Text;

/**
 * What the selected number is in either arithmetic, and where the two part. Exact numbers have the
 * page's decimals, or as many as it takes to tell them from the written ones; pointing shows all.
 */
final class Facts {
    /** Decimals, at most, in which a number differs from a written one. */
    private static final int MOST = 17;

    /** What doubles may be off by: no digits of the number. */
    private static final double NOISE = 1e-14;

    private final Shown shown;
    private final Quantity subject;
    private final StringBuilder html = new StringBuilder("<p class=\"facts\">");

    private Facts(Shown shown, Quantity subject) {
        this.shown = shown;
        this.subject = subject;
    }

    static String of(Shown shown, Quantity subject) {
        Facts facts = new Facts(shown, subject);
        facts.opposite();
        Values paper = shown.solved().onPaper();
        if (paper == null || !facts.rounding().isWritten(subject.kind())) {
            facts.exactly(shown.view().digits());
        } else {
            facts.both(paper);
        }
        return facts.html.append("</p>").toString();
    }

    /** Whose numbers these are, where the line above is of minus them. */
    private void opposite() {
        if (shown.view().notation().isOpposite(subject.kind())) {
            html.append(Text.inline(shown.symbols(Language.MATHML).name(subject))).append(": ");
        }
    }

    /** A number that is spoken of; {@code all} has all its digits, or nothing. */
    static String mark(Quantity quantity, String text, String all) {
        String title = all.isEmpty() || all.equals(text) ? "" : " title=\"" + all + "\"";
        return "<b data-ref=\"" + quantity.address() + "\"" + title + ">" + text + "</b>";
    }

    private void exactly(int decimals) {
        html.append(shown.words().of("selected.exact", exact(shown.ref(subject), decimals)));
    }

    private void both(Values paper) {
        Ref ref = shown.ref(subject);
        exactly(decimals(ref, paper));
        html.append(" · ")
                .append(shown.words().of("selected.paper", mark(subject, written(ref, paper), "")));
        Parting.of(shown, subject, paper).ifPresent(parting -> part(parting, paper));
    }

    private void part(Ref ref, Values paper) {
        html.append(". ")
                .append(
                        shown.words()
                                .of(
                                        "selected.parting",
                                        Text.inline(shown.symbols(Language.MATHML).name(ref)),
                                        mark(ref.quantity(), written(ref, paper), ""),
                                        exact(ref, decimals(ref, paper))));
    }

    private String exact(Ref ref, int decimals) {
        double value = shown.exact().value(ref);
        return mark(
                ref.quantity(),
                shown.numbers().brief(value, decimals),
                shown.numbers().full(value));
    }

    private String written(Ref ref, Values paper) {
        BigDecimal written = paper.written(ref);
        int decimals = rounding().decimalsOf(ref.quantity().kind());
        return written == null
                ? shown.numbers().format(paper.value(ref), decimals)
                : shown.numbers().format(written, decimals);
    }

    /** Decimals in which the exact number differs from the written one, if any do. */
    private int decimals(Ref ref, Values paper) {
        int least = Math.max(shown.view().digits(), rounding().decimalsOf(ref.quantity().kind()));
        double apart = Math.abs(shown.exact().value(ref) - paper.value(ref));
        boolean same = apart <= NOISE * Math.max(1, Math.abs(paper.value(ref)));
        return same || !Double.isFinite(apart)
                ? least
                : Math.clamp((int) Math.ceil(-Math.log10(apart)), least, Math.max(least, MOST));
    }

    private Rounding rounding() {
        Rounding own = shown.worksheet().paper();
        return own == null ? Rounding.SHEET : own;
    }
}
