package org.chainrule.workbench.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chainrule.derivation.Ref;
import org.chainrule.document.table.Block;
import org.chainrule.engine.Network;
import org.chainrule.notation.Manner;
import org.chainrule.workbench.kit.Workspace;
import org.chainrule.worksheet.Limits;
import org.chainrule.worksheet.SampleEdit;
import tools.jackson.databind.JsonNode;

/**
 * What was typed or pasted into the table.
 *
 * @param manner in which they are read
 * @param lost how many texts lie beyond its last column, or its last row that can be
 */
record Entries(Map<Ref, String> texts, Manner manner, int lost) {
    /** A cell of the table, from 0. */
    record Place(int row, int column) {
        static Place of(JsonNode detail, Network network) {
            return new Place(
                    Math.clamp(detail.path("row").asInt(0), 0, Limits.SAMPLES),
                    Math.clamp(detail.path("column").asInt(0), 0, Columns.count(network) - 1));
        }
    }

    /** Of one cell that was typed into. */
    static Entries typed(Place from, String text, Network network) {
        return new Entries(
                Map.of(Columns.ref(network, from.row(), from.column()), text), Manner.TYPED, 0);
    }

    /**
     * Of a block, from a cell on. An empty text leaves its cell, and is refused where there was
     * none.
     *
     * @param samples how many there are
     */
    static Entries pasted(Place from, Block block, Network network, int samples) {
        int width = Columns.count(network);
        Map<Ref, String> texts = new LinkedHashMap<>();
        int lost = 0;
        for (int down = 0; down < block.rows().size(); down++) {
            int row = from.row() + down;
            List<String> cells = block.rows().get(down);
            int kept = row < Limits.SAMPLES ? Math.min(cells.size(), width - from.column()) : 0;
            lost += cells.size() - kept;
            for (int i = 0; i < kept; i++) {
                if (!cells.get(i).isEmpty() || row >= samples) {
                    texts.put(Columns.ref(network, row, from.column() + i), cells.get(i));
                }
            }
        }
        return new Entries(texts, Manner.FILE, lost);
    }

    /**
     * Commits them as one step. What is no number stays where it was typed, with the reason; in a
     * row that is new its value is 0.
     */
    void commit(Workspace workspace) {
        int samples = workspace.worksheet().problem().samples().size();
        Network network = workspace.worksheet().problem().network();
        workspace.commit(
                texts,
                manner,
                numbers -> {
                    List<SampleEdit.Cell> cells = new ArrayList<>();
                    texts.keySet()
                            .forEach(ref -> {
                                Double number = numbers.get(ref);
                                if (number != null || ref.sample() >= samples) {
                                    int column = Columns.of(network, ref.quantity());
                                    double value = number == null ? 0 : number;
                                    cells.add(new SampleEdit.Cell(ref.sample(), column, value));
                                }
                            });
                    return new SampleEdit.Write(cells);
                });
    }

    /** Sets a part of the table to 0. */
    static SampleEdit zeros(Excerpt part) {
        List<SampleEdit.Cell> cells = new ArrayList<>();
        for (int sample = part.top(); sample < part.bottom(); sample++) {
            for (int column = part.left(); column < part.right(); column++) {
                cells.add(new SampleEdit.Cell(sample, column, 0));
            }
        }
        return new SampleEdit.Write(cells);
    }
}
