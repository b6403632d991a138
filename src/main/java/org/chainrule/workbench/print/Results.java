package org.chainrule.workbench.print;

import java.util.List;
import java.util.stream.Stream;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.export.Parameters;
import org.chainrule.notation.Notation;
import org.chainrule.solution.NeuronRow;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Text;

/** Every number of the solution in two tables: neurons and parameters. */
final class Results {
    /** More rows would fill paper that nobody reads; the CSV has them all. */
    private static final int MOST = 2_500;

    private final Shown shown;
    private final StringBuilder html = new StringBuilder();

    private Results(Shown shown) {
        this.shown = shown;
    }

    static String of(Shown shown) {
        Results results = new Results(shown);
        results.html.append("<div class=\"tables\">");
        results.neurons();
        results.parameters();
        results.html.append("</div>");
        results.leftOut();
        return results.html.toString();
    }

    private void neurons() {
        Notation notation = shown.view().notation();
        List<Kind> columns = NeuronRow.columns(shown.display());
        Stream<String> heads = Stream.concat(Stream.of(""), columns.stream().map(notation::symbol));
        String scope = shown.isBatch() ? " · " + shown.sampleName() : "";
        PrintedTable table =
                new PrintedTable(shown.words().of("print.neurons") + scope, heads.toList());
        for (NeuronRow row : NeuronRow.of(shown.network(), columns)) {
            table.row(
                    Text.name(shown.signs().neuron(row.layer().name(), row.k())),
                    row.numbers().stream().map(shown::text).toList());
        }
        html.append(table.html());
    }

    private void parameters() {
        List<Quantity> all = Parameters.of(shown.network());
        if (all.isEmpty()) {
            return;
        }
        String scope = shown.isBatch() ? " · " + shown.batchName() : "";
        PrintedTable table =
                new PrintedTable(
                        shown.words().of("print.parameters") + scope,
                        Stream.of("", "print.value", "print.gradient", "print.updated")
                                .map(key -> key.isEmpty() ? "" : shown.words().of(key))
                                .toList());
        all.stream()
                .limit(MOST)
                .forEach(parameter ->
                        table.row(
                                Text.name(shown.signs().sign(parameter)),
                                Parameters.withGradientAndUpdate(parameter).stream()
                                        .map(shown::text)
                                        .toList()));
        html.append(table.html());
    }

    private void leftOut() {
        int all = Parameters.of(shown.network()).size();
        if (all > MOST) {
            html.append("<p class=\"note\">")
                    .append(
                            shown.words()
                                    .of(
                                            "print.parameters.more",
                                            shown.numbers().grouped(all - MOST)))
                    .append("</p>");
        }
    }
}
