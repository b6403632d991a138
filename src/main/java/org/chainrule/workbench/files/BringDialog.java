package org.chainrule.workbench.files;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.util.List;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Part;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Text;
import org.chainrule.workbench.kit.Words;
import org.jspecify.annotations.Nullable;

/**
 * A place to paste into. Where a text or a file was refused it says why, place by place, and holds
 * the text, to be mended and read again.
 */
@Tag("dialog")
final class BringDialog extends Component implements Part {
    private static final int MOST = 12;

    private final Element heading = Native.of("h2", "");
    private final Element note = Native.of("p", "note");
    private final Element places = Native.of("div", "places");
    private final Element label = Native.of("span", "visually-hidden");
    private final Element text = new Element("textarea");
    private final Element choose = control("btn", "open");
    private final Element cancel = control("btn", "close");
    private final Element read = control("btn pri", "read");
    private Opening.@Nullable Refused refused;

    BringDialog() {
        heading.setAttribute("id", "bring");
        places.setAttribute("role", "alert");
        text.setAttribute("spellcheck", "false");
        text.setAttribute("rows", "10");
        getElement().setAttribute("class", "bring");
        getElement().setAttribute("aria-labelledby", "bring");
        getElement()
                .appendChild(
                        heading,
                        note,
                        places,
                        Native.of("label", "", label, text),
                        Native.of("div", "row", choose, Native.of("span", "sp"), cancel, read));
    }

    /** A button that the page itself listens to. */
    static Element control(String classes, String what) {
        Element button = Native.of("button", classes);
        button.setAttribute("type", "button");
        button.setAttribute("data-files", what);
        return button;
    }

    /** Says why a text was refused, or no longer. */
    void say(Opening.@Nullable Refused why, Shown shown) {
        refused = why;
        show(shown);
    }

    @Override
    public void show(Shown shown) {
        Words words = shown.words();
        Native.setText(
                heading, refused == null ? words.of("files.paste.heading") : refused.heading());
        Native.setText(note, words.of(note()));
        Native.setHtml(places, refused == null ? "" : list(refused.places(), words));
        Native.setText(label, words.of("files.paste.text"));
        Native.setText(choose, words.of("files.choose"));
        Native.setText(cancel, words.of("files.cancel"));
        Native.setText(read, words.of("files.paste.read"));
    }

    private String note() {
        return refused == null
                ? "files.paste.note"
                : refused.places().isEmpty() ? "files.refused.stays" : "files.refused.note";
    }

    private static String list(List<Opening.Place> refusals, Words words) {
        if (refusals.isEmpty()) {
            return "";
        }
        StringBuilder html = new StringBuilder("<ul>");
        refusals.stream()
                .limit(MOST)
                .forEach(refusal -> {
                    html.append("<li>");
                    if (!refusal.at().isEmpty()) {
                        html.append("<code>").append(Text.escape(refusal.at())).append("</code>: ");
                    }
                    html.append(Text.escape(refusal.reason())).append("</li>");
                });
        html.append("</ul>");
        if (refusals.size() > MOST) {
            html.append("<p>")
                    .append(words.of("files.refused.more", refusals.size() - MOST))
                    .append("</p>");
        }
        return html.toString();
    }
}
