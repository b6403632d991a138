package org.chainrule.workbench.files;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.function.Consumer;
import org.chainrule.document.table.ColumnChoice;
import org.chainrule.document.table.Remark;
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
    private final Element heading = Native.of("h2", "");
    private final Element note = Native.of("p", "note");
    private final Element places = Native.of("div", "places");
    private final Element label = Native.of("span", "visually-hidden");
    private final Element text = new Element("textarea");
    private final Element choose = control("btn", "open");
    private final Element cancel = control("btn", "close");
    private final Element read = control("btn pri", "read");
    private final Element field = Native.of("label", "", label, text);
    private final ColumnsForm columns;
    private Opening.@Nullable Refused refused;
    private Opening.@Nullable Columns asked;

    /** {@code chosen} hears which columns of a table are what. */
    BringDialog(Consumer<ColumnChoice.Chosen.Good> chosen) {
        columns = new ColumnsForm(chosen);
        heading.setAttribute("id", "bring");
        places.setAttribute("role", "alert");
        text.setAttribute("spellcheck", "false");
        text.setAttribute("rows", "10");
        text.setAttribute("autofocus", true);
        getElement().setAttribute("class", "bring");
        getElement().setAttribute("aria-labelledby", "bring");
        getElement()
                .appendChild(
                        heading,
                        note,
                        places,
                        columns.element(),
                        field,
                        Native.of(
                                "div",
                                "row",
                                choose,
                                Native.of("span", "sp"),
                                cancel,
                                read,
                                columns.button()));
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
        asked = null;
        columns.ask(null, shown);
        show(shown);
    }

    /** Asks which columns of a table are what. */
    void ask(Opening.Columns question, Shown shown) {
        refused = null;
        asked = question;
        columns.ask(question.columns(), shown);
        show(shown);
    }

    /** The remarks on the table that is asked about. */
    List<Remark> remarks() {
        return asked == null ? List.of() : asked.columns().remarks();
    }

    @Override
    public void show(Shown shown) {
        Words words = shown.words();
        columns.show(shown);
        field.setVisible(asked == null);
        read.setVisible(asked == null);
        Native.setText(heading, heading(words));
        Native.setText(note, words.of(note()));
        Native.setHtml(places, refused == null ? "" : list(refused, shown));
        Native.setAttribute(places, "tabindex", refused == null ? null : "0");
        Native.setText(label, words.of("files.paste.text"));
        Native.setText(choose, words.of("files.choose"));
        Native.setText(cancel, words.of("files.cancel"));
        Native.setText(read, words.of("files.paste.read"));
    }

    private String heading(Words words) {
        return asked != null
                ? asked.heading()
                : refused != null ? refused.heading() : words.of("files.paste.heading");
    }

    private String note() {
        if (asked != null) {
            return "files.columns.note";
        }
        return refused == null
                ? "files.paste.note"
                : refused.places().isEmpty() ? "files.refused.stays" : "files.refused.note";
    }

    private static String list(Opening.Refused refused, Shown shown) {
        if (refused.places().isEmpty()) {
            return "";
        }
        StringBuilder html = new StringBuilder("<ul>");
        refused.places()
                .forEach(place -> {
                    html.append("<li>");
                    if (!place.at().isEmpty()) {
                        html.append("<code>").append(Text.escape(place.at())).append("</code>: ");
                    }
                    html.append(Text.escape(place.reason())).append("</li>");
                });
        html.append("</ul>");
        if (refused.more() > 0) {
            String count = shown.numbers().grouped(refused.more());
            html.append("<p>")
                    .append(shown.words().of("files.refused.more", refused.more(), count))
                    .append("</p>");
        }
        return html.toString();
    }
}
