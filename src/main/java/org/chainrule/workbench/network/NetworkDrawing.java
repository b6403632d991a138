package org.chainrule.workbench.network;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.Map;
import org.chainrule.workbench.kit.Part;
import org.chainrule.workbench.kit.Sent;
import org.chainrule.workbench.kit.Shown;

/** The network drawn, to be looked at only. */
@Tag("network-view")
@JsModule("./network-view.ts")
public final class NetworkDrawing extends Component implements Part {
    private final Sent<NetworkScene> scene = Sent.<NetworkScene>bean(getElement(), "scene");
    private final Sent<NetworkChoice> choice = Sent.<NetworkChoice>bean(getElement(), "choice");
    private final Sent<Map<String, String>> names =
            Sent.<Map<String, String>>bean(getElement(), "names");

    public NetworkDrawing() {
        getElement().setAttribute("inert", true);
        getElement().setAttribute("data-drawing", "");
    }

    @Override
    public void show(Shown shown) {
        NetworkScene drawn = NetworkScene.of(shown, "print.thinned");
        scene.show(drawn);
        names.show(drawn.names(shown));
        choice.show(NetworkChoice.of(shown));
    }
}
