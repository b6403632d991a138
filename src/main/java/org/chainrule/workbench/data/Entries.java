package org.chainrule.workbench.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chainrule.derivation.Ref;
import org.chainrule.engine.Network;
import org.chainrule.workbench.kit.Workspace;
import org.chainrule.worksheet.Limits;
import org.chainrule.worksheet.SampleEdit;
import tools.jackson.databind.JsonNode;

/**
 * What was typed or pasted into the table.
 *
 * @param lost how many texts lie beyond its last column, or its last row that can be
 */
record Entries(Map<Ref, String> texts, int lost) {

    /** Of an event: texts row by row from a cell on. An empty text in a block leaves its cell. */
    static Entries of(JsonNode detail, Network network) {
        int width = Columns.count(network);
        int row = Math.clamp(detail.path("row").asInt(0), 0, Limits.SAMPLES);
        int left = Math.clamp(detail.path("column").asInt(0), 0, width - 1);
        boolean block = detail.path("pasted").asBoolean(false);
        Map<Ref, String> texts = new LinkedHashMap<>();
        int lost = 0;
        for (JsonNode line : detail.path("texts")) {
            int kept = row < Limits.SAMPLES ? Math.min(line.size(), width - left) : 0;
            lost += line.size() - kept;
            for (int i = 0; i < kept; i++) {
                String text = line.path(i).asString("");
                if (!block || !text.isEmpty()) {
                    texts.put(Columns.ref(network, row, left + i), text);
                }
            }
            row++;
        }
        return new Entries(texts, lost);
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
