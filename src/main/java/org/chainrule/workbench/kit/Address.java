package org.chainrule.workbench.kit;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.shared.ApplicationConstants;
import java.util.Optional;
import java.util.function.Consumer;
import org.chainrule.link.Permalink;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The link that the address bar holds, as it came: the router's own query is decoded, in an order
 * of its own, and knows nothing of what is behind {@code #}.
 */
@Component
public class Address implements VaadinServiceInitListener {
    /**
     * An address that the page tells of.
     *
     * @param count how many it has told of
     */
    public record Told(String link, int count) {}

    private record Query(String text) {}

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addUIInitListener(start -> {
                    VaadinRequest request = VaadinRequest.getCurrent();
                    String query =
                            request == null
                                    ? null
                                    : request.getParameter(
                                            ApplicationConstants.REQUEST_QUERY_PARAMETER);
                    if (query != null) {
                        ComponentUtil.setData(start.getUI(), Query.class, new Query(query));
                    }
                });
    }

    /** The query that a page is entered with; of where it goes then, it tells itself. */
    public static Optional<String> entered(BeforeEnterEvent event) {
        NavigationTrigger trigger = event.getTrigger();
        if (trigger == NavigationTrigger.HISTORY || trigger == NavigationTrigger.CLIENT_SIDE) {
            return Optional.empty();
        }
        Query query = ComponentUtil.getData(UI.getCurrent(), Query.class);
        return Optional.of(
                query == null
                        ? event.getLocation().getQueryParameters().getQueryString()
                        : query.text());
    }

    /** Hears of the addresses that {@code page} goes to, and of the one it was entered at. */
    public static void listen(Element page, Consumer<Told> listener) {
        page.addEventListener(
                        "cr-address",
                        event -> listener.accept(told(event.getEventData().path("event.detail"))))
                .addEventData("event.detail");
    }

    private static Told told(JsonNode detail) {
        String query = detail.path("query").asString("");
        String fragment = detail.path("fragment").asString("");
        return new Told(Permalink.of(query, fragment), detail.path("count").asInt(0));
    }
}
