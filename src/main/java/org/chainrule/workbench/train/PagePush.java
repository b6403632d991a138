package org.chainrule.workbench.train;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.internal.UIInternals;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.PushConnection;
import com.vaadin.flow.shared.communication.PushMode;
import java.time.Duration;

/**
 * What is new goes to one page by push, which is turned on with the first run, so that a page which
 * never trains needs no connection of its own.
 */
final class PagePush {
    /** A browser that is gone without a word has no connection; a bad network gets one again. */
    private static final Duration LOST = Duration.ofSeconds(60);

    private final UI ui;
    private final VaadinSession session;
    private long connected = System.nanoTime();

    PagePush(UI ui) {
        this.ui = ui;
        session = ui.getSession();
        if (!ui.getPushConfiguration().getPushMode().isEnabled()) {
            ui.getPushConfiguration().setPushMode(PushMode.AUTOMATIC);
        }
    }

    /** The session of the page, which its runs belong to. */
    Object owner() {
        return session;
    }

    /**
     * Has {@code command} done under the session's lock, by any thread, while the page is there.
     */
    void show(Command command) {
        ui.accessLater(command::execute, () -> {}).run();
    }

    /** Has {@code command} done under the lock of the session, which may have lost the page. */
    void afterwards(Command command) {
        var _ = session.access(command);
    }

    /** Whether the page has been without a connection for long. Under the session's lock. */
    boolean isLost() {
        UIInternals internals = ui.getInternals();
        PushConnection connection = internals.getPushConnection();
        if (connection == null || connection.isConnected()) {
            connected = System.nanoTime();
        }
        return System.nanoTime() - connected > LOST.toNanos();
    }
}
