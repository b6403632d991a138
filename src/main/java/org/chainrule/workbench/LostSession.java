package org.chainrule.workbench;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/** When the session is gone the page reloads itself: its address brings every number back. */
@Component
class LostSession implements VaadinServiceInitListener {
    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .setSystemMessagesProvider(_ -> {
                    CustomizedSystemMessages messages = new CustomizedSystemMessages();
                    messages.setSessionExpiredNotificationEnabled(false);
                    messages.setSessionExpiredURL(null);
                    return messages;
                });
    }
}
