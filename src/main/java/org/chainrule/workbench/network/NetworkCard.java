package org.chainrule.workbench.network;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import org.chainrule.derivation.Quantity;
import org.chainrule.workbench.build.LayerControls;
import org.chainrule.workbench.compare.PinButton;
import org.chainrule.workbench.kit.Actions;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Part;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Text;
import org.jspecify.annotations.Nullable;

/**
 * The network drawn, J, the sample on show, and the fields for inputs, targets and the learning
 * rate.
 */
@Tag("section")
@JsModule("./network-view.ts")
@JsModule("./value-field.ts")
@CssImport("./build-parts.css")
@CssImport("./network-controls.css")
public final class NetworkCard extends Component implements Part {
    private final Element heading = Native.of("h2", "");
    private final PinButton pin;
    private final Element network = new Element("network-view");
    private final SampleStepper stepper;
    private final Element note = Native.of("p", "note");
    private final Element fields = Native.of("div", "fields");
    private final List<Element> cells = new ArrayList<>();

    record Field(
            String q,
            String text,
            String aria,
            String label,
            @Nullable String error,
            @JsonInclude(Include.NON_NULL) @Nullable String delta,
            int rev) {}

    public NetworkCard(Actions actions) {
        stepper = new SampleStepper(actions);
        pin = new PinButton(actions);
        getElement().setAttribute("class", "card network");
        getElement()
                .appendChild(
                        Native.of("div", "heading", heading, pin.getElement()),
                        Native.of("div", "samples", stepper.getElement(), note),
                        network,
                        fields);
    }

    @Override
    public void show(Shown shown) {
        Native.setHtml(
                heading,
                shown.words().of("network.heading")
                        + " · "
                        + shown.view().notation().loss()
                        + " = "
                        + NeuronTable.number(shown, Quantity.loss()));
        pin.show(shown);
        Native.setBean(network, "scene", NetworkScene.of(shown));
        Native.setBean(network, "controls", LayerControls.of(shown));
        showSamples(shown);
        showFields(shown);
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

    private void showFields(Shown shown) {
        List<Field> shownFields = new ArrayList<>();
        for (int t = 1; t <= shown.network().inputs(); t++) {
            shownFields.add(field(shown, Quantity.x(t), "x" + Text.subscript(t)));
        }
        for (int k = 1; k <= shown.network().outputs(); k++) {
            shownFields.add(field(shown, Quantity.y(k), "y" + Text.subscript(k)));
        }
        shownFields.add(field(shown, Quantity.learningRate(), "α"));
        while (cells.size() > shownFields.size()) {
            cells.removeLast().removeFromParent();
        }
        while (cells.size() < shownFields.size()) {
            Element cell = new Element("value-field");
            cells.add(cell);
            fields.appendChild(cell);
        }
        for (int i = 0; i < cells.size(); i++) {
            Native.setBean(cells.get(i), "field", shownFields.get(i));
        }
    }

    private static Field field(Shown shown, Quantity quantity, String label) {
        String aria = shown.words().of("field." + quantity.kind(), quantity.k());
        return new Field(
                quantity.address(),
                shown.field(quantity),
                aria,
                label,
                shown.error(quantity),
                shown.delta(quantity),
                shown.revision());
    }
}
