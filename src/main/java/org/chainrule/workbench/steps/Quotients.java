package org.chainrule.workbench.steps;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.chainrule.derivation.Quantity;
import org.chainrule.engine.GradientCheck;
import org.chainrule.engine.Nudge;
import org.chainrule.notation.DifferenceQuotients;
import org.chainrule.notation.Language;
import org.chainrule.notation.Typesetter;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Text;

/** The difference quotients of a nudge beside the gradient, as tables. */
final class Quotients {
    /** How near the central difference with a small h must come to the gradient. */
    private static final double AGREED = 1e-6;

    private final Shown shown;
    private final Quantity gradient;
    private final GradientCheck check;
    private final NudgeNumbers numbers;
    private final DifferenceQuotients written;
    private final DifferenceQuotients spoken;

    Quotients(Shown shown, Quantity parameter, GradientCheck check) {
        this.shown = shown;
        this.check = check;
        gradient = Selected.subject(parameter);
        numbers = new NudgeNumbers(shown.numbers(), Math.max(4, shown.view().digits()));
        written = new DifferenceQuotients(Language.MATHML, shown.signs(), parameter);
        spoken = new DifferenceQuotients(Language.TEXT, shown.signs(), parameter);
    }

    /** The three quotients, each near the gradient. */
    static Stream<String> latex(Shown shown, Quantity parameter) {
        DifferenceQuotients latex =
                new DifferenceQuotients(Language.LATEX, shown.signs(), parameter);
        String gradient = shown.symbols(Language.LATEX).name(Selected.subject(parameter));
        return Stream.of(latex.forward(), latex.backward(), latex.central())
                .map(quotient -> quotient + " \\approx " + gradient);
    }

    /** J at the three places, and the slopes that follow. */
    String of(Nudge nudge) {
        double change =
                Math.max(
                        Math.abs(nudge.above() - nudge.loss()),
                        Math.abs(nudge.loss() - nudge.below()));
        return "<dl class=\"losses\">"
                + loss(written.below(), spoken.below(), nudge.below(), change)
                + loss(written.here(), spoken.here(), nudge.loss(), change)
                + loss(written.above(), spoken.above(), nudge.above(), change)
                + "</dl><table class=\"quotients\"><thead><tr>"
                + column("nudge.quotient")
                + column("nudge.slope")
                + column("nudge.error")
                + "</tr></thead><tbody>"
                + row("forward", written.forward(), spoken.forward(), nudge, nudge.forward())
                + row("backward", written.backward(), spoken.backward(), nudge, nudge.backward())
                + row("central", written.central(), spoken.central(), nudge, nudge.central())
                + backpropagation(nudge)
                + "</tbody></table>"
                + scope();
    }

    private String loss(String mathMl, String text, double value, double change) {
        return "<div><dt>"
                + formula(mathMl, text)
                + "</dt><dd>"
                + numbers.loss(value, change)
                + "</dd></div>";
    }

    private String row(String key, String mathMl, String text, Nudge nudge, double slope) {
        return "<tr><th scope=\"row\"><span>"
                + shown.words().of("nudge." + key)
                + "</span> "
                + formula(mathMl, text)
                + "</th><td>"
                + numbers.slope(slope, nudge.gradient())
                + "</td><td>"
                + numbers.error(nudge, slope)
                + "</td></tr>";
    }

    private String backpropagation(Nudge nudge) {
        Typesetter symbols = shown.symbols(Language.MATHML);
        return "<tr><th scope=\"row\"><span>"
                + shown.words().of("nudge.gradient")
                + "</span> "
                + formula(symbols.name(gradient), shown.name(gradient))
                + "</th><td><b data-ref=\""
                + gradient.address()
                + "\">"
                + numbers.slope(nudge.gradient(), nudge.gradient())
                + "</b></td><td>"
                + verdict(nudge)
                + "</td></tr>";
    }

    private String verdict(Nudge nudge) {
        double exact = nudge.gradient();
        boolean agrees =
                Math.abs(check.centralDifference() - exact)
                        <= AGREED * Math.max(1, Math.abs(exact));
        return agrees
                ? "<span class=\"ok\" title=\"%1$s\" role=\"img\" aria-label=\"%1$s\">✓</span>"
                        .formatted(Text.escape(shown.words().of("nudge.agrees")))
                : "≠";
    }

    /** Whose J it is, and in which arithmetic. */
    private String scope() {
        boolean paper = shown.worksheet().paper() != null;
        String batch = shown.isBatch() ? shown.batchName() + (paper ? ". " : ".") : "";
        String exact = paper ? shown.words().of("nudge.exact") : "";
        return batch.isEmpty() && exact.isEmpty()
                ? ""
                : "<p class=\"facts\">" + batch + exact + "</p>";
    }

    /** Every h with its forward and its central quotient; the best of each is marked. */
    String sizes(double chosen) {
        List<Nudge> nudges = Nudge.SIZES.stream().map(check::nudge).toList();
        StringBuilder html = new StringBuilder("<p class=\"facts\">");
        html.append(shown.words().of("nudge.sizes.note", Text.inline(written.loss())))
                .append("</p><div class=\"scroll\"><table class=\"quotients sizes\"><thead><tr>")
                .append("<th scope=\"col\"><i>h</i></th>")
                .append(column("nudge.forward"))
                .append(column("nudge.error"))
                .append(column("nudge.central"))
                .append(column("nudge.error"))
                .append("</tr></thead><tbody>");
        double forward = least(nudges, Nudge::forward);
        double central = least(nudges, Nudge::central);
        for (Nudge nudge : nudges) {
            html.append(nudge.h() == chosen ? "<tr class=\"on\">" : "<tr>")
                    .append("<th scope=\"row\">")
                    .append(shown.numbers().full(nudge.h()))
                    .append("</th>")
                    .append(cells(nudge, nudge.forward(), forward))
                    .append(cells(nudge, nudge.central(), central))
                    .append("</tr>");
        }
        return html.append("</tbody></table></div>").toString();
    }

    private static double least(List<Nudge> nudges, ToDoubleFunction<Nudge> slope) {
        return nudges.stream()
                .mapToDouble(nudge -> nudge.error(slope.applyAsDouble(nudge)))
                .filter(Double::isFinite)
                .min()
                .orElse(Double.NaN);
    }

    private String cells(Nudge nudge, double slope, double least) {
        String error = numbers.error(nudge, slope);
        return "<td>"
                + numbers.slope(slope, nudge.gradient())
                + "</td><td>"
                + (nudge.error(slope) == least ? "<b>" + error + "</b>" : error)
                + "</td>";
    }

    private String column(String key) {
        return "<th scope=\"col\">" + shown.words().of(key) + "</th>";
    }

    private static String formula(String mathMl, String text) {
        return "<span role=\"math\" aria-label=\"%s\">%s</span>"
                .formatted(Text.escape(text), Text.inline(mathMl));
    }
}
