package org.chainrule.workbench.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import org.chainrule.notation.Language;
import org.chainrule.notation.Notation;
import org.chainrule.solution.ChangeLine;
import org.chainrule.solution.Line;
import org.chainrule.solution.Passage;
import org.chainrule.solution.Solution;
import org.chainrule.solution.Told;
import org.chainrule.solution.WholeLayer;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Text;
import org.chainrule.worksheet.Step;

/** One step in words and formulas: its general formula, and every instance with its numbers. */
public final class StepContent {
    /** However long they are, so many instances of each formula are shown. */
    private static final int FEWEST = 2;

    private static final int MOST = 64;

    /** Where a step is written. */
    private enum Medium {
        PANEL("step.more"),
        PAPER("print.more");

        /** What is said of instances that are left out. */
        private final String more;

        Medium(String more) {
            this.more = more;
        }

        /** Characters of HTML that a group of formulas may take in a network of {@code depth}. */
        int room(int depth) {
            return switch (this) {
                case PANEL -> 30_000 / depth;
                case PAPER -> 540_000 / (depth * depth);
            };
        }

        String general(String mathMl, String spoken) {
            return this == PANEL ? Text.equation(mathMl, spoken) : line(mathMl, spoken);
        }

        String line(String mathMl, String spoken) {
            return this == PANEL ? Text.lines(mathMl, spoken) : Text.wrapped(mathMl, spoken);
        }
    }

    private final Shown shown;
    private final Medium medium;
    private final Step step;
    private final StringBuilder html = new StringBuilder();
    private final List<Equation> equations = new ArrayList<>();

    private StepContent(Shown shown, Medium medium, Step step) {
        this.shown = shown;
        this.medium = medium;
        this.step = step;
    }

    static String of(Shown shown) {
        return of(shown, shown.view().step());
    }

    /** {@code step} as the panel shows it. */
    public static String of(Shown shown, Step step) {
        return new StepContent(shown, Medium.PANEL, step).written();
    }

    /** The formulas that {@link #of} shows, in their order. */
    static List<Equation> equations(Shown shown) {
        StepContent content = new StepContent(shown, Medium.PANEL, shown.view().step());
        content.write();
        return content.equations;
    }

    /** What is told of the inputs beside the last step back, as the panel shows it. */
    public static String ofInputs(Shown shown) {
        return inputs(shown).html.toString();
    }

    /** The formulas that {@link #ofInputs} shows, in their order. */
    static List<Equation> equationsOfInputs(Shown shown) {
        return inputs(shown).equations;
    }

    private static StepContent inputs(Shown shown) {
        StepContent content = new StepContent(shown, Medium.PANEL, Step.HIDDEN_WEIGHTS);
        Solution.of(shown.display()).passages(content.step).stream()
                .filter(Passage.OfInputs.class::isInstance)
                .forEach(inputs -> content.lines(((Passage.OfInputs) inputs).group().lines()));
        return content;
    }

    /** {@code step} for paper, where formulas wrap and nothing can be pointed at. */
    public static String printed(Shown shown, Step step) {
        return new StepContent(shown, Medium.PAPER, step).written();
    }

    private String written() {
        write();
        return html.toString();
    }

    private void write() {
        String key = "step." + step.key();
        Solution solution = Solution.of(shown.display());
        Notation notation = shown.view().notation();
        html.append("<h2>")
                .append(shown.words().of(key + ".title"))
                .append("</h2><p>")
                .append(shown.words().of(solution.about(step), notation.loss(), notation.rate()))
                .append("</p>");
        scope();
        solution.passages(step).forEach(this::passage);
    }

    private void passage(Passage passage) {
        switch (passage) {
            case Passage.OfLayer(var layer) ->
                    heading(shown.words().of("step.layer", shown.signs().layer(layer.name())));
            case Passage.OfLoss() -> heading(shown.words().of("step.loss"));
            case Passage.Said(var saying) -> paragraph(shown.words().of(saying.key()));
            case Passage.Carried(long update) ->
                    paragraph(shown.words().of("step.5.carried", shown.numbers().count(update)));
            case Passage.Advised() -> html.append(Remedy.of(shown));
            case Passage.Aside(var saying, var groups) -> {
                html.append("<div class=\"aside\">");
                paragraph(shown.words().of(saying.key()));
                groups.forEach(group -> lines(group.lines()));
                html.append("</div>");
            }
            case Passage.OfInputs(var group) -> printedInputs(group);
            case Passage.Group(var lines) -> lines(lines);
            case Passage.Changes(var changes) -> lines(changes);
            case Passage.Whole(var layer) -> whole(layer);
        }
    }

    /** The panel has them in {@link InputGradients}. */
    private void printedInputs(Passage.Group group) {
        if (medium == Medium.PAPER) {
            heading(shown.words().of("step.inputs", InputGradients.symbol(shown)));
            lines(group.lines());
        }
    }

    private void heading(String text) {
        html.append("<h3>").append(text).append("</h3>");
    }

    private void paragraph(String text) {
        html.append("<p>").append(text).append("</p>");
    }

    /** In a batch: whose numbers these are, one sample's until all are reduced. */
    private void scope() {
        if (shown.isBatch()) {
            html.append("<p class=\"scope\">")
                    .append(Solution.isOfBatch(step) ? shown.batchName() : shown.sampleName())
                    .append("</p>");
        }
    }

    /** Lines of one formula. */
    private void lines(List<? extends Told> lines) {
        html.append(written(lines.getFirst()::general, medium::general))
                .append("<ul class=\"instances\">");
        int written = 0;
        int end = html.length() + medium.room(shown.network().depth());
        for (Told line : lines.subList(0, Math.min(MOST, lines.size()))) {
            if (written < FEWEST || html.length() < end) {
                html.append(item(line)).append(written(line::worked, medium::line)).append("</li>");
                written++;
            }
        }
        html.append("</ul>");
        if (lines.size() > written) {
            paragraph(shown.words().of(medium.more, lines.size() - written));
        }
    }

    private static String item(Told line) {
        return switch (line) {
            case Line ofNumber -> "<li data-line=\"" + ofNumber.address() + "\">";
            case ChangeLine _ -> "<li>";
        };
    }

    private void whole(WholeLayer layer) {
        html.append(
                        layer.isWide()
                                ? "<div class=\"whole-layer wide\"><p>"
                                : "<div class=\"whole-layer\"><p>")
                .append(shown.words().of(layer.about()))
                .append("</p>")
                .append(written(language -> String.join("", layer.sides(language)), medium::line))
                .append("</div>");
    }

    private String written(Equation equation, BinaryOperator<String> html) {
        equations.add(equation);
        return html.apply(equation.in(Language.MATHML), equation.in(Language.TEXT));
    }
}
