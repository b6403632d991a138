package org.chainrule.workbench;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.HandlerHelper;
import com.vaadin.flow.server.HandlerHelper.RequestType;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SessionExpiredHandler;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.Cookie;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.stream.Stream;
import org.chainrule.workbench.kit.Words;
import org.springframework.stereotype.Component;

/**
 * When the session is gone, or the server has given the page up, the page reloads itself: its
 * address brings every number back. What met that leaves a cookie, so that the page can say what it
 * cost.
 */
@Component
class LostSession implements VaadinServiceInitListener {
    private static final String COOKIE = "chainrule-lost";
    private static final int SECONDS = 60;

    /** Milliseconds until a page whose server is away tries again. */
    private static final int RETRY = 1_000;

    /** Characters that the farewell of a page is shorter than. */
    private static final int FAREWELL = 65_536;

    /** What the reader did last was not heard. */
    private record Unheard() {}

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(info -> messages(Words.in(info.getLocale())));
        event.addRequestHandler(new Mark());
        event.getSource().addUIInitListener(start -> arrive(start.getUI()));
    }

    private static SystemMessages messages(Words words) {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setSessionExpiredURL(null);
        messages.setCookiesDisabledCaption(words.of("cookies.caption"));
        messages.setCookiesDisabledMessage(words.of("cookies.message"));
        return messages;
    }

    /** Whether the page was loaded anew because nobody heard what the reader did. */
    static boolean unheard(UI ui) {
        return ComponentUtil.getData(ui, Unheard.class) != null;
    }

    private static void arrive(UI ui) {
        ui.getReconnectDialogConfiguration().setReconnectInterval(RETRY);
        VaadinRequest request = VaadinRequest.getCurrent();
        if (request == null || request.getCookies() == null) {
            return;
        }
        if (Stream.of(request.getCookies()).anyMatch(each -> each.getName().equals(COOKIE))) {
            ComponentUtil.setData(ui, Unheard.class, new Unheard());
            VaadinResponse.getCurrent().addCookie(cookie(request, 0));
        }
    }

    private static Cookie cookie(VaadinRequest request, int seconds) {
        Cookie cookie = new Cookie(COOKIE, "1");
        cookie.setPath(request.getContextPath() + "/");
        cookie.setMaxAge(seconds);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    /** Marks the answer to what the reader did in vain, and leaves it to those who answer. */
    private static final class Mark implements SessionExpiredHandler {
        @Override
        public boolean handleRequest(
                VaadinSession session, VaadinRequest request, VaadinResponse response)
                throws IOException {
            if (HandlerHelper.isRequestType(request, RequestType.UIDL)
                    && !hasPage(session, request)) {
                mark(request, response);
            }
            return false;
        }

        @Override
        public boolean handleSessionExpired(VaadinRequest request, VaadinResponse response)
                throws IOException {
            if (HandlerHelper.isRequestType(request, RequestType.UIDL)) {
                mark(request, response);
            }
            return false;
        }

        private static boolean hasPage(VaadinSession session, VaadinRequest request) {
            session.lock();
            try {
                return session.getService().findUI(request) != null;
            } finally {
                session.unlock();
            }
        }

        /** A page that is left says so, and nobody did anything. */
        private static void mark(VaadinRequest request, VaadinResponse response)
                throws IOException {
            char[] message = new char[FAREWELL];
            int length = read(request.getReader(), message);
            boolean farewell = new String(message, 0, length).contains("\"UNLOAD\":true");
            if (!farewell) {
                response.addCookie(cookie(request, SECONDS));
            }
        }

        private static int read(BufferedReader from, char[] message) throws IOException {
            int length = 0;
            int more = 0;
            while (more >= 0 && length < message.length) {
                length += more;
                more = from.read(message, length, message.length - length);
            }
            return length;
        }
    }
}
