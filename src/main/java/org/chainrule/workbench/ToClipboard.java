package org.chainrule.workbench;

import com.vaadin.flow.dom.Element;
import org.chainrule.workbench.kit.Words;

/** Texts for the clipboard, and word of how it went. */
record ToClipboard(Element page, Notice notice) {

    /** Gives what {@code expression} makes of the text; {@code done} is told where that worked. */
    void give(String expression, String text, String done, Words words) {
        notice.clear();
        page.executeJs("return this.share(" + expression + ")", text)
                .then(
                        Boolean.class,
                        given -> notice.confirm(words.of(given ? done : "share.failed")));
    }
}
