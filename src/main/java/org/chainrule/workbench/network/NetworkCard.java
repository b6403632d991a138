package org.chainrule.workbench.network;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.Element;
import java.util.Map;
import org.chainrule.derivation.Quantity;
import org.chainrule.workbench.build.LayerControls;
import org.chainrule.workbench.compare.PinButton;
import org.chainrule.workbench.kit.Actions;
import org.chainrule.workbench.kit.Explanation;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Part;
import org.chainrule.workbench.kit.Sent;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.worksheet.advice.Advice;

/** The network drawn, J, and the sample on show. */
@Tag("section")
@JsModule("./network-view.ts")
@CssImport("./stage.css")
@CssImport("./build-parts.css")
@CssImport("./network-controls.css")
public final class NetworkCard extends Component implements Part {
    private final Element heading = Native.of("h2", "");
    private final Sent<CharSequence> headed = Sent.html(heading);
    private final DescentCurve descent;
    private final FirstHints hints = new FirstHints();
    private final PinButton pin;
    private final Element reason = Native.of("p", "reason");
    private final Element network = new Element("network-view");
    private final Sent<NetworkScene> scene = Sent.<NetworkScene>bean(network, "scene");
    private final Sent<NetworkChoice> choice = Sent.<NetworkChoice>bean(network, "choice");
    private final Sent<Map<String, String>> names =
            Sent.<Map<String, String>>bean(network, "names");
    private final Sent<Stage> stage = Sent.<Stage>bean(network, "stage");
    private final Sent<LayerControls> controls = Sent.<LayerControls>bean(network, "controls");
    private final SampleStepper stepper;
    private final Element note = Native.of("p", "note");
    private final Element signs = Native.of("p", "signs");
    private final Sent<CharSequence> legend = Sent.html(signs);

    public NetworkCard(Actions actions) {
        network.setAttribute("data-drawing", "");
        stepper = new SampleStepper(actions);
        descent = new DescentCurve(actions);
        pin = new PinButton(actions);
        getElement().setAttribute("class", "card network");
        getElement().setAttribute("id", "network");
        getElement()
                .appendChild(
                        Native.of(
                                "div",
                                "heading",
                                heading,
                                descent.getElement(),
                                hints.getElement(),
                                pin.getElement()),
                        reason,
                        Native.of("div", "samples", stepper.getElement(), note),
                        network,
                        signs);
    }

    @Override
    public void show(Shown shown) {
        headed.show(
                shown.words().of("network.heading")
                        + " · "
                        + shown.view().notation().loss()
                        + " = "
                        + NeuronTable.number(shown, Quantity.loss()));
        Native.setText(reason, reason(shown));
        descent.show(shown);
        hints.show(shown);
        pin.show(shown);
        NetworkScene drawn = NetworkScene.of(shown);
        scene.show(drawn);
        names.show(drawn.names(shown));
        select(shown);
        Native.setAttribute(network, "data-step", shown.view().step().key());
        legend.show(Legend.of(shown));
        showSamples(shown);
    }

    @Override
    public void select(Shown shown) {
        choice.show(NetworkChoice.of(shown));
        stage.show(Stage.of(shown));
        controls.show(LayerControls.of(shown));
    }

    /** Why J is not finite, or a step not what it is by hand; or empty. */
    private static String reason(Shown shown) {
        return Advice.ofNumbers(shown.worksheet(), shown.values())
                .map(advice -> Explanation.of(advice, shown.words()).head())
                .orElse("");
    }

    private void showSamples(Shown shown) {
        int count = shown.problem().samples().size();
        stepper.setVisible(count > 1);
        note.setVisible(count > 1);
        if (count == 1) {
            return;
        }
        stepper.show(shown);
        String reduction = shown.problem().reduction().name();
        Native.setText(
                note,
                shown.words()
                        .of(
                                "sample.note." + reduction,
                                shown.view().sample() + 1,
                                count,
                                shown.view().notation().loss()));
    }
}
