package org.chainrule.workbench.steps;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.Element;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.chainrule.derivation.Quantity;
import org.chainrule.notation.Language;
import org.chainrule.workbench.kit.Actions;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Part;
import org.chainrule.workbench.kit.Sent;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Words;
import org.chainrule.worksheet.Edit;
import org.chainrule.worksheet.Step;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The forward pass and the steps after it: one at a time, in words, formulas and numbers. */
@Tag("div")
@JsModule("./tool-bar.ts")
@JsModule("./tex-button.ts")
@CssImport("./tex-button.css")
@CssImport("./dock.css")
public final class StepPanel extends Component implements Part {
    private static final int ALL = -1;

    private final Element tabs = Native.of("tool-bar", "steps");
    private final Map<Step, Element> steps = new EnumMap<>(Step.class);
    private final Element showAll = new Element("input");
    private final Element showAllText = new Element("span");
    private final Element whole = new Element("input");
    private final Element wholeText = new Element("span");
    private final Element content = Native.of("div", "content");
    private final Sent<CharSequence> sent = Sent.html(content);
    private final DeltaOffer offer;
    private final InputGradients inputs = new InputGradients();
    private final Element update;
    private final Element updateNote = Native.of("p", "facts");
    private final Element updateBox;
    private final Element previous;
    private final Element next;
    private final SelectedPanel selected;
    private final Element copy;
    private @Nullable Shown shown;

    public StepPanel(Actions actions) {
        selected = new SelectedPanel(actions);
        offer = new DeltaOffer(actions);
        tabs.setAttribute("role", "toolbar");
        for (Step step : Step.values()) {
            Element tab = Native.button("", () -> actions.change(w -> w.look(v -> v.taking(step))));
            tab.setAttribute("data-step", step.key());
            steps.put(step, tab);
            tabs.appendChild(tab);
        }
        checked(showAll, all -> actions.change(w -> w.look(v -> v.withShowAll(all))));
        checked(whole, on -> actions.change(w -> w.look(v -> v.withWholeLayers(on))));
        update =
                Native.button("btn pri", () -> actions.change(w -> w.edit(new Edit.ApplyUpdate())));
        updateBox = Native.of("div", "box update", update, updateNote);
        previous = Native.button("btn", () -> move(actions, -1));
        next = Native.button("btn pri", () -> move(actions, 1));
        copy = Native.copyButton("tex-all", () -> copy(actions, "step", ALL));
        getElement().setAttribute("class", "step");
        getElement()
                .addEventListener(
                        "cr-tex",
                        event -> {
                            JsonNode detail = event.getEventData().path("event.detail");
                            copy(
                                    actions,
                                    detail.path("part").asString(""),
                                    detail.path("number").asInt(0));
                        })
                .addEventData("event.detail");
        getElement()
                .appendChild(
                        tabs,
                        selected.getElement(),
                        Native.of(
                                "div",
                                "body",
                                content,
                                offer.getElement(),
                                inputs.getElement(),
                                copy,
                                updateBox,
                                Native.of(
                                        "div",
                                        "row",
                                        previous,
                                        Native.of(
                                                "div",
                                                "checks",
                                                Native.of("label", "all", showAll, showAllText),
                                                Native.of("label", "all", whole, wholeText)),
                                        next)));
    }

    private static void checked(Element box, Consumer<Boolean> change) {
        box.setAttribute("type", "checkbox");
        box.addEventListener(
                        "change",
                        event -> {
                            boolean on = event.getEventData().get("element.checked").asBoolean();
                            box.setProperty("checked", on);
                            change.accept(on);
                        })
                .addEventData("element.checked");
    }

    /** The first and the last step disable the button that led there: its focus goes to theirs. */
    private void move(Actions actions, int way) {
        actions.change(w -> w.step(way));
        Shown now = Objects.requireNonNull(shown);
        Step here = now.view().step();
        if (here.moved(now.worksheet(), way) == here) {
            Objects.requireNonNull(steps.get(here)).executeJs("this.focus()");
        }
    }

    /** Copies the LaTeX of formula {@code number} of a part of the panel, from 0, or of all. */
    private void copy(Actions actions, String part, int number) {
        Shown now = Objects.requireNonNull(shown);
        Quantity selection = now.view().selection();
        List<Equation> equations =
                switch (part) {
                    case "step" -> StepContent.equations(now);
                    case "inputs" -> InputGradients.equations(now);
                    default -> selection == null ? List.of() : Selected.equations(now, selection);
                };
        if (number == ALL) {
            actions.copy(
                    Equation.displayed(
                            equations.stream().map(equation -> equation.in(Language.LATEX))));
        } else if (number >= 0 && number < equations.size()) {
            actions.copy(equations.get(number).in(Language.LATEX).strip());
        }
    }

    @Override
    public void show(Shown shown) {
        this.shown = shown;
        Words words = shown.words();
        Step step = shown.view().step();
        List<Step> taken = Step.of(shown.worksheet());
        Native.setAttribute(tabs, "aria-label", words.of("steps"));
        steps.forEach((each, tab) -> {
            tab.setVisible(taken.contains(each));
            tab(tab, words.of(key(each, "tab")), words.of(key(each, "title")), each, step);
        });
        showAll.setProperty("checked", shown.view().showAll());
        Native.setText(showAllText, words.of("showall"));
        whole.setProperty("checked", shown.view().wholeLayers());
        Native.setText(wholeText, words.of("matrices"));
        sent.show(StepContent.of(shown));
        offer.show(shown);
        inputs.show(shown);
        Native.setText(copy, words.of("tex.all"));
        Native.setAttribute(getElement(), "data-tex", words.of("tex.one"));
        updateBox.setVisible(step == Step.UPDATE);
        if (step == Step.UPDATE) {
            showUpdate(shown);
        }
        move(previous, shown, -1, "← %s", "previous");
        move(next, shown, 1, "%s →", "next");
        selected.show(shown);
    }

    @Override
    public void select(Shown shown) {
        this.shown = shown;
        selected.show(shown);
    }

    private static String key(Step step, String text) {
        return "step." + step.key() + "." + text;
    }

    private static void tab(Element tab, String text, String title, Step step, Step current) {
        int order = step.compareTo(current);
        Native.setText(tab, order < 0 ? text + " ✓" : text);
        Native.setAttribute(tab, "title", title);
        Native.setAttribute(tab, "class", order == 0 ? "on" : order < 0 ? "done" : "later");
        Native.setAttribute(tab, "aria-current", order == 0 ? "step" : null);
    }

    private static void move(Element button, Shown shown, int way, String arrow, String nowhere) {
        Step here = shown.view().step();
        Step there = here.moved(shown.worksheet(), way);
        boolean end = there == here;
        Native.setText(
                button, arrow.formatted(shown.words().of(end ? nowhere : key(there, "short"))));
        Native.setEnabled(button, !end);
        if (way > 0) {
            Native.setAttribute(button, "class", end ? "btn" : "btn pri");
        }
    }

    private void showUpdate(Shown shown) {
        double before = shown.exact().trace().loss();
        double after =
                org.chainrule.engine.Backprop.loss(
                        Edit.ApplyUpdate.apply(shown.worksheet(), shown.values()).problem());
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
