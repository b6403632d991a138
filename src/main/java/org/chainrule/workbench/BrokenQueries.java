package org.chainrule.workbench;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import org.chainrule.link.Permalink;
import org.springframework.stereotype.Component;

/**
 * Has the page put a query with broken percent-encoding behind {@code #}, where nobody decodes it
 * but the link's own reader, who says what is wrong with it.
 */
@Component
class BrokenQueries implements VaadinServiceInitListener {
    private static final String MOVE =
            "history.replaceState(history.state,'',location.pathname+(location.hash||'#'+location.search.slice(1)))";

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(page -> {
            if (page.getVaadinRequest() instanceof VaadinServletRequest request
                    && request.getQueryString() != null
                    && !Permalink.isDecodable(request.getQueryString())) {
                page.getDocument().head().prependElement("script").append(MOVE);
            }
        });
    }
}
