package org.chainrule.export;

import java.util.List;
import org.chainrule.derivation.Quantity;
import org.chainrule.engine.Layer;
import org.chainrule.notation.ActivationNames;
import org.chainrule.notation.Language;
import org.chainrule.solution.Passage;
import org.chainrule.solution.Solution;
import org.chainrule.solution.Told;
import org.chainrule.solution.WholeLayer;
import org.chainrule.worksheet.Step;

/** The forward pass and the steps after it in LaTeX: a sentence, the formula, every instance. */
final class LatexSteps {
    /** More instances of one formula than this are left to the table at the end. */
    private static final int MOST = 64;

    private final Figures figures;
    private final Lines lines = new Lines();

    private LatexSteps(Figures figures) {
        this.figures = figures;
    }

    static String of(Figures figures) {
        LatexSteps steps = new LatexSteps(figures);
        Solution solution = Solution.of(figures.display());
        for (Step step : Step.of(figures.worksheet())) {
            steps.heading(solution, step);
            solution.passages(step).forEach(steps::passage);
        }
        return steps.lines.text();
    }

    private void passage(Passage passage) {
        switch (passage) {
            case Passage.OfLayer(var layer) -> layer(layer);
            case Passage.OfLoss() ->
                    lines.add("\\subsection*{" + TexText.of(figures.words().of("step.loss")) + "}");
            case Passage.Said(var saying) ->
                    lines.add("", TexText.of(figures.words().of(saying.key())));
            case Passage.Aside(var saying, var groups) -> {
                lines.add("", "{\\small", TexText.of(figures.words().of(saying.key())));
                groups.forEach(group -> lines(group.lines()));
                lines.add("\\par}");
            }
            case Passage.Carried(long update) ->
                    lines.add(
                            "",
                            TexText.of(
                                    figures.words()
                                            .of(
                                                    "step.5.carried",
                                                    figures.numbers().count(update))));
            // What to do on the page.
            case Passage.Advised() -> {}
            case Passage.OfInputs(var group) -> {
                String inputs = figures.words().of("step.inputs", "@");
                lines.add(
                        "\\subsection*{"
                                + TexText.of(inputs).replace("@", "$" + gradient() + "$")
                                + "}");
                lines(group.lines());
            }
            case Passage.Group(var all) -> lines(all);
            case Passage.Changes(var changes) -> lines(changes);
            case Passage.Whole(var layer) -> whole(layer);
        }
    }

    /** Matrices break between their sides alone; what is wider than the page then is shrunk. */
    private void whole(WholeLayer layer) {
        List<String> sides = layer.sides(Language.LATEX);
        lines.add("", TexText.of(figures.words().of(layer.about())));
        lines.add("\\general{" + sides.getFirst() + "}");
        lines.add(
                "\\worked{\\fit{"
                        + String.join("} \\allowbreak \\fit{", sides.subList(1, 3))
                        + "}}");
    }

    private String gradient() {
        return figures.view().notation().latex(Quantity.Kind.DX);
    }

    private void heading(Solution solution, Step step) {
        Words words = figures.words();
        String key = "step." + step.key();
        lines.add("", "\\section*{" + TexText.of(words.of(key + ".title")) + "}");
        String loss = "$" + figures.view().notation().loss() + "$";
        lines.add(
                TexText.of(words.of(solution.about(step), "@", figures.view().notation().rate()))
                        .replace("@", loss));
        if (figures.isBatch()) {
            boolean all = Solution.isOfBatch(step);
            scope(
                    all ? "scope.batch" : "scope.sample",
                    all ? figures.problem().samples().size() : figures.view().sample() + 1);
        }
    }

    private void layer(Layer layer) {
        String name =
                figures.words().of("step.layer", figures.display().signs().layer(layer.name()));
        String function = ActivationNames.of(layer.activation());
        lines.add("\\subsection*{" + TexText.of(name + " (" + function + ")") + "}");
    }

    private void scope(String key, int number) {
        String text = figures.words().of(key, figures.numbers().count(number));
        lines.add("\\paragraph{" + TexText.of(text) + "}\\mbox{}");
    }

    /** Lines of one formula. */
    private void lines(List<? extends Told> all) {
        String general = all.getFirst().general(Language.LATEX);
        lines.add("\\general{" + Breakable.of(general) + "}");
        all.stream()
                .limit(MOST)
                .map(line -> line.worked(Language.LATEX))
                .forEach(worked -> lines.add("\\worked{" + Breakable.of(worked) + "}"));
        int more = all.size() - MOST;
        if (more > 0) {
            String text = figures.words().of("step.more", figures.numbers().count(more));
            lines.add("", TexText.of(text));
        }
    }
}
