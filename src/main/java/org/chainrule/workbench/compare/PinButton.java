package org.chainrule.workbench.compare;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import org.chainrule.workbench.kit.Actions;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Part;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Workspace;

/** Pins the present state, or lets it go. */
@Tag("button")
@CssImport("./compare.css")
public final class PinButton extends Component implements Part {
    private boolean pinned;

    public PinButton(Actions actions) {
        getElement().setAttribute("type", "button");
        getElement().setAttribute("class", "btn pin");
        getElement()
                .addEventListener(
                        "click", _ -> actions.change(pinned ? Workspace::unpin : Workspace::pin));
    }

    @Override
    public void show(Shown shown) {
        pinned = shown.comparison() != null;
        Native.setText(getElement(), shown.words().of("pin"));
        Native.setAttribute(getElement(), "aria-pressed", Boolean.toString(pinned));
        Native.setAttribute(getElement(), "title", shown.words().of(pinned ? "pin.off" : "pin.on"));
    }
}
