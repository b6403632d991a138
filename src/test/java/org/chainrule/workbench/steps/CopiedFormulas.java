package org.chainrule.workbench.steps;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.chainrule.derivation.Quantity;
import org.chainrule.gallery.Example;
import org.chainrule.gallery.Gallery;
import org.chainrule.notation.Language;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Words;
import org.chainrule.workbench.kit.Workspace;
import org.chainrule.worksheet.Step;

/** What the step panel copies as LaTeX, of every worksheet of the gallery. */
public final class CopiedFormulas {
    private CopiedFormulas() {}

    static Shown shown(Example example, Step step) {
        Workspace workspace =
                new Workspace(example.worksheet(), example.view().onPaper().withStep(step));
        return Shown.of(workspace, Words.in(Locale.GERMAN));
    }

    /** A document of each formula by itself. */
    public static String document() {
        Set<String> formulas = new LinkedHashSet<>();
        for (Example.Chapter chapter : Example.Chapter.values()) {
            Gallery.examples(chapter)
                    .forEach(example ->
                            Step.of(example.worksheet()).stream()
                                    .flatMap(step -> formulas(shown(example, step)))
                                    .forEach(formulas::add));
        }
        return "\\documentclass{article}\n\\usepackage[paperwidth=200cm,margin=1cm]{geometry}\n"
                + "\\usepackage{amsmath}\n\\begin{document}\n\\["
                + String.join("\\]\n\\[", formulas)
                + "\\]\n\\end{document}\n";
    }

    private static Stream<String> formulas(Shown shown) {
        List<Quantity> weights =
                shown.network().layers().stream()
                        .map(layer -> Quantity.w(layer.name(), 1, 1))
                        .filter(weight -> weight.existsIn(shown.network()))
                        .toList();
        Stream<Equation> selected =
                weights.stream().flatMap(weight -> Selected.equations(shown, weight).stream());
        Stream<String> nudged = weights.stream().flatMap(weight -> Quotients.latex(shown, weight));
        return Stream.concat(
                Stream.concat(StepContent.equations(shown).stream(), selected)
                        .map(equation -> equation.in(Language.LATEX)),
                nudged);
    }
}
