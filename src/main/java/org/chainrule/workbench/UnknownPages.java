package org.chainrule.workbench;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/**
 * Answers an address without a page with 404 from the first byte on, as {@link NotFoundView} says
 * it.
 */
@Component
class UnknownPages implements VaadinServiceInitListener {
    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(page -> {
            if (!isKnown(page.getVaadinRequest())) {
                page.getVaadinResponse().setStatus(HttpServletResponse.SC_NOT_FOUND);
            }
        });
    }

    private static boolean isKnown(VaadinRequest request) {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        return RouteConfiguration.forApplicationScope()
                .getRoute(path.startsWith("/") ? path.substring(1) : path)
                .isPresent();
    }
}
