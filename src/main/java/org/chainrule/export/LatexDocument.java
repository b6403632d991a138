package org.chainrule.export;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chainrule.derivation.Quantity;
import org.chainrule.engine.Layer;
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
        Preface preface = Preface.of(figures.worksheet(), figures.view(), figures.words().locale());
        lines.add(
                "\\begin{center}\\Large\\bfseries "
                        + TexText.of(preface.title())
                        + "\\end{center}");
        lines.add(TexText.of(preface.arithmetic()));
        lines.add(
                "\\begin{center}",
                "\\shrunk{%",
                Tikz.of(figures).stripTrailing() + "}",
                "\\end{center}");
        given();
        lines.add(TexText.of(preface.optimizer()));
        lines.add(LatexSteps.of(figures), LatexTables.of(figures), "\\end{document}");
    }

    private void given() {
        lines.add("\\section*{" + TexText.of(figures.words().of("given")) + "}");
        given("x = " + column(figures.network().inputs(), Quantity::x));
        given(
                figures.view().notation().latex(Quantity.Kind.Y)
                        + " = "
                        + column(figures.network().outputs(), Quantity::y));
        for (Layer layer : figures.network().layers()) {
            if (!layer.isWeightless() && layer.sources() <= WIDEST && layer.size() <= 2 * WIDEST) {
                weights(layer);
            }
        }
        given(
                figures.name(Quantity.learningRate())
                        + " = "
                        + figures.number(Quantity.learningRate()));
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
        boolean turned = figures.view().notation().isSourceFirst();
        String rows =
                IntStream.rangeClosed(1, turned ? layer.sources() : layer.size())
                        .mapToObj(row -> turned ? column(layer, row) : row(layer, row))
                        .collect(Collectors.joining(" \\\\ "));
        String bias =
                layer.biases() == null
                        ? ""
                        : ",\\quad %s = %s"
                                .formatted(
                                        figures.matrix(Quantity.Kind.B, layer.name()),
                                        column(layer.size(), k -> Quantity.b(layer.name(), k)));
        given(
                figures.matrix(Quantity.Kind.W, layer.name())
                        + " = \\begin{pmatrix} "
                        + rows
                        + " \\end{pmatrix}"
                        + bias);
    }

    private String column(Layer layer, int t) {
        return IntStream.rangeClosed(1, layer.size())
                .mapToObj(k -> figures.number(Quantity.w(layer.name(), k, t)))
                .collect(Collectors.joining(" & "));
    }

    private String row(Layer layer, int k) {
        return IntStream.rangeClosed(1, layer.sources())
                .mapToObj(t -> figures.number(Quantity.w(layer.name(), k, t)))
                .collect(Collectors.joining(" & "));
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
