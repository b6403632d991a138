package org.chainrule.workbench.network;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Part;
import org.chainrule.workbench.kit.Shown;

/** The network drawn, to be looked at only. */
@Tag("network-view")
@JsModule("./network-view.ts")
public final class NetworkDrawing extends Component implements Part {
    public NetworkDrawing() {
        getElement().setAttribute("inert", true);
    }

    @Override
    public void show(Shown shown) {
        Native.setBean(getElement(), "scene", NetworkScene.of(shown, "print.thinned"));
    }
}
