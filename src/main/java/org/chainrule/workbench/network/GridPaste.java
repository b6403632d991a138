package org.chainrule.workbench.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chainrule.derivation.Quantity;
import org.chainrule.document.table.Block;
import org.chainrule.engine.Layer;

/**
 * What was pasted into a layer's grid from a cell on. An empty text leaves its cell.
 *
 * @param lost how many texts found no cell
 */
public record GridPaste(Map<Quantity, String> texts, int lost) {
    /**
     * Row and column count from 0; the biases come after the weights.
     *
     * @param turned whether a row is a source, and a column a neuron
     */
    public static GridPaste of(Block block, Layer layer, boolean turned, int row, int column) {
        Map<Quantity, String> texts = new LinkedHashMap<>();
        int lost = 0;
        for (int down = 0; down < block.rows().size(); down++) {
            List<String> cells = block.rows().get(down);
            for (int right = 0; right < cells.size(); right++) {
                String text = cells.get(right);
                int neuron = turned ? column + right : row + down;
                int source = turned ? row + down : column + right;
                if (!has(layer, neuron, source)) {
                    lost += text.isEmpty() ? 0 : 1;
                } else if (!text.isEmpty()) {
                    texts.put(parameter(layer, neuron, source), text);
                }
            }
        }
        return new GridPaste(texts, lost);
    }

    private static boolean has(Layer layer, int neuron, int source) {
        int sources = layer.sources() + (layer.biases() == null ? 0 : 1);
        return neuron >= 0 && neuron < layer.size() && source >= 0 && source < sources;
    }

    private static Quantity parameter(Layer layer, int neuron, int source) {
        return source < layer.sources()
                ? Quantity.w(layer.name(), neuron + 1, source + 1)
                : Quantity.b(layer.name(), neuron + 1);
    }
}
