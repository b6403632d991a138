package org.chainrule.workbench;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of entries that meet a lost session, or a page that the server has given up: the
 * browser keeps an entry until it is answered, and makes it again on the page that is loaded then.
 */
final class Resumption {
    private static final String ENTRY = "event.detail.entry";
    private static final String CARRIED = "event.detail.carried";
    private static final List<String> ENTRIES =
            List.of("cr-edit", "cr-paste", "cr-nudge", "cr-build", "cr-samples", "cr-bring");

    private final WorksheetView view;
    private final BackpropSession session;
    private boolean fresh;

    Resumption(WorksheetView view, BackpropSession session) {
        this.view = view;
        this.session = session;
        Element page = view.getElement();
        for (String entry : ENTRIES) {
            page.addEventListener(
                            entry, event -> answer(event.getEventData().path(ENTRY).asString("")))
                    .addEventData(ENTRY);
        }
        page.addEventListener(
                        "cr-resumed",
                        event -> say(event.getEventData().path(CARRIED).asBoolean(false)))
                .addEventData(CARRIED);
    }

    /** The page is entered, before a worksheet is opened in its tab. */
    void enter(String tab) {
        fresh = !session.knows(tab);
        view.getElement().setProperty("answered", session.answered(tab));
        view.getElement()
                .setProperty(
                        "unheard",
                        Optional.ofNullable(UI.getCurrent())
                                .map(LostSession::unheard)
                                .orElse(false));
    }

    private void answer(String entry) {
        view.tab().ifPresent(tab -> session.answer(tab, entry));
        view.getElement().setProperty("answered", entry);
    }

    /** Where the session has the worksheet's history still, what was carried over needs no word. */
    private void say(boolean carried) {
        if (fresh) {
            view.tell(view.words().of(carried ? "lost.carried" : "lost.dropped"));
        } else if (!carried) {
            view.tell(view.words().of("lost.unheard"));
        }
    }
}
