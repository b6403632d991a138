package org.chainrule.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.server.VaadinRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Words;

/** There is no such page; the way back to the worksheet. */
@CssImport("./styles.css")
@JsModule("./every-page.ts")
@Tag("main")
class NotFoundView extends Component
        implements HasErrorParameter<NotFoundException>, HasDynamicTitle {
    private final Words words = Words.in(VaadinRequest.getCurrent().getLocale());

    @Override
    public int setErrorParameter(
            BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        getElement().setAttribute("class", "plain");
        Native.setHtml(getElement(), words.of("notfound.html"));
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
        return words.of("notfound") + " · Chainrule";
    }
}
