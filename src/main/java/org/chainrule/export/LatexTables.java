package org.chainrule.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Ref;
import org.chainrule.notation.Notation;
import org.chainrule.solution.NeuronRow;

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

    /** Whether a number of the worksheet that is worked out stands in the tables. */
    static boolean has(Figures figures, Ref ref) {
        return switch (ref.quantity().kind()) {
            case NW, NB -> true;
            case DW, DB -> ref.isBatch();
            default -> NeuronRow.columns(figures.display()).contains(ref.quantity().kind());
        };
    }

    private String neurons() {
        Notation notation = figures.view().notation();
        List<Kind> columns = NeuronRow.columns(figures.display());
        List<String> rows = new ArrayList<>();
        for (NeuronRow row : NeuronRow.of(figures.network(), columns)) {
            rows.add(row(figures.neuron(row.layer().name(), row.k()), row.numbers()));
        }
        String head =
                columns.stream()
                        .map(kind -> "& $" + notation.latex(kind) + "$")
                        .collect(Collectors.joining(" "));
        return table("table.neurons", columns.size(), head, rows);
    }

    private String parameters() {
        List<String> rows =
                Parameters.of(figures.network()).stream()
                        .map(q -> row(figures.name(q), Parameters.withGradientAndUpdate(q)))
                        .toList();
        return rows.isEmpty()
                ? ""
                : table(
                        "table.parameters",
                        3,
                        "& %s & %s & %s"
                                .formatted(
                                        word("table.value"),
                                        word("table.gradient"),
                                        word("table.updated")),
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

    private String table(String title, int columns, String head, List<String> rows) {
        Lines lines = new Lines();
        lines.add(
                "",
                "\\section*{" + word(title) + "}",
                "\\begin{longtable}[l]{l" + "r".repeat(columns) + "}");
        lines.add(head + " \\\\", "\\hline", "\\endhead");
        rows.forEach(lines::add);
        lines.add("\\end{longtable}");
        return lines.text();
    }
}
