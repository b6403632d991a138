package org.chainrule.workbench.train;

import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import org.chainrule.engine.Network;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Text;
import org.chainrule.workbench.train.OutputMap.Range;

/** What the network makes of its inputs: a map of the plane for two, a curve for one. */
final class OutputView {
    private final Trainer trainer;
    private final Element map = new Element("output-map");
    private final Element line = new Element("output-line");
    private final Element heading = new Element("span");
    private final Element output;
    private final Element head;
    private final Element root;

    OutputView(Trainer trainer) {
        this.trainer = trainer;
        output =
                Native.select(
                        text -> trainer.setUp(trainer.setup().withOutput(Integer.parseInt(text))));
        head = Native.of("label", "output", heading, output);
        root = Native.of("div", "outputs", head, map, line);
    }

    Element element() {
        return root;
    }

    void show(Shown shown) {
        int inputs = shown.network().inputs();
        root.setVisible(inputs <= 2);
        map.setVisible(inputs == 2);
        line.setVisible(inputs == 1);
        if (inputs > 2) {
            return;
        }
        Palette palette = Palette.of(shown.problem(), shown.view().run().output());
        Network network = network(shown);
        showChoice(shown, inputs);
        if (inputs == 2) {
            showMap(shown, network, palette);
        } else {
            int chosen = Math.max(0, shown.view().run().output() - 1);
            Native.setBean(line, "scene", LineScene.of(shown, network, chosen));
        }
    }

    /** The run's network while it goes on from this worksheet, else the page's. */
    private Network network(Shown shown) {
        return trainer.run()
                .filter(_ -> trainer.isRunning())
                .filter(run -> run.isUntouched(shown.worksheet()))
                .map(run -> run.run().progress().network())
                .orElse(shown.network());
    }

    private void showMap(Shown shown, Network network, Palette palette) {
        Range across = Range.around(MapScene.inputs(shown.problem(), 0));
        Range up = Range.around(MapScene.inputs(shown.problem(), 1));
        Native.setBean(map, "scene", MapScene.of(shown, palette, across, up));
        Native.setBean(map, "map", OutputMap.of(network, across, up, palette));
    }

    private void showChoice(Shown shown, int inputs) {
        int outputs = shown.network().outputs();
        Native.setText(heading, shown.words().of("train.output"));
        output.setVisible(outputs > 1);
        List<Native.Option> options = new ArrayList<>();
        boolean largest = inputs == 2 && outputs <= Palette.MOST_CLASSES;
        if (largest) {
            options.add(new Native.Option("0", shown.words().of("train.output.largest")));
        }
        String activation = shown.view().notation().activation();
        for (int k = 1; k <= outputs; k++) {
            options.add(new Native.Option(Integer.toString(k), activation + Text.subscript(k)));
        }
        int chosen = shown.view().run().output();
        Native.options(output, options, Integer.toString(largest ? chosen : Math.max(1, chosen)));
    }
}
