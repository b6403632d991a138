package org.chainrule.workbench.data;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.Element;
import java.util.Objects;
import java.util.stream.Collectors;
import org.chainrule.export.CsvTables;
import org.chainrule.workbench.kit.Actions;
import org.chainrule.workbench.kit.Part;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.TextFile;
import org.chainrule.workbench.kit.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** All samples as a small spreadsheet; only the part that is seen is sent. */
@Tag("sample-table")
@JsModule("./sample-table.ts")
final class SampleTable extends Component implements Part {
    private final Actions actions;
    private final SampleDeeds deeds;
    private Excerpt seen = Excerpt.FIRST;
    private volatile @Nullable Shown shown;

    /** The words of {@code sample-table.ts}. */
    record Labels(
            String table,
            String number,
            String actions,
            String add,
            String duplicate,
            String remove,
            String keep,
            String read,
            String save,
            String hint) {
        static Labels of(Words words) {
            return new Labels(
                    words.of("data.table"),
                    words.of("data.number"),
                    words.of("data.actions"),
                    words.of("data.add"),
                    words.of("data.duplicate"),
                    words.of("data.remove"),
                    words.of("data.keep"),
                    words.of("data.read"),
                    words.of("data.save"),
                    words.of("data.hint"));
        }
    }

    SampleTable(Actions actions, SampleDeeds deeds) {
        this.actions = actions;
        this.deeds = deeds;
        Element element = getElement();
        element.setAttribute(
                "csv", TextFile.of(() -> "samples.csv", "text/csv;charset=utf-8", this::csv));
        element.addEventListener(
                        "cr-samples", event -> act(event.getEventData().path("event.detail")))
                .addEventData("event.detail");
    }

    private String csv() {
        return CsvTables.samples(Objects.requireNonNull(shown).worksheet());
    }

    private void act(JsonNode detail) {
        Shown now = Objects.requireNonNull(shown);
        switch (detail.path("deed").asString("")) {
            case "see" -> {
                seen = Excerpt.of(detail).around();
                show(now);
            }
            case "copy" -> copy(now, SampleDeeds.part(now, detail));
            default -> deeds.act(now, detail);
        }
    }

    /** Copies what the browser has not all of, with the minus that other programs read. */
    private void copy(Shown now, Excerpt part) {
        String text =
                Rows.texts(now, part).stream()
                        .map(row -> String.join("\t", row))
                        .collect(Collectors.joining("\n"))
                        .replace('−', '-');
        getElement()
                .executeJs("return this.closest('chainrule-page').share($0)", text)
                .then(
                        Boolean.class,
                        done ->
                                actions.tell(
                                        now.words().of(done ? "data.copied" : "share.failed")));
    }

    @Override
    public void show(Shown shown) {
        this.shown = shown;
        getElement().setPropertyBean("words", Labels.of(shown.words()));
        getElement().setPropertyBean("samples", Rows.of(shown, seen));
    }
}
