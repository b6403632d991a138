package org.chainrule.export;

import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Ref;
import org.chainrule.engine.Layer;
import org.chainrule.notation.Language;
import org.chainrule.notation.Typesetter;
import org.chainrule.practice.Exercise;
import org.chainrule.solution.Display;
import org.chainrule.solution.Solution;
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

    /**
     * An exercise as a sheet to be filled by hand: what is given, and a box for every number that
     * is asked.
     *
     * @param exercise of which something is asked
     */
    public static String of(Exercise exercise, Locale locale) {
        LatexDocument document =
                new LatexDocument(Figures.of(exercise.worksheet(), exercise.view(), locale));
        document.write(exercise);
        return document.lines.text();
    }

    private void write() {
        title();
        network();
        lines.add(LatexSteps.of(figures), LatexTables.of(figures), "\\end{document}");
    }

    private void write(Exercise exercise) {
        Words words = figures.words();
        String who = TexText.of(words.of("paper.name")) + " \\underline{\\hspace{16em}}";
        String points = TexText.of(words.of("paper.points")) + " \\underline{\\hspace{4em}}";
        title();
        lines.add(who + "\\hfill " + points + "\\par\\medskip");
        network();
        Display display = exercise.display(figures.numbers());
        loss(display);
        lines.add("", TexText.of(words.of("paper.fill")));
        lines.add("\\renewcommand{\\arraystretch}{1.3}", LatexTables.of(figures));
        Typesetter symbols = display.symbols(Language.LATEX);
        exercise.items(display).stream()
                .map(item -> item.line().subject())
                .filter(ref -> !LatexTables.has(figures, ref))
                .map(ref -> "$" + symbols.letter(ref) + " = " + Figures.BOX + "$\\qquad")
                .forEach(lines::add);
        lines.add("\\end{document}");
    }

    /** The loss as a formula, which is given too; the drawing names the activations. */
    private void loss(Display display) {
        Ref ofSample = new Ref(Quantity.loss(), figures.view().sample());
        Ref ofBatch = figures.ref(Quantity.loss());
        (figures.isBatch() ? Stream.of(ofSample, ofBatch) : Stream.of(ofBatch))
                .map(ref -> Solution.line(display, ref).general(Language.LATEX))
                .forEach(this::given);
    }

    private void title() {
        lines.add(PREAMBLE, "\\begin{document}");
        lines.add(
                "\\begin{center}\\Large\\bfseries "
                        + TexText.of(preface().title())
                        + "\\end{center}");
    }

    private Preface preface() {
        return Preface.of(figures.worksheet(), figures.view(), figures.words().locale());
    }

    /** How numbers are carried, the drawing, and what is given. */
    private void network() {
        lines.add(TexText.of(preface().arithmetic()));
        lines.add(
                "\\begin{center}",
                "\\shrunk{%",
                Tikz.of(figures).stripTrailing() + "}",
                "\\end{center}");
        given();
        lines.add(TexText.of(preface().optimizer()));
    }

    private void given() {
        lines.add("\\section*{" + TexText.of(figures.words().of("given")) + "}");
        int samples = figures.problem().samples().size();
        if (figures.view().asked() == null || samples == 1) {
            given(inputs(figures.view().sample()));
            given(targets(figures.view().sample()));
        } else {
            IntStream.range(0, samples)
                    .forEach(s -> given(named(s) + inputs(s) + ",\\quad " + targets(s)));
        }
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

    private String named(int sample) {
        String number = figures.numbers().count(sample + 1);
        String name = TexText.of(figures.words().of("scope.sample", number));
        return "\\text{" + name + ":}\\quad ";
    }

    private String inputs(int sample) {
        return "x = " + column(figures.network().inputs(), t -> new Ref(Quantity.x(t), sample));
    }

    private String targets(int sample) {
        return figures.view().notation().latex(Quantity.Kind.Y)
                + " = "
                + column(figures.network().outputs(), k -> new Ref(Quantity.y(k), sample));
    }

    private void given(String formula) {
        lines.add("\\worked{\\fit{" + formula + "}}");
    }

    private String column(int size, IntFunction<Ref> of) {
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
                                        column(
                                                layer.size(),
                                                k -> figures.ref(Quantity.b(layer.name(), k))));
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
