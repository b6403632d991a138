package org.chainrule.workbench.network;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.engine.Layer;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Text;
import org.jspecify.annotations.Nullable;

/** What a layer's weight grid shows; the shape of {@code weight-grid.ts}. */
record Grid(String caption, List<String> columns, List<Row> rows, int rev) {

    record Row(String name, List<Cell> cells) {}

    record Cell(
            String q,
            String text,
            String aria,
            @Nullable String error,
            @Nullable String grad,
            String gradQ,
            @Nullable String next,
            String nextQ,
            @Nullable String frozen) {}

    static Grid of(Shown shown, int l) {
        Layer layer = shown.network().layer(l);
        List<String> columns = new ArrayList<>();
        for (int t = 1; t <= layer.sources(); t++) {
            columns.add(shown.source(l, t));
        }
        if (layer.biases() != null) {
            columns.add("b");
        }
        List<Row> rows = new ArrayList<>();
        for (int k = 1; k <= layer.size(); k++) {
            rows.add(new Row("n" + Text.subscript(k), cells(shown, layer, k)));
        }
        String weight = shown.view().notation().weight();
        String caption =
                shown.words()
                        .of(
                                "grid.caption",
                                weight + "[" + layer.name() + "]",
                                "∂" + shown.view().notation().loss() + "/∂" + weight);
        return new Grid(caption, columns, rows, shown.revision());
    }

    private static List<Cell> cells(Shown shown, Layer layer, int k) {
        List<Cell> cells = new ArrayList<>();
        for (int t = 1; t <= layer.sources(); t++) {
            Quantity weight = Quantity.w(layer.name(), k, t);
            cells.add(
                    cell(
                            shown,
                            weight,
                            weight.as(Kind.DW),
                            weight.as(Kind.NW),
                            layer.weightsFrozen()));
        }
        if (layer.biases() != null) {
            Quantity bias = Quantity.b(layer.name(), k);
            cells.add(cell(shown, bias, bias.as(Kind.DB), bias.as(Kind.NB), layer.biasesFrozen()));
        }
        return cells;
    }

    private static Cell cell(
            Shown shown, Quantity parameter, Quantity gradient, Quantity updated, boolean frozen) {
        return new Cell(
                parameter.address(),
                shown.field(parameter),
                shown.name(parameter),
                shown.error(parameter),
                shown.reached(gradient),
                gradient.address(),
                shown.reached(updated),
                updated.address(),
                frozen ? shown.words().of("grid.frozen") : null);
    }
}
