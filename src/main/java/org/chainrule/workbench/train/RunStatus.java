package org.chainrule.workbench.train;

import com.vaadin.flow.dom.Element;
import java.util.Optional;
import org.chainrule.derivation.Quantity;
import org.chainrule.engine.training.Ending;
import org.chainrule.engine.training.Overflow;
import org.chainrule.runs.Progress;
import org.chainrule.runs.Run;
import org.chainrule.workbench.kit.Actions;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.WorksheetRun;

/** How far a run is, how it ended, J and its gradient's norm now, and what play would do. */
final class RunStatus {
    private final Trainer trainer;
    private final Element bar = new Element("progress");
    private final Element barText = Native.of("span", "far");
    private final Element timeText = Native.of("span", "time");
    private final Element sentence = Native.of("p", "sentence");
    private final Element culprit;
    private final Element outlook = Native.of("p", "outlook");
    private final Element taken = Native.of("p", "taken");
    private final Element facts = Native.of("p", "now");
    private final Element progress;
    private Optional<Overflow> overflow = Optional.empty();

    RunStatus(Actions actions, Trainer trainer) {
        this.trainer = trainer;
        culprit =
                Native.button(
                        "btn culprit", () -> overflow.ifPresent(first -> select(actions, first)));
        sentence.setAttribute("role", "status");
        progress = Native.of("div", "progress", bar, Native.of("p", "", barText, timeText));
    }

    /** The elements, in their order on the page. */
    Element[] elements() {
        return new Element[] {progress, sentence, taken, culprit, outlook, facts};
    }

    private static void select(Actions actions, Overflow first) {
        actions.change(w ->
                w.look(v -> {
                    Quantity quantity =
                            Sentences.quantity(first, w.worksheet().problem().network());
                    return (first.sample() < 0 ? v : v.withSample(first.sample()))
                            .withSelection(quantity);
                }));
    }

    void show(Shown shown, String refusal) {
        Sentences sentences = new Sentences(shown);
        Optional<WorksheetRun> run = trainer.run();
        progress.setVisible(run.isPresent());
        run.ifPresent(r -> showProgress(shown, sentences, r.run()));
        Native.setText(sentence, run.map(r -> sentences.state(r.run())).orElse(""));
        Native.setText(taken, run.map(r -> sentences.taken(r.run())).orElse(""));
        overflow = run.flatMap(r -> first(r.run()));
        culprit.setVisible(overflow.isPresent());
        overflow.ifPresent(first ->
                Native.setText(
                        culprit,
                        sentences.of(
                                "culprit",
                                shown.name(Sentences.quantity(first, shown.network())))));
        Native.setText(outlook, refusal.isEmpty() ? sentences.outlook(trainer) : refusal);
        Native.setAttribute(outlook, "class", refusal.isEmpty() ? "outlook" : "outlook reason");
        Native.setHtml(facts, RunFacts.of(shown, trainer));
    }

    private static Optional<Overflow> first(Run run) {
        return run.progress()
                .ending()
                .flatMap(ending ->
                        ending instanceof Ending.Diverged diverged
                                ? Optional.of(diverged.first())
                                : Optional.empty());
    }

    private void showProgress(Shown shown, Sentences sentences, Run run) {
        Progress now = run.progress();
        int epochs = run.plan().epochs();
        String far = sentences.position(now.at(), epochs);
        Native.setAttribute(bar, "aria-label", shown.words().of("train.progress"));
        Native.setAttribute(bar, "max", Integer.toString(epochs));
        Native.setAttribute(bar, "value", Integer.toString(now.at().epoch()));
        Native.setText(barText, far);
        Native.setText(timeText, sentences.time(now, run.plan()));
    }
}
