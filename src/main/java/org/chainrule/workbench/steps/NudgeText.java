package org.chainrule.workbench.steps;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.derivation.ExactValues;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Values;
import org.chainrule.engine.Crossing;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Nudge;
import org.chainrule.notation.ActivationNames;
import org.chainrule.notation.DifferenceQuotients;
import org.chainrule.notation.Language;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Text;
import org.chainrule.worksheet.Worksheet;

/** What a nudge does to J, and what the gradient says of it, in sentences. */
final class NudgeText {
    private final Shown shown;
    private final Quantity parameter;
    private final Nudge nudge;
    private final NudgeNumbers numbers;
    private final DifferenceQuotients written;
    private final String loss;
    private final String name;

    NudgeText(Shown shown, Quantity parameter, Nudge nudge) {
        this.shown = shown;
        this.parameter = parameter;
        this.nudge = nudge;
        numbers = new NudgeNumbers(shown.numbers(), Math.max(4, shown.view().digits()));
        written = new DifferenceQuotients(Language.MATHML, shown.signs(), parameter);
        loss = Text.inline(written.loss());
        name = Text.inline(written.parameter());
    }

    /** What +h would do, and what stands in the way of comparing. */
    String forecast() {
        StringBuilder html = new StringBuilder("<p>");
        html.append(
                of(
                        "nudge.forecast",
                        loss,
                        bold(numbers.change(nudge.above() - nudge.loss())),
                        bold(numbers.change(nudge.h() * nudge.gradient()))));
        html.append("</p>");
        notes().forEach(note -> html.append("<p class=\"facts why\">").append(note).append("</p>"));
        return html.toString();
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!nudge.isFinite()) {
            notes.add(of("nudge.infinite", loss));
        } else if (!nudge.isFelt()) {
            notes.add(of("nudge.unfelt", name));
        } else if (!nudge.crossings().isEmpty()) {
            notes.add(kink(nudge.crossings().getFirst(), nudge.crossings().size() - 1));
        }
        return notes;
    }

    private String kink(Crossing crossing, int more) {
        Layer layer = shown.network().layer(crossing.layer());
        String neuron = shown.neuron(layer, crossing.neuron() + 1);
        String others = more == 0 ? "" : of("nudge.kink.more", shown.numbers().count(more));
        String sample =
                shown.isBatch()
                        ? of("nudge.kink.sample", shown.numbers().grouped(crossing.sample() + 1L))
                        : "";
        double p = crossing.preactivation();
        String slope = shown.numbers().full(layer.activation().derivative(p, layer.shape()));
        String letter = shown.view().notation().preactivation();
        return p == 0
                ? of(
                        "nudge.kink.at",
                        neuron + others + sample,
                        letter,
                        loss,
                        ActivationNames.of(layer.activation()),
                        slope)
                : of(
                        "nudge.kink.crossed",
                        neuron + others + sample,
                        letter,
                        shown.numbers().significant(p, 2),
                        loss,
                        slope);
    }

    /** What the last edit did to J, if it changed the parameter alone; empty otherwise. */
    String moved() {
        return shown.history().beforeChangeOf(parameter).map(this::moved).orElse("");
    }

    private String moved(Worksheet before) {
        ExactValues old = ExactValues.of(before.problem());
        double from = old.value(parameter, Values.BATCH);
        double was = old.trace().loss();
        double gradient = old.value(Selected.subject(parameter), Values.BATCH);
        double change = nudge.loss() - was;
        double step = Nudge.moved(nudge.value(), -from);
        String sentence =
                of(
                        "nudge.moved",
                        name,
                        bold(shown.numbers().full(from)),
                        bold(shown.numbers().full(nudge.value())),
                        loss,
                        bold(numbers.loss(was, change)),
                        bold(numbers.loss(nudge.loss(), change)));
        String slopes =
                of(
                        "nudge.moved.slope",
                        Text.inline(written.changes(numbers.change(change), numbers.step(step))),
                        bold(numbers.brief(change / step)),
                        bold(numbers.brief(gradient)));
        return "<p>" + sentence + "</p><p>" + slopes + "</p>";
    }

    private String of(String key, Object... arguments) {
        return shown.words().of(key, arguments);
    }

    private static String bold(String text) {
        return "<b>" + text + "</b>";
    }
}
