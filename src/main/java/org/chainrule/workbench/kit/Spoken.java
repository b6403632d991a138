package org.chainrule.workbench.kit;

import com.vaadin.flow.component.page.Page;

/** The language of a page, and what it says of itself while the server is away. */
public final class Spoken {
    private Spoken() {}

    public static void in(Words words, Page page) {
        page.executeJs(
                "document.documentElement.lang = $0; document.documentElement.dataset.away = $1",
                words.locale().getLanguage(),
                words.of("connection.away"));
    }
}
