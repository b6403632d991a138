package org.chainrule.workbench.data;

import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.chainrule.workbench.kit.Actions;
import org.chainrule.workbench.kit.LabelledInput;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Part;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.worksheet.advice.Objection;
import org.chainrule.worksheet.advice.ToyFit;
import org.chainrule.worksheet.toy.ToyData;
import org.jspecify.annotations.Nullable;

/**
 * Toy data: what they are to be, how they look, and the way onto the worksheet, which they leave
 * alone until then.
 */
final class ToyForm implements Part {
    private final Actions actions;
    private final SampleDeeds deeds;
    private final ToyKinds kinds = new ToyKinds(kind -> change(data -> data.with(kind)));
    private final LabelledInput count =
            new LabelledInput("toy-count", "numeric", text -> typedCount(text));
    private final LabelledInput seed =
            new LabelledInput("toy-seed", "numeric", text -> typedSeed(text));
    private final NoiseSlider noise =
            new NoiseSlider(
                    moving -> preview(data().withNoise(moving)),
                    chosen -> change(data -> data.withNoise(chosen)));
    private final Element heading = Native.of("h3", "");
    private final Element next = Native.button("btn", () -> change(ToyData::next));
    private final Element rule = Native.of("p", "rule");
    private final Element chance = Native.of("p", "chance");
    private final Element targets = Native.of("p", "targets");
    private final Element plot = new Element("toy-plot");
    private final Element misfits = Native.of("div", "misfits");
    private final Element use = Native.button("btn pri", () -> use(false));
    private final Element adapt = Native.button("btn pri", () -> use(true));
    private final Element used = Native.of("p", "used");
    private final Element root;
    private @Nullable Shown shown;

    ToyForm(Actions actions, SampleDeeds deeds) {
        this.actions = actions;
        this.deeds = deeds;
        used.setAttribute("role", "status");
        misfits.setAttribute("role", "status");
        Element seeds = Native.of("div", "seeds", seed.element(), next);
        Element settings =
                Native.of("div", "settings", rule, count.element(), noise.element(), seeds, chance);
        root =
                Native.of(
                        "section",
                        "toy",
                        heading,
                        kinds.element(),
                        Native.of("div", "made", settings, plot),
                        targets,
                        misfits,
                        Native.of("div", "deeds", use, adapt, used));
        heading.setAttribute("id", "toy");
        root.setAttribute("aria-labelledby", "toy");
    }

    Element element() {
        return root;
    }

    private ToyData data() {
        return shown == null ? ToyData.INITIAL : shown.view().toy();
    }

    private void change(UnaryOperator<ToyData> change) {
        actions.change(w -> w.look(v -> v.withToy(change.apply(v.toy()))));
    }

    private void typedCount(String text) {
        typed(
                count,
                LabelledInput.whole(text, ToyData.FEWEST, ToyData.MOST)
                        .map(value -> data().withCount(value)),
                "toy.wrong.count");
    }

    private void typedSeed(String text) {
        typed(
                seed,
                LabelledInput.whole(text, 0, ToyData.LARGEST_SEED)
                        .map(value -> data().withSeed(value)),
                "toy.wrong.seed");
    }

    private void typed(LabelledInput field, Optional<ToyData> made, String wrong) {
        made.ifPresentOrElse(
                changed -> {
                    field.accept();
                    change(_ -> changed);
                },
                () -> field.refuse(shown == null ? "" : shown.words().of(wrong)));
    }

    private void use(boolean adapted) {
        if (shown != null) {
            ToyFit fit = fit(shown, data());
            deeds.change(shown, adapted ? fit.adapt() : fit.use(), 0);
            // The button that was pressed may be gone.
            use.callJsFunction("focus");
        }
    }

    private static ToyFit fit(Shown shown, ToyData data) {
        return new ToyFit(data, shown.worksheet(), shown.view().initialiser());
    }

    @Override
    public void show(Shown shown) {
        this.shown = shown;
        Native.setText(heading, shown.words().of("toy.heading"));
        kinds.show(shown.words(), data().kind());
        count.show(shown.words().of("toy.count"), Integer.toString(data().count()));
        seed.show(shown.words().of("toy.seed"), Integer.toString(data().seed()));
        Native.setText(next, shown.words().of("toy.next"));
        noise.name(shown.words().of("toy.noise"));
        noise.set(data().noise());
        preview(data());
    }

    /** Shows {@code data} without choosing them. */
    private void preview(ToyData data) {
        if (shown == null) {
            return;
        }
        ToyFit fit = fit(shown, data);
        ToyTexts texts = new ToyTexts(shown, fit);
        noise.say(texts.noise());
        Native.setText(rule, texts.rule());
        Native.setText(chance, texts.chance());
        Native.setText(targets, texts.targets());
        Native.setBean(
                plot,
                "plot",
                ToyPlot.of(data, texts.label(), texts.target(), texts.legend(), shown.numbers()));
        showFit(shown, fit, texts);
    }

    private void showFit(Shown shown, ToyFit fit, ToyTexts texts) {
        List<Objection> found = fit.misfits();
        StringBuilder html = new StringBuilder();
        found.forEach(misfit -> html.append(texts.paragraph(misfit)));
        if (!found.isEmpty()) {
            html.append(texts.adapting(found));
        }
        Native.setHtml(misfits, html.toString());
        Native.setText(use, shown.words().of("toy.use"));
        use.setVisible(fit.isFitting());
        use.setAttribute("class", found.isEmpty() ? "btn pri" : "btn");
        Native.setText(adapt, shown.words().of("toy.adapt"));
        adapt.setVisible(!found.isEmpty());
        Native.setText(used, fit.isInUse() ? shown.words().of("toy.used") : "");
    }
}
