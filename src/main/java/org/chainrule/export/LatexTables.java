package org.chainrule.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.engine.Layer;

/** The tables of neurons and parameters in LaTeX; they run on over pages. */
final class LatexTables {
    private final Figures figures;

    private LatexTables(Figures figures) {
        this.figures = figures;
    }

    static String of(Figures figures) {
        LatexTables tables = new LatexTables(figures);
        return tables.neurons() + tables.parameters();
    }

    private String neurons() {
        List<String> rows = new ArrayList<>();
        for (Layer layer : figures.network().layers()) {
            for (int k = 1; k <= layer.size(); k++) {
                Quantity p = Quantity.p(layer.name(), k);
                rows.add(
                        row(
                                "n_{%d}^{\\mathrm{[%s]}}".formatted(k, layer.name()),
                                List.of(p, p.as(Kind.Z), p.as(Kind.DZ))));
            }
        }
        String loss = figures.view().notation().loss();
        String z = figures.view().notation().activation();
        return table(
                "table.neurons",
                "& $%s$ & $%s$ & $\\partial %s/\\partial %s$"
                        .formatted(figures.view().notation().preactivation(), z, loss, z),
                rows);
    }

    private String parameters() {
        List<String> rows =
                Parameters.of(figures.network()).stream()
                        .map(q -> row(figures.name(q), Parameters.withGradientAndUpdate(q)))
                        .toList();
        return table(
                "table.parameters",
                "& %s & %s & %s"
                        .formatted(
                                word("table.value"), word("table.gradient"), word("table.updated")),
                rows);
    }

    private String row(String name, List<Quantity> quantities) {
        return quantities.stream()
                .map(quantity -> "$" + figures.number(quantity) + "$")
                .collect(Collectors.joining(" & ", "$" + name + "$ & ", " \\\\"));
    }

    private String word(String key) {
        return TexText.of(figures.words().of(key));
    }

    private String table(String title, String head, List<String> rows) {
        Lines lines = new Lines();
        lines.add("", "\\section*{" + word(title) + "}", "\\begin{longtable}[l]{lrrr}");
        lines.add(head + " \\\\", "\\hline", "\\endhead");
        rows.forEach(lines::add);
        lines.add("\\end{longtable}");
        return lines.text();
    }
}
