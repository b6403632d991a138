package org.chainrule.export;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Rounding;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Optimizer;
import org.chainrule.notation.Numbers;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;

/**
 * The whole worked solution as a LaTeX document that stands alone: drawing, forward pass, steps 1
 * to 5 with every instance, tables.
 *
 * <p>It is ASCII and needs the packages amsmath, geometry, graphicx, longtable and tikz, so any
 * engine compiles it, pdfLaTeX first.
 */
public final class LatexDocument {
    /** Larger weight matrices are left to the table. */
    private static final int WIDEST = 10;

    private final Figures figures;
    private final Lines lines = new Lines();

    private LatexDocument(Figures figures) {
        this.figures = figures;
    }

    /** The document in the view's notation, digits and sample, in German or English. */
    public static String of(Worksheet worksheet, View view, Locale locale) {
        LatexDocument document = new LatexDocument(Figures.of(worksheet, view, locale));
        document.write();
        return document.lines.text();
    }

    private void write() {
        lines.add(PREAMBLE, "\\begin{document}");
        String title = figures.worksheet().title();
        lines.add(
                "\\begin{center}\\Large\\bfseries "
                        + (title.isBlank() ? word("title") : TexText.of(title))
                        + "\\end{center}");
        lines.add(arithmetic());
        lines.add(
                "\\begin{center}",
                "\\shrunk{%",
                Tikz.of(figures).stripTrailing() + "}",
                "\\end{center}");
        given();
        lines.add(LatexSteps.of(figures), LatexTables.of(figures), "\\end{document}");
    }

    private String word(String key, Object... arguments) {
        return TexText.of(figures.words().of(key, arguments));
    }

    private String count(int number) {
        return figures.numbers().count(number);
    }

    private String arithmetic() {
        Rounding paper = figures.worksheet().paper();
        String text =
                paper == null
                        ? word("arithmetic.exact", count(figures.view().digits()))
                        : word(
                                "arithmetic.paper",
                                count(paper.decimals()),
                                count(paper.gradientDecimals()),
                                count(paper.gradientDecimals() + 1));
        int samples = figures.problem().samples().size();
        return samples == 1
                ? text
                : text
                        + " "
                        + word(
                                "arithmetic.batch",
                                count(samples),
                                count(figures.view().sample() + 1));
    }

    private void given() {
        lines.add("\\section*{" + word("given") + "}");
        given("x = " + column(figures.network().inputs(), Quantity::x));
        given("y = " + column(figures.network().outputs(), Quantity::y));
        for (Layer layer : figures.network().layers()) {
            if (layer.sources() <= WIDEST && layer.size() <= 2 * WIDEST) {
                weights(layer);
            }
        }
        given(
                figures.name(Quantity.learningRate())
                        + " = "
                        + figures.number(Quantity.learningRate()));
        lines.add(optimizer());
    }

    private void given(String formula) {
        lines.add("\\worked{\\fit{" + formula + "}}");
    }

    private String column(int size, java.util.function.IntFunction<Quantity> of) {
        return IntStream.rangeClosed(1, size)
                .mapToObj(i -> figures.number(of.apply(i)))
                .collect(Collectors.joining(",\\; ", "(", ")^{\\mathsf T}"));
    }

    private void weights(Layer layer) {
        String sup = "^{\\mathrm{[" + layer.name() + "]}} = ";
        String rows =
                IntStream.rangeClosed(1, layer.size())
                        .mapToObj(k -> row(layer, k))
                        .collect(Collectors.joining(" \\\\ "));
        String weight = figures.view().notation().weight().replace("Θ", "\\Theta");
        String bias =
                layer.biases() == null
                        ? ""
                        : ",\\quad b%s%s"
                                .formatted(
                                        sup,
                                        column(layer.size(), k -> Quantity.b(layer.name(), k)));
        given(weight + sup + "\\begin{pmatrix} " + rows + " \\end{pmatrix}" + bias);
    }

    private String row(Layer layer, int k) {
        return IntStream.rangeClosed(1, layer.sources())
                .mapToObj(t -> figures.number(Quantity.w(layer.name(), k, t)))
                .collect(Collectors.joining(" & "));
    }

    private String optimizer() {
        Numbers numbers = figures.numbers();
        return switch (figures.problem().optimizer()) {
            case Optimizer.Sgd sgd when sgd.momentum() == 0 && sgd.weightDecay() == 0 -> "";
            case Optimizer.Sgd sgd ->
                    word(
                            sgd.nesterov() ? "optimizer.nesterov" : "optimizer.sgd",
                            numbers.full(sgd.momentum()),
                            numbers.full(sgd.weightDecay()));
            case Optimizer.Adam adam ->
                    word(
                            "optimizer.adam",
                            numbers.full(adam.beta1()),
                            numbers.full(adam.beta2()),
                            numbers.full(adam.epsilon()));
        };
    }

    /** {@code \worked} lets TeX break a formula after + and =, and never after a product's dot. */
    private static final String PREAMBLE =
            """
            \\documentclass[a4paper,10pt]{article}
            \\usepackage{amsmath}
            \\usepackage[margin=22mm]{geometry}
            \\usepackage{graphicx}
            \\usepackage{longtable}
            \\usepackage{tikz}
            \\usetikzlibrary{calc}
            \\allowdisplaybreaks
            \\setlength{\\parindent}{0pt}
            \\setlength{\\parskip}{4pt}
            \\hyphenpenalty=10000
            \\emergencystretch=3em
            \\setcounter{MaxMatrixCols}{20}
            \\setlength{\\LTpre}{0pt}
            \\let\\dotproduct\\cdot
            \\renewcommand{\\cdot}{\\dotproduct\\nobreak}
            \\newsavebox{\\wide}
            \\newcommand{\\fit}[1]{\\sbox\\wide{$\\displaystyle #1$}%
              \\ifdim\\wd\\wide>0.9\\linewidth \\resizebox{0.9\\linewidth}{!}{\\usebox\\wide}%
              \\else \\usebox\\wide\\fi}
            \\newcommand{\\shrunk}[1]{\\resizebox{\\ifdim\\width>\\linewidth \\linewidth\\else\\width\\fi}{!}{#1}}
            \\newcommand{\\worked}[1]{{\\par\\raggedright\\hangindent=3em\\hangafter=1 \
            $\\displaystyle #1$\\par}}
            \\newcommand{\\general}[1]{\\par\\medskip\\worked{#1}\\nopagebreak\\smallskip}
            """
                    .stripTrailing();
}
