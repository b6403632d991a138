package org.chainrule.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.chainrule.derivation.Quantity;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.notation.ActivationNames;
import org.chainrule.notation.Notation;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;

/**
 * The network as a TikZ picture: inputs, neurons with p and z, weights on the edges, targets.
 *
 * <p>Edges leave and enter at the middle of a node's side. Between n sources and m receivers the
 * labels stand at 1/(m + 1) of the way, where no two of them are at the same height.
 */
public final class Tikz {
    /** Rows of a column that are drawn; of a larger one the first 8 and the last. */
    private static final int MOST_ROWS = 10;

    private static final int MOST_LABELS = 20;

    /**
     * A column of nodes, whose names no other column can have: {@code x-1}, {@code n-hid-1}, {@code
     * y-1}, and no layer's name holds a dash.
     */
    private record Column(String name, String style) {
        static final Column INPUTS = new Column("x", "input");
        static final Column TARGETS = new Column("y", "goal");

        static Column of(Layer layer) {
            return new Column("n-" + layer.name(), "neuron");
        }

        String node(int k) {
            return name + "-" + k;
        }

        String placed(int k) {
            return "[%s] (%s)".formatted(style, node(k));
        }
    }

    private final Figures figures;
    private final Network network;
    private final Lines lines = new Lines();
    private final double rowHeight;

    private Tikz(Figures figures) {
        this.figures = figures;
        network = figures.network();
        int rows = Math.max(network.inputs(), network.outputs());
        for (Layer layer : network.layers()) {
            rows = Math.max(rows, layer.size());
        }
        rowHeight = Math.clamp(17.0 / Math.min(rows, MOST_ROWS), 1.7, 2.4);
    }

    /** A {@code tikzpicture} for a document that loads tikz. */
    public static String of(Worksheet worksheet, View view, Locale locale) {
        return of(Figures.of(worksheet, view, locale));
    }

    static String of(Figures figures) {
        Tikz tikz = new Tikz(figures);
        tikz.lines.add(STYLES);
        tikz.columns();
        tikz.lines.add("\\end{tikzpicture}");
        return tikz.lines.text();
    }

    private void columns() {
        column(Column.INPUTS, "", 0, network.inputs(), this::input);
        double at = 0;
        for (int l = 0; l < network.depth(); l++) {
            Layer layer = network.layer(l);
            at += distance(l);
            String caption = layer.name() + " · " + ActivationNames.of(layer.activation());
            column(Column.of(layer), caption, at, layer.size(), k -> neuron(layer, k));
            edges(l);
        }
        double end = at + 1.9 + width(network.depth()) / 2;
        column(Column.TARGETS, "", end, network.outputs(), this::target);
        for (int k : rows(network.outputs())) {
            lines.add(
                    "\\draw[aim] (%s) -- (%s);"
                            .formatted(Column.of(network.last()).node(k), Column.TARGETS.node(k)));
        }
    }

    private void column(
            Column column,
            String caption,
            double x,
            int size,
            java.util.function.IntFunction<String> node) {
        if (!caption.isEmpty()) {
            lines.add(
                    "\\node[caption] at %s {%s};"
                            .formatted(
                                    point(
                                            x,
                                            (Math.min(size, MOST_ROWS) - 1) / 2.0 * rowHeight
                                                    + 1.0),
                                    TexText.of(caption)));
        }
        for (int k : rows(size)) {
            lines.add(
                    "\\node%s at %s {%s};"
                            .formatted(column.placed(k), point(x, height(k, size)), node.apply(k)));
        }
        if (size > MOST_ROWS) {
            lines.add(
                    "\\node at %s {$\\vdots$};"
                            .formatted(point(x, height(MOST_ROWS - 1, MOST_ROWS))));
        }
    }

    /** The rows of a column that are drawn, from 1. */
    private static List<Integer> rows(int size) {
        List<Integer> rows = new ArrayList<>();
        IntStream.rangeClosed(1, size)
                .filter(k -> size <= MOST_ROWS || k < MOST_ROWS - 1 || k == size)
                .forEach(rows::add);
        return rows;
    }

    private double height(int k, int size) {
        int shown = Math.min(size, MOST_ROWS);
        int row = Math.min(k, shown);
        return ((shown - 1) / 2.0 - (k == size ? shown - 1 : row - 1)) * rowHeight;
    }

    private String input(int t) {
        return "$%s = %s$".formatted(figures.name(Quantity.x(t)), figures.number(Quantity.x(t)));
    }

    private String target(int k) {
        return "$%s = %s$".formatted(figures.name(Quantity.y(k)), figures.number(Quantity.y(k)));
    }

