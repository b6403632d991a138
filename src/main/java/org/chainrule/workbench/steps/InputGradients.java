package org.chainrule.workbench.steps;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.util.List;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Part;
import org.chainrule.workbench.kit.Sent;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.worksheet.Step;
import org.jspecify.annotations.Nullable;

/** ∂J/∂x of the inputs beside the last step back: folded, and written only once it is opened. */
@Tag("details")
final class InputGradients extends Component implements Part {
    private final Element summary = new Element("summary");
    private final Element content = Native.of("div", "");
    private final Sent<CharSequence> sent = Sent.html(content);
    private boolean open;
    private @Nullable Shown shown;

    InputGradients() {
        getElement().setAttribute("class", "inputs");
        getElement().appendChild(summary, content);
        getElement()
                .addEventListener(
                        "toggle",
                        event -> open(event.getEventData().get("element.open").asBoolean()))
                .addEventData("element.open");
    }

    private void open(boolean opened) {
        open = opened;
        if (shown != null) {
            show(shown);
        }
    }

    /** The formulas that are shown, in their order. */
    static List<Equation> equations(Shown shown) {
        return StepContent.equationsOfInputs(shown);
    }

    /** What is shown, as HTML. */
    String text() {
        return sent.text();
    }

    static String symbol(Shown shown) {
        return shown.view().notation().symbol(Kind.DX);
    }

    @Override
    public void show(Shown shown) {
        this.shown = shown;
        boolean here = shown.view().step() == Step.HIDDEN_WEIGHTS;
        setVisible(here);
        if (here) {
            Native.setText(summary, shown.words().of("step.inputs", symbol(shown)));
            sent.show(open ? StepContent.ofInputs(shown) : "");
        }
    }
}
