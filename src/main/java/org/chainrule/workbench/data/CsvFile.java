package org.chainrule.workbench.data;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.util.List;
import java.util.stream.Collectors;
import org.chainrule.engine.Problem;
import org.chainrule.export.SamplesCsv;
import org.chainrule.workbench.kit.Actions;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Part;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Text;
import org.chainrule.worksheet.Limits;
import org.chainrule.worksheet.SampleEdit;
import tools.jackson.databind.JsonNode;

/**
 * Reads a file of samples in the place of all, or says what is wrong with it until the next edit.
 */
@Tag("div")
final class CsvFile extends Component implements Part {
    private static final int MOST_PLACES = 6;

    private final Actions actions;
    private final SampleDeeds deeds;
    private int revision = -1;

    CsvFile(Actions actions, SampleDeeds deeds) {
        this.actions = actions;
        this.deeds = deeds;
        getElement().setAttribute("class", "file-errors");
        getElement().setAttribute("role", "alert");
    }

    /** Reads what {@code sample-table.ts} has of a file: its name, size and text. */
    void read(Shown shown, JsonNode detail) {
        String name = detail.path("name").asString("");
        String text = detail.path("text").asString("");
        Problem problem = shown.problem();
        int inputs = problem.network().inputs();
        int outputs = problem.network().outputs();
        if (Math.max(detail.path("size").asInt(0), text.length()) > Limits.DOCUMENT_BYTES) {
            refuse(shown, name, List.of(shown.words().of("data.file.large")));
            return;
        }
        switch (SamplesCsv.read(text, inputs, outputs, shown.words().locale())) {
            case SamplesCsv.Reading.Good(var samples) -> {
                deeds.change(shown, new SampleEdit.ReplaceAll(samples), 0);
                actions.tell(
                        shown.words()
                                .of(
                                        "data.file.read",
                                        shown.numbers().grouped(samples.size()),
                                        name));
            }
            case SamplesCsv.Reading.Refused(var places) ->
                    refuse(shown, name, places.stream().map(SamplesCsv.Place::text).toList());
        }
    }

    private void refuse(Shown shown, String name, List<String> reasons) {
        revision = shown.revision();
        int more = reasons.size() - MOST_PLACES;
        String places =
                reasons.stream()
                        .limit(MOST_PLACES)
                        .map(reason -> "<li>" + Text.escape(reason) + "</li>")
                        .collect(Collectors.joining());
        String rest =
                more > 0
                        ? "<li>"
                                + shown.words().of("data.file.more", shown.numbers().grouped(more))
                                + "</li>"
                        : "";
        Native.setHtml(
                getElement(),
                "<p>%s</p><ul>%s%s</ul>"
                        .formatted(
                                Text.escape(shown.words().of("data.file.refused", name)),
                                places,
                                rest));
    }

    @Override
    public void show(Shown shown) {
        if (shown.revision() != revision) {
            Native.setHtml(getElement(), "");
        }
    }
}
