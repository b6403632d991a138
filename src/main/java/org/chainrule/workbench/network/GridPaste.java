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
    /** Row and column count from 0; the biases are the column after the weights. */
    public static GridPaste of(Block block, Layer layer, int row, int column) {
        Map<Quantity, String> texts = new LinkedHashMap<>();
        int lost = 0;
        for (int down = 0; down < block.rows().size(); down++) {
            List<String> cells = block.rows().get(down);
            for (int right = 0; right < cells.size(); right++) {
                String text = cells.get(right);
                if (!has(layer, row + down, column + right)) {
                    lost += text.isEmpty() ? 0 : 1;
                } else if (!text.isEmpty()) {
                    texts.put(parameter(layer, row + down, column + right), text);
                }
            }
        }
        return new GridPaste(texts, lost);
    }

    private static boolean has(Layer layer, int row, int column) {
        int columns = layer.sources() + (layer.biases() == null ? 0 : 1);
        return row >= 0 && row < layer.size() && column >= 0 && column < columns;
    }

    private static Quantity parameter(Layer layer, int row, int column) {
        return column < layer.sources()
                ? Quantity.w(layer.name(), row + 1, column + 1)
                : Quantity.b(layer.name(), row + 1);
    }
}
