package org.chainrule.workbench.data;

import java.util.List;
import org.chainrule.derivation.Ref;
import org.chainrule.document.table.Block;
import org.chainrule.engine.Network;
import org.chainrule.engine.Sample;
import org.chainrule.workbench.kit.Actions;
import org.chainrule.workbench.kit.Explanation;
import org.chainrule.workbench.kit.Pasted;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.worksheet.Edit;
import org.chainrule.worksheet.SampleEdit;
import org.chainrule.worksheet.advice.Refusals;
import tools.jackson.databind.JsonNode;

/** What is done with the table of samples, each deed one step of the history. */
final class SampleDeeds {
    private final Actions actions;

    SampleDeeds(Actions actions) {
        this.actions = actions;
    }

    /** Does what an event of {@code sample-table.ts} asks for. */
    void act(Shown shown, JsonNode detail) {
        List<Sample> samples = shown.problem().samples();
        int here = shown.view().sample();
        int from = Math.clamp(detail.path("from").asInt(0), 0, samples.size() - 1);
        int end = Math.clamp(detail.path("end").asInt(0), from + 1, samples.size());
        switch (detail.path("deed").asString("")) {
            case "write" -> write(shown, detail);
            case "paste" -> paste(shown, detail);
            case "nudge" -> nudge(shown, detail);
            case "clear" -> change(shown, Entries.zeros(part(shown, detail)), here);
            case "add" -> insert(shown, samples.size(), List.of(SampleEdit.zeros(shown.network())));
            case "duplicate" -> insert(shown, end, samples.subList(from, end));
            case "remove" -> {
                int kept = here < from ? here : here < end ? from : here - (end - from);
                change(shown, new SampleEdit.Remove(from, end), kept);
            }
            case "keep" -> change(shown, new SampleEdit.ReplaceAll(List.of(samples.get(here))), 0);
            case "show" ->
                    actions.change(w -> w.look(v -> v.withSample(detail.path("sample").asInt(0))));
            default -> {}
        }
    }

    private void nudge(Shown shown, JsonNode detail) {
        int row = detail.path("row").asInt(-1);
        int column = detail.path("column").asInt(-1);
        boolean there =
                row >= 0
                        && row < shown.problem().samples().size()
                        && column >= 0
                        && column < Columns.count(shown.network());
        if (there) {
            Ref ref = Columns.ref(shown.network(), row, column);
            actions.change(w -> w.nudge(ref, detail.path("steps").asInt(0)));
        }
    }

    static Excerpt part(Shown shown, JsonNode detail) {
        return Excerpt.of(detail)
                .within(shown.problem().samples().size(), Columns.count(shown.network()));
    }

    private void insert(Shown shown, int at, List<Sample> samples) {
        int here = shown.view().sample();
        change(shown, new SampleEdit.Insert(at, samples), here < at ? here : here + samples.size());
    }

    /** Does {@code edit}, after which {@code sample} is the one on show, or says why not. */
    void change(Shown shown, Edit edit, int sample) {
        Refusals.of(edit, shown.worksheet())
                .ifPresentOrElse(
                        objection -> actions.tell(Explanation.of(objection, shown.words()).head()),
                        () ->
                                actions.change(w -> {
                                    w.edit(edit);
                                    w.look(v -> v.withSample(sample));
                                }));
    }

    private void write(Shown shown, JsonNode detail) {
        Network network = shown.network();
        String text = detail.path("text").asString("");
        Entries entries = Entries.typed(Entries.Place.of(detail, network), text, network);
        actions.change(entries::commit);
    }

    private void paste(Shown shown, JsonNode detail) {
        Network network = shown.network();
        Block block = Block.of(detail.path("text").asString(""));
        Entries entries =
                Entries.pasted(
                        Entries.Place.of(detail, network),
                        block,
                        network,
                        shown.problem().samples().size());
        if (!entries.texts().isEmpty()) {
            actions.change(entries::commit);
        }
        String lost = entries.lost() == 0 ? "" : shown.words().of("data.lost", entries.lost());
        tell(Pasted.said(block, lost, shown.words()));
    }

    private void tell(String said) {
        if (!said.isEmpty()) {
            actions.tell(said);
        }
    }
}
