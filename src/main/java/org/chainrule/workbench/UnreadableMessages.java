package org.chainrule.workbench;

import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.UidlWriter;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells in one line of the log what only broken and forged clients send: a message that Flow
 * refuses before it reaches any page. Whatever fails in a page keeps its whole trace.
 */
@Component
class UnreadableMessages implements VaadinServiceInitListener {
    private static final Logger LOG = LoggerFactory.getLogger(UnreadableMessages.class);

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(begun -> handle(begun.getSession()));
    }

    private static void handle(VaadinSession session) {
        ErrorHandler otherwise = session.getErrorHandler();
        session.setErrorHandler(error -> {
            if (isUnreadable(error)) {
                LOG.warn("A message to a page cannot be read: {}", error.getThrowable().toString());
            } else {
                otherwise.error(error);
            }
        });
    }

    private static boolean isUnreadable(ErrorEvent error) {
        return Arrays.stream(error.getThrowable().getStackTrace())
                .map(StackTraceElement::getClassName)
                .noneMatch(UnreadableMessages::isOfAPage);
    }

    private static boolean isOfAPage(String name) {
        boolean door = name.startsWith("org.chainrule.api.");
        return (name.startsWith("org.chainrule.") && !door)
                || name.equals(UidlWriter.class.getName());
    }
}
