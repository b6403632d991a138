package org.chainrule.workbench.files;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.Element;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.chainrule.document.Orientation;
import org.chainrule.document.table.ColumnChoice;
import org.chainrule.workbench.kit.Actions;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Part;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Words;
import org.chainrule.worksheet.Edit;
import org.chainrule.worksheet.Limits;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Files out and in: downloads of the worksheet as it stands, and worksheets, weights or samples
 * that are chosen, dropped anywhere on the page or pasted.
 */
@Tag("file-menu")
@JsModule("./file-menu.ts")
@CssImport("./file-menu.css")
public final class FileMenu extends Component implements Part {
    private final Actions actions;
    private final Element summary = Native.of("summary", "btn");
    private final Element open = BringDialog.control("btn", "open");
    private final Element paste = BringDialog.control("btn", "paste");
    private final Element print = Native.of("a", "btn");
    private final Element hint = Native.of("p", "file-hint");
    private final Element dropHint = Native.of("div", "drop-hint");
    private final Downloads downloads = new Downloads();
    private final BringDialog dialog = new BringDialog(this::choose);
    private List<String> others = List.of();
    private @Nullable Shown shown;

    public FileMenu(Actions actions) {
        this.actions = actions;
        Element body =
                Native.of(
                        "div",
                        "menu-body files",
                        Native.of("div", "file-open", open, paste, print, hint),
                        downloads.element());
        print.setAttribute("href", "print");
        print.setAttribute("target", "_blank");
        print.setAttribute("data-files", "print");
        print.setAttribute("router-ignore", true);
        Element menu = Native.of("details", "menu", summary, body);
        menu.setAttribute("name", "menu");
        dropHint.setAttribute("hidden", true);
        dropHint.setAttribute("aria-hidden", "true");
        getElement().appendChild(menu, chooser(), dropHint, dialog.getElement());
        getElement().setProperty("limit", Limits.DOCUMENT_BYTES);
        getElement()
                .addEventListener(
                        "cr-bring", event -> bring(event.getEventData().path("event.detail")))
                .addEventData("event.detail");
        getElement().addEventListener("cr-forget", _ -> forget());
    }

    private void forget() {
        dialog.say(null, Objects.requireNonNull(shown));
    }

    private static Element chooser() {
        Element chooser = new Element("input");
        chooser.setAttribute("type", "file");
        chooser.setAttribute("accept", ".json,.csv,.tsv,.txt,application/json,text/csv");
        chooser.setAttribute("hidden", true);
        return chooser;
    }

    private void bring(JsonNode detail) {
        Shown now = Objects.requireNonNull(shown);
        String name = detail.path("name").asString("");
        String text = detail.path("text").asString("");
        long size =
                text.isEmpty()
                        ? detail.path("size").asLong(0)
                        : text.getBytes(StandardCharsets.UTF_8).length;
        others =
                StreamSupport.stream(detail.path("others").spliterator(), false)
                        .map(JsonNode::asString)
                        .toList();
        Opening opening =
                size > Limits.DOCUMENT_BYTES
                        ? Opening.tooLarge(name, size, now)
                        : Opening.of(name, text, chosen(detail), now);
        switch (opening) {
            case Opening.Opened opened -> open(opened);
            case Opening.Answer answer -> {
                dialog.say(answer, now);
                getElement().callJsFunction("answered");
            }
        }
    }

    private void choose(ColumnChoice.Chosen.Good chosen) {
        open(TableOpening.of(chosen, dialog.remarks(), Objects.requireNonNull(shown)));
    }

    private void open(Opening.Opened opened) {
        Words words = Objects.requireNonNull(shown).words();
        forget();
        actions.change(workspace -> {
            if (opened.edit() instanceof Edit.Replace(var worksheet)) {
                workspace.open(worksheet);
            } else {
                workspace.edit(opened.edit());
            }
            workspace.look(v -> v.withCaptions(opened.captions()));
        });
        actions.tell(others.isEmpty() ? opened.said() : opened.said() + " " + leftOut(words));
        getElement().callJsFunction("opened");
    }

    /** Of several files the first is read. */
    private String leftOut(Words words) {
        return words.of(
                "files.others",
                others.size(),
                String.join(", ", others.subList(0, Math.min(3, others.size()))));
    }

    private static @Nullable Orientation chosen(JsonNode detail) {
        return switch (detail.path("chosen").asString("")) {
            case "rows" -> Orientation.ROWS;
            case "columns" -> Orientation.COLUMNS;
            default -> null;
        };
    }

    @Override
    public void show(Shown shown) {
        this.shown = shown;
        Words words = shown.words();
        Native.setText(summary, words.of("files"));
        Native.setText(open, words.of("files.open"));
        Native.setText(paste, words.of("files.paste"));
        Native.setText(print, words.of("files.print"));
        Native.setAttribute(print, "title", words.of("files.print.full"));
        Native.setText(hint, words.of("files.hint"));
        Native.setText(dropHint, words.of("files.drop"));
        Native.setAttribute(getElement(), "data-stem", FileNames.stem(shown.worksheet().title()));
        downloads.show(shown);
        dialog.show(shown);
    }
}
