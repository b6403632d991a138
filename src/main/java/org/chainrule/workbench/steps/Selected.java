package org.chainrule.workbench.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Rounding;
import org.chainrule.derivation.Values;
import org.chainrule.notation.Language;
import org.chainrule.workbench.kit.Explanation;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Text;
import org.chainrule.worksheet.Advice;
import org.jspecify.annotations.Nullable;

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
            default -> selection;
        };
    }

    /** The parameter whose curve is drawn where {@code selection} is selected, or null. */
    static @Nullable Quantity parameter(Quantity selection) {
        return switch (selection.kind()) {
            case W, DW, NW -> selection.as(Kind.W);
            case B, DB, NB -> selection.as(Kind.B);
            default -> null;
        };
    }

    private void write() {
        Quantity subject = subject(selection);
        html.append("<h3>")
                .append(Text.inline(shown.symbols(Language.MATHML).name(shown.ref(selection))))
                .append(" <span>")
                .append(Text.escape(description()))
                .append("</span></h3>");
        if (subject.isEditable()) {
            html.append("<p>")
                    .append(shown.words().of("selected.typed", shown.text(selection)))
                    .append("</p>");
            return;
        }
        if (!shown.isReached(subject)) {
            String step = shown.words().of("step." + shown.step(subject).key() + ".title");
            html.append("<p>").append(shown.words().of("selected.later", step)).append("</p>");
            return;
        }
        equation(language -> Formulas.symbolic(shown, subject, language));
        equation(language -> Formulas.worked(shown, subject, language));
        clean(subject);
        arithmetics(subject);
        infinite(subject);
        Quantity parameter = parameter(selection);
        if (parameter != null && subject.kind() != Kind.NW && subject.kind() != Kind.NB) {
            chain(subject);
        }
    }

    private String description() {
        String layer = selection.layer();
        String key = "describe." + selection.kind();
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
        html.append(Text.equation(equation.in(Language.MATHML), equation.in(Language.TEXT)));
    }

    /** The lines that {@code written} has in each language, from the first. */
    private void lines(int count, Function<Language, List<String>> written) {
        for (int i = 0; i < count; i++) {
            int line = i;
            equation(language -> written.apply(language).get(line));
        }
    }

    /** What is left where the slopes cancel. */
    private void clean(Quantity subject) {
        int lines = Formulas.clean(shown, subject, Language.TEXT).size();
        if (lines > 0) {
            html.append("<p>").append(shown.words().of("selected.clean")).append("</p>");
        }
        lines(lines, language -> Formulas.clean(shown, subject, language));
    }

    private void arithmetics(Quantity subject) {
        double exact = shown.exact().value(shown.ref(subject));
        Values paper = shown.workedOut().onPaper();
        String exactText = shown.numbers().full(exact);
        html.append("<p class=\"facts\">")
                .append(shown.words().of("selected.exact", mark(subject, exactText)));
        if (paper != null && subject.kind() != Kind.DP) {
            Rounding rounding = rounding();
            String written =
                    paper.written(shown.ref(subject)) == null
                            ? shown.numbers().format(paper.value(shown.ref(subject)), 2)
                            : shown.numbers()
                                    .format(
                                            java.util.Objects.requireNonNull(
                                                    paper.written(shown.ref(subject))),
                                            rounding.decimalsOf(subject.kind()));
            html.append(" · ").append(shown.words().of("selected.paper", mark(subject, written)));
            parting(subject, paper, rounding);
        }
        html.append("</p>");
    }

    /** What to do where it is infinite on paper. */
    private void infinite(Quantity subject) {
        if (Double.isInfinite(shown.values().value(shown.ref(subject)))) {
            Advice.onPaper(shown.worksheet(), shown.values())
                    .map(advice -> Explanation.of(advice, shown.words()))
                    .map(advice -> "<p>" + advice.head() + " " + advice.text() + "</p>")
                    .ifPresent(html::append);
        }
    }

    private void parting(Quantity subject, Values paper, Rounding rounding) {
        Optional<Ref> parting = Formulas.parting(shown, subject, paper, rounding);
        if (parting.isEmpty()) {
            return;
        }
        Ref ref = parting.get();
        String name = Text.inline(shown.symbols(Language.MATHML).name(ref));
        String written =
                shown.numbers()
                        .format(paper.value(ref), rounding.decimalsOf(ref.quantity().kind()));
        html.append(". ")
                .append(
                        shown.words()
                                .of(
                                        "selected.parting",
                                        name,
                                        mark(ref.quantity(), written),
                                        mark(
                                                ref.quantity(),
                                                shown.numbers().full(shown.exact().value(ref)))));
    }

    private static String mark(Quantity quantity, String text) {
        return "<b data-ref=\"" + quantity.address() + "\">" + text + "</b>";
    }

    private Rounding rounding() {
        Rounding own = shown.worksheet().paper();
        return own == null ? Rounding.SHEET : own;
    }

    private void chain(Quantity gradient) {
        html.append("<details open><summary>")
                .append(shown.words().of("selected.chain"))
                .append("</summary>");
        lines(Formulas.CHAIN, language -> Formulas.chain(shown, gradient, language));
        long more = Formulas.morePaths(shown, gradient);
        if (more > 0) {
            html.append("<p>").append(shown.words().of("selected.paths", more)).append("</p>");
        }
        if (shown.isBatch()) {
            html.append("<p>")
                    .append(shown.words().of("selected.chain.sample", shown.view().sample() + 1))
                    .append("</p>");
        }
        html.append("</details>");
    }
}
