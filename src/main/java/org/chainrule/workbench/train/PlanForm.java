package org.chainrule.workbench.train;

import com.vaadin.flow.dom.Element;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.chainrule.engine.training.Plan;
import org.chainrule.workbench.kit.LabelledInput;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.train.PlanText.Field;
import org.chainrule.worksheet.RunSetup;
import org.jspecify.annotations.Nullable;

/** The plan, typed field by field; what cannot be stays in its field with the reason. */
final class PlanForm {
    private static final String GIVEN = "given";
    private static final String SHUFFLED = "shuffled";

    private final Trainer trainer;
    private final Map<Field, LabelledInput> entries = new EnumMap<>(Field.class);
    private final Element stop = Native.of("legend", "");
    private final Element paceText = new Element("span");
    private final Element pace;
    private final Element orderText = new Element("span");
    private final Element order;
    private final Element root;
    private @Nullable Shown shown;

    PlanForm(Trainer trainer) {
        this.trainer = trainer;
        for (Field field : Field.values()) {
            entries.put(field, entry(field));
        }
        pace = Native.select(text -> setUp(setup().withPace(Integer.parseInt(text))));
        Element paceBox = Native.of("div", "labelled", Native.of("label", "", paceText, pace));
        order = Native.select(this::ordered);
        order.setAttribute("data-plan", "order");
        Element orderBox = Native.of("div", "labelled", Native.of("label", "", orderText, order));
        Element plan =
                Native.of(
                        "div",
                        "plan",
                        box(Field.EPOCHS),
                        box(Field.BATCH),
                        paceBox,
                        orderBox,
                        box(Field.SEED));
        Element until = Native.of("fieldset", "until", stop, box(Field.LOSS), box(Field.NORM));
        root = Native.of("div", "settings", plan, until);
    }

    Element element() {
        return root;
    }

    private Element box(Field field) {
        return Objects.requireNonNull(entries.get(field)).element();
    }

    private LabelledInput entry(Field field) {
        boolean whole = field != Field.LOSS && field != Field.NORM;
        LabelledInput entry =
                new LabelledInput(
                        "plan-" + field.key(),
                        whole ? "numeric" : "decimal",
                        text -> typed(field, text));
        entry.input().setAttribute("data-plan", field.key());
        return entry;
    }

    private RunSetup setup() {
        return shown == null ? RunSetup.INITIAL : shown.view().run();
    }

    private void setUp(RunSetup setup) {
        trainer.setUp(setup);
    }

    private void ordered(String order) {
        Plan plan = setup().plan();
        setUp(setup().with(order.equals(GIVEN) ? plan.inGivenOrder() : plan.withSeed(1)));
    }

    private void typed(Field field, String text) {
        LabelledInput entry = Objects.requireNonNull(entries.get(field));
        RunSetup setup = setup();
        PlanText.read(setup.plan(), field, text)
                .ifPresentOrElse(
                        plan -> {
                            entry.accept();
                            setUp(setup.with(plan));
                        },
                        () ->
                                entry.refuse(
                                        shown == null
                                                ? ""
                                                : shown.words().of("train.wrong." + field.key())));
    }

    void show(Shown shown) {
        this.shown = shown;
        boolean running = trainer.isRunning();
        entries.forEach((field, entry) -> show(shown, field, entry, running));
        Native.setText(stop, shown.words().of("train.stop.when"));
        boolean shuffled = shown.view().run().plan().shuffled();
        box(Field.SEED).setVisible(shuffled);
        Native.setText(orderText, shown.words().of("train.order"));
        Native.options(
                order,
                Stream.of(SHUFFLED, GIVEN)
                        .map(key -> new Native.Option(key, shown.words().of("train.order." + key)))
                        .toList(),
                shuffled ? SHUFFLED : GIVEN);
        Native.setEnabled(order, !running);
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

    private static void show(Shown shown, Field field, LabelledInput entry, boolean running) {
        Native.setEnabled(entry.input(), !running);
        if (field == Field.BATCH) {
            Native.setAttribute(entry.input(), "placeholder", shown.words().of("train.batch.all"));
        }
        String loss = shown.view().notation().loss();
        entry.show(
                shown.words().of("train." + field.key(), loss),
                PlanText.of(shown.view().run().plan(), field, shown.numbers()));
    }
}
