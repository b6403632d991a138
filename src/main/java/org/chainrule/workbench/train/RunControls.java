package org.chainrule.workbench.train;

import com.vaadin.flow.dom.Element;
import org.chainrule.runs.Run.Goal;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Words;

/** Play, pause, one update, one epoch, stop, run again. */
final class RunControls {
    private final Trainer trainer;
    private final Element play;
    private final Element update;
    private final Element epoch;
    private final Element stop;
    private final Element again;
    private final Element root;

    RunControls(Trainer trainer) {
        this.trainer = trainer;
        play = button("btn pri play", "play", this::play);
        update = button("btn", "update", () -> trainer.go(Goal.UPDATE));
        epoch = button("btn", "epoch", () -> trainer.go(Goal.EPOCH));
        stop = button("btn", "stop", trainer::stop);
        again = button("btn", "again", trainer::again);
        root = Native.of("div", "controls", play, update, epoch, stop, again);
        root.setAttribute("role", "group");
    }

    private static Element button(String classes, String key, Runnable pressed) {
        Element button = Native.button(classes, pressed);
        button.setAttribute("data-do", key);
        return button;
    }

    Element element() {
        return root;
    }

    private void play() {
        if (trainer.isRunning()) {
            trainer.pause();
        } else {
            trainer.go(Goal.END);
        }
    }

    void show(Shown shown, boolean refused) {
        Words words = shown.words();
        boolean running = trainer.isRunning();
        boolean open = trainer.isOpen();
        Native.setAttribute(root, "aria-label", words.of("train.controls"));
        text(play, words.of(running ? "train.pause" : open ? "train.continue" : "train.play"));
        text(update, words.of("train.update"));
        text(epoch, words.of("train.epoch.one"));
        text(stop, words.of("train.stop"));
        text(again, words.of("train.again"));
        boolean blocked = refused && !open;
        Native.setEnabled(play, running || !blocked);
        Native.setEnabled(update, !running && !blocked);
        Native.setEnabled(epoch, !running && !blocked);
        Native.setEnabled(stop, trainer.run().filter(c -> c.run().progress().isOpen()).isPresent());
        Native.setEnabled(again, trainer.run().isPresent() && !running);
    }

    /** "▶ Play": the sign is not read out. */
    private static void text(Element button, String text) {
        int space = text.indexOf(' ');
        boolean sign = space > 0 && !Character.isLetterOrDigit(text.codePointAt(0));
        Native.setText(button, text);
        Native.setAttribute(button, "aria-label", sign ? text.substring(space + 1) : null);
    }
}
