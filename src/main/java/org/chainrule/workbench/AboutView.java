package org.chainrule.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Words;

/** What Chainrule is, and what it stores. */
@Route("about")
@CssImport("./styles.css")
@JsModule("./every-page.ts")
@Tag("main")
class AboutView extends Component implements HasDynamicTitle {
    private final Words words = Words.in(VaadinRequest.getCurrent().getLocale());

    AboutView() {
        getElement().setAttribute("class", "plain");
        Native.setHtml(getElement(), words.of("about.html"));
    }

    @Override
    public String getPageTitle() {
        return words.of("about") + " · Chainrule";
    }
}
