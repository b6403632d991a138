package org.chainrule.workbench.network;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.Element;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Part;
import org.chainrule.workbench.kit.Shown;

/**
 * What to do first, one thing at a time: only the browser knows which of them its reader has done,
 * and shows the next.
 */
@Tag("first-hints")
@JsModule("./first-hints.ts")
@CssImport("./first-hints.css")
final class FirstHints extends Component implements Part {
    private static final List<String> DEEDS = List.of("weight", "pick", "step");

    private final Map<String, Element> hints = new LinkedHashMap<>();
    private final Element close = Native.of("button", "");

    FirstHints() {
        for (String deed : DEEDS) {
            Element hint = Native.of("p", "");
            hint.setAttribute("data-hint", deed);
            hints.put(deed, hint);
            getElement().appendChild(hint);
        }
        close.setAttribute("type", "button");
        close.setText("✕");
        getElement().appendChild(close);
    }

    @Override
    public void show(Shown shown) {
        hints.forEach((deed, hint) -> Native.setText(hint, shown.words().of("hint." + deed)));
        Native.setAttribute(close, "aria-label", shown.words().of("hint.close"));
        Native.setAttribute(close, "title", shown.words().of("hint.close"));
    }
}
