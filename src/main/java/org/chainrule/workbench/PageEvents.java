package org.chainrule.workbench;

import com.vaadin.flow.dom.DomEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.chainrule.derivation.Quantity;
import org.chainrule.document.table.Block;
import org.chainrule.engine.Network;
import org.chainrule.notation.Manner;
import org.chainrule.workbench.build.BuildCommands;
import org.chainrule.workbench.kit.Address;
import org.chainrule.workbench.kit.Pasted;
import org.chainrule.workbench.kit.Workspace;
import org.chainrule.workbench.network.GridPaste;
import tools.jackson.databind.JsonNode;

/** What the page's components tell the server, each event one change of the workspace. */
final class PageEvents {
    private final WorksheetView view;
    private final Supplier<Workspace> workspace;

    private PageEvents(WorksheetView view, Supplier<Workspace> workspace) {
        this.view = view;
        this.workspace = workspace;
    }

    static void listen(WorksheetView view, Supplier<Workspace> workspace) {
        PageEvents events = new PageEvents(view, workspace);
        events.on("cr-pick", events::pick);
        events.on("cr-edit", events::edit);
        events.on("cr-paste", events::paste);
        events.on("cr-build", new BuildCommands(view)::hear);
        events.on("cr-scrub", events::scrub);
        events.on("cr-nudge", events::nudge);
        events.on("cr-key", detail -> events.key(detail.path("key").asString("")));
        Address.listen(view.getElement(), view::go);
        events.on("cr-theme", events::remembered);
    }

    private void on(String name, Consumer<JsonNode> listener) {
        view.getElement()
                .addEventListener(name, event -> listener.accept(detail(event)))
                .addEventData("event.detail");
    }

    private static JsonNode detail(DomEvent event) {
        return event.getEventData().path("event.detail");
    }

    private Optional<Quantity> quantity(JsonNode detail) {
        return Quantity.parse(detail.path("q").asString(""))
                .filter(q -> q.existsIn(workspace.get().worksheet().problem()));
    }

    private Optional<Quantity> editable(JsonNode detail) {
        return quantity(detail).filter(Quantity::isEditable);
    }

    private void pick(JsonNode detail) {
        quantity(detail).ifPresent(view::select);
    }

    private void edit(JsonNode detail) {
        Map<Quantity, String> typed = new LinkedHashMap<>();
        for (JsonNode cell : detail.path("cells")) {
            editable(cell).ifPresent(q -> typed.put(q, cell.path("text").asString("")));
        }
        if (!typed.isEmpty()) {
            view.change(w -> w.commit(typed, Manner.TYPED));
        }
    }

    /** A block from the clipboard, from a cell of a layer's grid on. */
    private void paste(JsonNode detail) {
        Network network = workspace.get().worksheet().problem().network();
        int l = network.indexOf(detail.path("layer").asString(""));
        if (l < 0) {
            return;
        }
        Block block = Block.of(detail.path("text").asString(""));
        GridPaste pasted =
                GridPaste.of(
                        block,
                        network.layer(l),
                        workspace.get().view().notation().isSourceFirst(),
                        detail.path("row").asInt(0),
                        detail.path("column").asInt(0));
        if (!pasted.texts().isEmpty()) {
            view.change(w -> w.commit(pasted.texts(), Manner.FILE));
        }
        int lost = pasted.lost();
        String said =
                Pasted.said(
                        block, lost == 0 ? "" : view.words().of("grid.lost", lost), view.words());
        if (!said.isEmpty()) {
            view.tell(said);
        }
    }

    private void scrub(JsonNode detail) {
        editable(detail)
                .ifPresent(q ->
                        view.change(w ->
                                w.scrub(
                                        q,
                                        detail.path("steps").asInt(0),
                                        detail.path("phase").asString("end"))));
    }

    private void nudge(JsonNode detail) {
        editable(detail)
                .ifPresent(q -> view.change(w -> w.nudge(q, detail.path("steps").asInt(0))));
    }

    private void key(String key) {
        switch (key) {
            case "undo" -> view.change(Workspace::undo);
            case "redo" -> view.change(Workspace::redo);
            case "next" -> view.change(w -> w.step(1));
            case "previous" -> view.change(w -> w.step(-1));
            case "help" -> view.shortcuts();
            case "present" -> view.present();
            case "pin" -> view.change(Workspace::pin);
            case "unpin" -> view.change(Workspace::unpin);
            case "escape" -> escape();
            default -> {}
        }
    }

    private void remembered(JsonNode detail) {
        view.remembered(
                detail.path("theme").asString("system"),
                detail.path("presenting").asBoolean(false));
    }

    private void escape() {
        if (view.presenting()) {
            view.present();
        } else {
            view.change(w -> w.look(v -> v.withSelection(null)));
        }
    }
}
