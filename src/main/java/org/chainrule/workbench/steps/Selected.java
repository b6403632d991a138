package org.chainrule.workbench.steps;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Ref;
import org.chainrule.notation.Language;
import org.chainrule.solution.Cause;
import org.chainrule.solution.ChainLines;
import org.chainrule.solution.Line;
import org.chainrule.solution.Solution;
import org.chainrule.solution.Why;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Text;

/** All that is known of the selected number, as HTML. */
final class Selected {
    private final Shown shown;
    private final Quantity selection;
    private final StringBuilder html = new StringBuilder();
    private final List<Equation> equations = new ArrayList<>();

    private Selected(Shown shown, Quantity selection) {
        this.shown = shown;
        this.selection = selection;
    }

    static String of(Shown shown, Quantity selection) {
        Selected selected = new Selected(shown, selection);
        selected.write();
        return selected.html.toString();
    }

    /** The formulas that {@link #of} shows, in their order. */
    static List<Equation> equations(Shown shown, Quantity selection) {
        Selected selected = new Selected(shown, selection);
        selected.write();
        return selected.equations;
    }

    /**
     * The number that is derived where {@code selection} is selected: of a parameter, its gradient.
     */
    static Quantity subject(Quantity selection) {
        return switch (selection.kind()) {
            case W -> selection.as(Kind.DW);
            case B -> selection.as(Kind.DB);
            case X, Y, P, Z, S, DZ, DP, DW, DB, NW, NB, U, M, V, NU, NM, NV, MH, VH, DX, J, LR ->
                    selection;
        };
    }

    private void write() {
        Quantity subject = subject(selection);
        html.append("<h3>")
                .append(Text.inline(shown.symbols(Language.MATHML).name(shown.ref(selection))))
                .append(" <span>")
                .append(Text.escape(description()))
                .append("</span></h3>");
        if (subject.isGiven()) {
            html.append("<p>").append(typed()).append("</p>");
            return;
        }
        if (!shown.isReached(subject)) {
            String step =
                    shown.words().of("step." + shown.display().step(subject).key() + ".title");
            html.append("<p>").append(shown.words().of("selected.later", step)).append("</p>");
            return;
        }
        Line line = Solution.line(shown.display(), shown.ref(subject));
        line.change()
                .ifPresent(change -> {
                    equation(change::symbolic);
                    equation(change::worked);
                });
        equation(line::symbolic);
        worked(line);
        html.append(Facts.of(shown, subject));
        Why.of(shown.display(), shown.ref(subject)).ifPresent(this::why);
        infinite(subject);
        if (selection.parameter() != null
                && subject.kind() != Kind.NW
                && subject.kind() != Kind.NB
                && !subject.isOfState()) {
            chain(subject);
        }
    }

    private String typed() {
        String number = shown.display().entered(shown.ref(selection));
        return shown.words().of("selected.typed", number);
    }

    private String description() {
        String layer = selection.layer();
        boolean ofBias = selection.isOfState() && selection.t() == 0;
        String key = "describe." + selection.kind() + (ofBias ? ".bias" : "");
        int l = shown.network().indexOf(layer);
        String neuron =
                l < 0 ? "" : shown.neuron(shown.network().layer(l), Math.max(1, selection.k()));
        String source = selection.t() == 0 ? "" : shown.source(l, selection.t());
        String scope =
                shown.isBatch()
                        ? shown.words()
                                .of(
                                        selection.isOfSample() ? "scope.sample" : "scope.batch",
                                        shown.view().sample() + 1,
                                        shown.problem().samples().size())
                        : "";
        boolean scoped = !selection.isParameter() && selection.kind() != Kind.LR;
        return shown.words().of(key, neuron, source, selection.k()) + (scoped ? scope : "");
    }

    private void equation(Equation equation) {
        equations.add(equation);
        html.append(Text.lines(equation.in(Language.MATHML), equation.in(Language.TEXT)));
    }

    /** With its numbers: a sum over edges path by path. */
    private void worked(Line line) {
        String paths = PathTable.of(shown, line);
        if (paths.isEmpty()) {
            html.append("<div data-line=\"").append(line.address()).append("\">");
            equation(line::worked);
            html.append("</div>");
        } else {
            equations.add(line::worked);
            html.append(paths);
        }
    }

    private void why(Cause cause) {
        Quantity at = cause.at().quantity();
        int l = shown.network().indexOf(at.layer());
        html.append("<p class=\"why\">")
                .append(
                        shown.words()
                                .of(
                                        "why." + cause.reason(),
                                        l < 0
                                                ? shown.source(0, at.k())
                                                : shown.neuron(shown.network().layer(l), at.k()),
                                        Text.inline(
                                                shown.symbols(Language.MATHML).name(cause.at())),
                                        Facts.mark(at, shown.text(cause.at()), ""),
                                        cause.count(),
                                        shown.numbers().significant(cause.exactly(), 2)))
                .append("</p>");
    }

    /** What to do where it is not finite. */
    private void infinite(Quantity subject) {
        if (!Double.isFinite(shown.values().value(shown.ref(subject)))) {
            html.append(Remedy.of(shown));
        }
    }

    private void chain(Quantity gradient) {
        html.append("<details open><summary>")
                .append(shown.words().of("selected.chain"))
                .append("</summary>");
        ChainLines chain = new ChainLines(shown.display(), gradient);
        for (int i = 0; i < ChainLines.COUNT; i++) {
            int line = i;
            equation(language -> chain.in(language).get(line));
        }
        if (chain.more() > 0) {
            html.append("<p>")
                    .append(shown.words().of("selected.paths", chain.more()))
                    .append("</p>");
        }
        if (shown.worksheet().paper() != null) {
            Ref ofSample = new Ref(gradient, shown.view().sample());
            html.append("<p>")
                    .append(
                            shown.words()
                                    .of(
                                            "selected.chain.paper",
                                            Facts.mark(gradient, shown.text(ofSample), "")))
                    .append("</p>");
        }
        if (shown.isBatch()) {
            html.append("<p>")
                    .append(shown.words().of("selected.chain.sample", shown.view().sample() + 1))
                    .append("</p>");
        }
        html.append("</details>");
    }
}
