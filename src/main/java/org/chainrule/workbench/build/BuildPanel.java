package org.chainrule.workbench.build;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.Element;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Part;
import org.chainrule.workbench.kit.Shown;

/** The form in which a network is built. */
@Tag("div")
@JsModule("./build-form.ts")
@CssImport("./build-parts.css")
@CssImport("./build.css")
public final class BuildPanel extends Component implements Part {
    private final Element form = new Element("build-form");

    public BuildPanel() {
        getElement().appendChild(Native.of("div", "body", form));
    }

    @Override
    public void show(Shown shown) {
        Native.setBean(form, "texts", BuildTexts.of(shown.words()));
        Native.setBean(form, "form", BuildForm.of(shown));
    }
}
