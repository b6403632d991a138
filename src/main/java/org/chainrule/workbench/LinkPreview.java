package org.chainrule.workbench;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import org.chainrule.workbench.kit.Words;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * What chat programs show of a link: title, description and picture, as <a
 * href="https://ogp.me">Open Graph</a> properties.
 */
@Component
class LinkPreview implements VaadinServiceInitListener {
    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(page -> {
            Element head = page.getDocument().head();
            property(head, "og:title", title(page.getVaadinRequest()));
            property(head, "og:type", "website");
            property(head, "og:description", head.select("meta[name=description]").attr("content"));
            if (page.getVaadinRequest() instanceof VaadinServletRequest request) {
                property(head, "og:image", absolute(request, "preview.png"));
            }
        });
    }

    private static String title(VaadinRequest request) {
        return "/gallery".equals(request.getPathInfo())
                ? Words.in(request.getLocale()).of("gallery") + " · Chainrule"
                : "Chainrule";
    }

    private static void property(Element head, String name, String content) {
        head.appendElement("meta").attr("property", name).attr("content", content);
    }

    /** A preview's picture is fetched by its whole address only. */
    private static String absolute(VaadinServletRequest request, String file) {
        return ServletUriComponentsBuilder.fromContextPath(request.getHttpServletRequest())
                .pathSegment(file)
                .toUriString();
    }
}
