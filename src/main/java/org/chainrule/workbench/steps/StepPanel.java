package org.chainrule.workbench.steps;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import org.chainrule.workbench.kit.Actions;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Part;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Words;
import org.chainrule.worksheet.Edit;
import org.chainrule.worksheet.View;

/** The forward pass and the five steps: one at a time, in words, formulas and numbers. */
@Tag("div")
public final class StepPanel extends Component implements Part {
    private final Element tabs = Native.of("nav", "steps");
    private final List<Element> steps = new ArrayList<>();
    private final Element showAll = new Element("input");
    private final Element showAllText = new Element("span");
    private final Element content = Native.of("div", "content");
    private final Element update;
    private final Element updateNote = Native.of("p", "facts");
    private final Element updateBox;
    private final Element previous;
    private final Element next;
    private final SelectedPanel selected;

    public StepPanel(Actions actions) {
        selected = new SelectedPanel(actions);
        for (int step = 0; step <= View.LAST_STEP; step++) {
            int target = step;
            Element tab =
                    Native.button("", () -> actions.change(w -> w.look(v -> v.withStep(target))));
            tab.setAttribute("data-step", Integer.toString(step));
            steps.add(tab);
            tabs.appendChild(tab);
        }
        showAll.setAttribute("type", "checkbox");
        showAll.addEventListener(
                        "change",
                        event -> {
                            boolean all = event.getEventData().get("element.checked").asBoolean();
                            showAll.setProperty("checked", all);
                            actions.change(w -> w.look(v -> v.withShowAll(all)));
                        })
                .addEventData("element.checked");
        update = Native.button("btn", () -> actions.change(w -> w.edit(new Edit.ApplyUpdate())));
        updateBox = Native.of("div", "box update", update, updateNote);
        previous =
                Native.button(
                        "btn", () -> actions.change(w -> w.look(v -> v.withStep(v.step() - 1))));
        next =
                Native.button(
                        "btn pri",
                        () -> actions.change(w -> w.look(v -> v.withStep(v.step() + 1))));
        getElement().setAttribute("class", "step");
        getElement()
                .appendChild(
                        tabs,
                        Native.of(
                                "div",
                                "body",
                                content,
                                updateBox,
                                Native.of(
                                        "div",
                                        "row",
                                        previous,
                                        Native.of("label", "all", showAll, showAllText),
                                        next),
                                selected.getElement()));
    }

    @Override
    public void show(Shown shown) {
        Words words = shown.words();
        int step = shown.view().step();
        Native.setAttribute(tabs, "aria-label", words.of("steps"));
        for (int i = 0; i < steps.size(); i++) {
            tab(
                    steps.get(i),
                    words.of("step." + i + ".tab"),
                    words.of("step." + i + ".title"),
                    i,
                    step);
        }
        showAll.setProperty("checked", shown.view().showAll());
        Native.setText(showAllText, words.of("showall"));
        Native.setHtml(content, StepContent.of(shown));
        updateBox.setVisible(step == View.LAST_STEP);
        if (step == View.LAST_STEP) {
            showUpdate(shown);
        }
        move(
                previous,
                step == 0,
                "← "
                        + (step == 0
                                ? words.of("previous")
                                : words.of("step." + (step - 1) + ".short")));
        boolean end = step == View.LAST_STEP;
        move(
                next,
                end,
                (end ? words.of("next") : words.of("step." + (step + 1) + ".short")) + " →");
        selected.show(shown);
    }

    private static void tab(Element tab, String text, String title, int i, int step) {
        Native.setText(tab, i == step ? text : i < step ? text + " ✓" : text);
        Native.setAttribute(tab, "title", title);
        Native.setAttribute(tab, "class", i == step ? "on" : i < step ? "done" : "later");
        Native.setAttribute(tab, "aria-current", i == step ? "step" : null);
    }

    private static void move(Element button, boolean disabled, String text) {
        Native.setText(button, text);
        Native.setEnabled(button, !disabled);
    }

    private void showUpdate(Shown shown) {
        double before = shown.exact().trace().loss();
        double after =
                org.chainrule.engine.Backprop.loss(
                        new Edit.ApplyUpdate().apply(shown.worksheet()).problem());
        Native.setText(update, shown.words().of("update.apply"));
        Native.setText(
                updateNote,
                shown.words()
                        .of(
                                "update.note",
                                shown.view().notation().loss(),
                                shown.numbers().format(before, Math.max(4, shown.view().digits())),
                                shown.numbers().format(after, Math.max(4, shown.view().digits()))));
    }
}
