package org.chainrule.workbench.train;

import com.vaadin.flow.dom.Element;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.train.PlanText.Field;
import org.chainrule.worksheet.RunSetup;
import org.jspecify.annotations.Nullable;

/** The plan, typed field by field; what cannot be stays in its field with the reason. */
final class PlanForm {
    private final Trainer trainer;
    private final Map<Field, Entry> entries = new EnumMap<>(Field.class);
    private final Element stop = Native.of("legend", "");
    private final Element paceText = new Element("span");
    private final Element pace;
    private final Element root;
    private @Nullable Shown shown;

    /** A field with its label and the reason why its text is refused. */
    private record Entry(Element box, Element label, Element input, Element reason) {}

    PlanForm(Trainer trainer) {
        this.trainer = trainer;
        for (Field field : Field.values()) {
            entries.put(field, entry(field));
        }
        pace = Native.select(text -> setUp(setup().withPace(Integer.parseInt(text))));
        Element paceBox = Native.of("div", "labelled", Native.of("label", "", paceText, pace));
        Element plan =
                Native.of(
                        "div",
                        "plan",
                        box(Field.EPOCHS),
                        box(Field.BATCH),
                        box(Field.SEED),
                        paceBox);
        Element until = Native.of("fieldset", "until", stop, box(Field.LOSS), box(Field.NORM));
        root = Native.of("div", "settings", plan, until);
    }

    Element element() {
        return root;
    }

    private Element box(Field field) {
        return Objects.requireNonNull(entries.get(field)).box();
    }

    private Entry entry(Field field) {
        Element label = new Element("span");
        Element input = new Element("input");
        input.setAttribute("type", "text");
        input.setAttribute(
                "inputmode", field == Field.LOSS || field == Field.NORM ? "decimal" : "numeric");
        input.setAttribute("autocomplete", "off");
        input.setAttribute("data-plan", field.key());
        input.setAttribute("aria-describedby", "plan-" + field.key());
        Element reason = Native.of("span", "reason");
        reason.setAttribute("id", "plan-" + field.key());
        reason.setAttribute("role", "alert");
        input.addEventListener(
                        "change",
                        event -> typed(field, event.getEventData().get("element.value").asString()))
                .addEventData("element.value");
        Element box = Native.of("div", "labelled", Native.of("label", "", label, input), reason);
        return new Entry(box, label, input, reason);
    }

    private RunSetup setup() {
        return shown == null ? RunSetup.INITIAL : shown.view().run();
    }

    private void setUp(RunSetup setup) {
        trainer.setUp(setup);
    }

    private void typed(Field field, String text) {
        Entry entry = Objects.requireNonNull(entries.get(field));
        entry.input().setProperty("value", text);
        RunSetup setup = setup();
        PlanText.read(setup.plan(), field, text)
                .ifPresentOrElse(
                        plan -> {
                            refuse(entry, "");
                            setUp(setup.with(plan));
                        },
                        () ->
                                refuse(
                                        entry,
                                        shown == null
                                                ? ""
                                                : shown.words().of("train.wrong." + field.key())));
    }

    private static void refuse(Entry entry, String reason) {
        Native.setText(entry.reason(), reason);
        Native.setAttribute(entry.input(), "aria-invalid", reason.isEmpty() ? null : "true");
    }

    void show(Shown shown) {
        this.shown = shown;
        boolean running = trainer.isRunning();
        entries.forEach((field, entry) -> show(shown, field, entry, running));
        Native.setText(stop, shown.words().of("train.stop.when"));
        Native.setText(paceText, shown.words().of("train.pace"));
        Native.options(
                pace,
                RunSetup.PACES.stream()
                        .map(p ->
                                new Native.Option(
                                        p.toString(), shown.words().of("train.pace." + p)))
                        .toList(),
                Integer.toString(shown.view().run().pace()));
    }

    private static void show(Shown shown, Field field, Entry entry, boolean running) {
        String loss = shown.view().notation().loss();
        Native.setText(entry.label(), shown.words().of("train." + field.key(), loss));
        Native.setEnabled(entry.input(), !running);
        if (field == Field.BATCH) {
            Native.setAttribute(entry.input(), "placeholder", shown.words().of("train.batch.all"));
        }
        if (entry.reason().getText().isEmpty()) {
            String text = PlanText.of(shown.view().run().plan(), field, shown.numbers());
            if (!text.equals(entry.input().getProperty("value"))) {
                entry.input().setProperty("value", text);
            }
        }
    }
}