    private String neuron(Layer layer, int k) {
        Quantity p = Quantity.p(layer.name(), k);
        String text =
                "$%s$\\\\[1pt] \\textcolor{preactivation}{$%s = %s$}\\\\ \\textcolor{activation}{$%s = %s$}"
                        .formatted(
                                figures.neuronInLayer(layer.name(), k),
                                figures.view().notation().latex(Quantity.Kind.P),
                                figures.number(p),
                                figures.view().notation().latex(Quantity.Kind.Z),
                                figures.number(p.as(Quantity.Kind.Z)));
        return layer.biases() == null
                ? text
                : text
                        + "\\\\ \\textcolor{weight}{$%s = %s$}"
                                .formatted(biasName(), figures.number(p.as(Quantity.Kind.B)));
    }

    private String biasName() {
        Notation notation = figures.view().notation();
        return notation.latex(Quantity.Kind.B) + (notation.isBiasWeight() ? "_0" : "");
    }

    private void edges(int l) {
        Layer layer = network.layer(l);
        Column column = Column.of(layer);
        Column source = l == 0 ? Column.INPUTS : Column.of(network.layer(l - 1));
        double largest = largest(layer);
        for (int k : rows(layer.isWeightless() ? layer.size() : 0)) {
            lines.add(
                    "\\draw[link] (%s.east) -- (%s.west);"
                            .formatted(source.node(k), column.node(k)));
        }
        for (int k : rows(layer.size())) {
            for (int t : rows(layer.sources())) {
                double share =
                        largest == 0 ? 0 : Math.abs(layer.weights().at(k - 1, t - 1)) / largest;
                lines.add(
                        "\\draw[link, line width=%spt] (%s.east) -- (%s.west);"
                                .formatted(
                                        decimal(0.3 + 0.9 * share),
                                        source.node(t),
                                        column.node(k)));
            }
        }
        if (isLabelled(layer)) {
            labels(layer, source, column);
        }
    }

    private static boolean isLabelled(Layer layer) {
        return layer.size() * layer.sources() <= MOST_LABELS
                && (layer.size() <= 5 || layer.sources() == 1);
    }

    private void labels(Layer layer, Column source, Column column) {
        double at = layer.sources() == 1 ? 0.6 : 1.0 / (layer.size() + 1);
        for (int k : rows(layer.size())) {
            for (int t : rows(layer.sources())) {
                lines.add(
                        "\\path (%s.east) -- (%s.west) node[on edge, pos=%s] {$%s$};"
                                .formatted(
                                        source.node(t),
                                        column.node(k),
                                        decimal(at),
                                        figures.number(Quantity.w(layer.name(), k, t))));
            }
        }
    }

    private static double largest(Layer layer) {
        return Code.rows(layer.weights()).stream()
                .flatMapToDouble(java.util.Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    /** From the middle of column l to that of the next, in centimetres. */
    private double distance(int l) {
        Layer layer = network.layer(l);
        int label = 0;
        for (Quantity parameter : isLabelled(layer) ? Parameters.of(layer) : List.<Quantity>of()) {
            label = Math.max(label, figures.plain(figures.ref(parameter)).length());
        }
        double room = label == 0 ? 1.6 : (layer.size() + 1) * Math.max(0.5, 0.11 * label);
        return (width(l) + width(l + 1)) / 2 + Math.clamp(room, 1.6, 3.4);
    }

    /** The estimated width of column l, the inputs' being 0, in centimetres. */
    private double width(int l) {
        int longest = 0;
        int size = l == 0 ? network.inputs() : network.layer(l - 1).size();
        for (int k : rows(size)) {
            Quantity q = l == 0 ? Quantity.x(k) : Quantity.p(network.layer(l - 1).name(), k);
            longest = Math.max(longest, figures.plain(figures.ref(q)).length());
            longest =
                    l == 0
                            ? longest
                            : Math.max(
                                    longest,
                                    figures.plain(figures.ref(q.as(Quantity.Kind.Z))).length());
        }
        return 0.16 * (longest + 3) + 0.3;
    }

    private static String point(double x, double y) {
        return "(" + decimal(x) + ", " + decimal(y) + ")";
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static final String STYLES =
            """
            \\definecolor{preactivation}{HTML}{1D4ED8}
            \\definecolor{activation}{HTML}{B91C1C}
            \\definecolor{weight}{HTML}{15702F}
            \\definecolor{target}{HTML}{92600A}
            \\begin{tikzpicture}[font=\\footnotesize,
              neuron/.style={draw, rounded corners=4pt, align=center, fill=white, inner sep=3pt},
              input/.style={draw, circle, inner sep=1.5pt, fill=white},
              goal/.style={draw=target, text=target, dashed, inner sep=3pt},
              link/.style={draw=black!45}, aim/.style={draw=target, dashed},
              on edge/.style={fill=white, inner sep=1pt, text=weight, font=\\scriptsize},
              caption/.style={font=\\footnotesize\\bfseries}]\
            """;
}
