package org.chainrule.workbench.train;

import com.vaadin.flow.dom.Element;
import java.util.Optional;
import org.chainrule.engine.training.Position;
import org.chainrule.engine.training.Recording;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Shown;
import tools.jackson.databind.JsonNode;

/** Goes back to any epoch of the run: its worksheet is put on the page. */
final class EpochSlider {
    private final Trainer trainer;
    private final Element slider = new Element("run-slider");

    /** The shape of {@code run-slider.ts}. */
    record Scene(int most, int value, String label, String text) {}

    EpochSlider(Trainer trainer) {
        this.trainer = trainer;
        slider.addEventListener(
                        "cr-epoch",
                        event -> {
                            JsonNode detail = event.getEventData().path("event.detail");
                            trainer.goTo(
                                    detail.path("epoch").asInt(0),
                                    detail.path("phase").asString("").equals("start"));
                        })
                .addEventData("event.detail");
    }

    Element element() {
        return slider;
    }

    void show(Shown shown) {
        Optional<Recording> recording = trainer.run().flatMap(c -> c.run().recording());
        slider.setVisible(recording.isPresent());
        recording.ifPresent(run -> show(shown, run));
    }

    private void show(Shown shown, Recording run) {
        Sentences sentences = new Sentences(shown);
        Optional<Position> at =
                trainer.isRunning()
                        ? trainer.run().map(r -> r.run().progress().at())
                        : trainer.position();
        String text =
                at.map(position -> sentences.position(position, run.epoch()))
                        .orElseGet(() -> sentences.of("position.none"));
        Native.setBean(
                slider,
                "scene",
                new Scene(
                        run.epoch(),
                        at.map(Position::epoch).orElse(run.epoch()),
                        sentences.of("slider"),
                        text));
    }
}
