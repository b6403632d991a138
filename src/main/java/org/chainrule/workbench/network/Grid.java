package org.chainrule.workbench.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.engine.Layer;
import org.chainrule.export.Parameters;
import org.chainrule.notation.Signs;
import org.chainrule.workbench.kit.Shown;
import org.jspecify.annotations.Nullable;

/**
 * What of a layer's weight grid stays from edit to edit; the shape of {@code weight-grid.ts}. Its
 * numbers are {@link GridNumbers}.
 *
 * @param turned whether a row is a source, and a column a neuron
 * @param columns the sources' names, and that of biases where the layer has biases
 * @param rows the neurons' names
 * @param names of the parameters, row by row
 * @param frozenWeights what is said of weights that an update leaves alone, or null
 */
record Grid(
        String layer,
        boolean biased,
        boolean turned,
        String caption,
        List<String> columns,
        List<String> rows,
        List<String> names,
        @Nullable String frozenWeights,
        @Nullable String frozenBiases) {

    static Grid of(Shown shown, int l) {
        Layer layer = shown.network().layer(l);
        List<String> columns = new ArrayList<>();
        for (int t = 1; t <= layer.sources(); t++) {
            columns.add(shown.source(l, t));
        }
        if (layer.biases() != null) {
            columns.add(shown.signs().biasColumn());
        }
        List<String> rows = new ArrayList<>();
        for (int k = 1; k <= layer.size(); k++) {
            rows.add(shown.signs().neuron(layer.name(), k).indexed());
        }
        String frozen = shown.words().of("grid.frozen");
        return new Grid(
                layer.name(),
                layer.biases() != null,
                shown.view().notation().isSourceFirst(),
                caption(shown, layer),
                columns,
                rows,
                Parameters.of(layer).stream().map(shown::name).toList(),
                layer.weightsFrozen() ? frozen : null,
                layer.biasesFrozen() ? frozen : null);
    }

    private static String caption(Shown shown, Layer layer) {
        Signs signs = shown.signs();
        String caption =
                shown.words()
                        .of(
                                "grid.caption",
                                signs.matrix(Kind.W, layer.name()).line(),
                                signs.notation().symbol(Kind.DW));
        return shown.isBatch() ? caption + " · " + shown.batchName() : caption;
    }

    /** Every number of the grid. */
    static Stream<Quantity> quantities(Layer layer) {
        return Parameters.of(layer).stream()
                .flatMap(parameter -> Parameters.withGradientAndUpdate(parameter).stream());
    }
}
