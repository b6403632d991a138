package org.chainrule.workbench;

import com.vaadin.flow.dom.Element;
import org.chainrule.workbench.kit.Native;

/** The line under the page's head that tells what came of a change; screen readers speak it. */
final class Notice {
    private final Element element = Native.of("div", "notice");

    Notice() {
        element.setAttribute("role", "status");
    }

    Element element() {
        return element;
    }

    void tell(String message) {
        set("notice", message);
    }

    /** Tells that something is done: over the page, and not for long. */
    void confirm(String message) {
        set("notice brief", message);
    }

    void clear() {
        Native.setText(element, "");
    }

    private void set(String classes, String message) {
        Native.setAttribute(element, "class", classes);
        Native.setText(element, message);
    }
}
