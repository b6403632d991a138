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
 * A place to paste into. Where a text or a file could not be read as it stands it says why, place
 * by place, and holds the text, to be mended and read again; or it asks what is meant.
 */
@Tag("dialog")
final class BringDialog extends Component implements Part {
    private final Element heading = Native.of("h2", "");
    private final Element note = Native.of("p", "note");
    private final Element places = Native.of("div", "places");
    private final WaysQuestion question = new WaysQuestion();
    private final PythonLine line = new PythonLine();
    private final Element label = Native.of("span", "visually-hidden");
    private final Element text = new Element("textarea");
    private final Element field = Native.of("label", "", label, text);
    private final Element choose = control("btn", "open");
    private final Element cancel = control("btn", "close");
    private final Element read = control("btn pri", "read");
    private final ColumnsForm columns;
    private Opening.@Nullable Answer answer;

    /** {@code chosen} hears which columns of a table are what. */
    BringDialog(Consumer<ColumnChoice.Chosen.Good> chosen) {
        columns = new ColumnsForm(chosen);
        heading.setAttribute("id", "bring");
        note.setAttribute("id", "bring-note");
        places.setAttribute("role", "alert");
        text.setAttribute("spellcheck", "false");
        text.setAttribute("rows", "10");
        text.setAttribute("autofocus", true);
        getElement().setAttribute("class", "bring");
        getElement().setAttribute("aria-labelledby", "bring");
        getElement().setAttribute("aria-describedby", "bring-note");
        getElement()
                .appendChild(
                        heading,
                        note,
                        places,
                        question.element(),
                        line.element(),
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
    static Element control(String classes, String what, Element... parts) {
        Element button = Native.of("button", classes, parts);
        button.setAttribute("type", "button");
        button.setAttribute("data-files", what);
        return button;
    }

    /** Says why a text could not be read as it stands, or no longer. */
    void say(Opening.@Nullable Answer why, Shown shown) {
        answer = why;
        columns.ask(why instanceof Opening.Columns asked ? asked.columns() : null, shown);
        show(shown);
    }

    /** The remarks on the table that is asked about. */
    List<Remark> remarks() {
        return answer instanceof Opening.Columns asked ? asked.columns().remarks() : List.of();
    }

    @Override
    public void show(Shown shown) {
        Words words = shown.words();
        boolean asks = answer instanceof Opening.Asked || answer instanceof Opening.Columns;
        Native.setText(
                heading, answer == null ? words.of("files.paste.heading") : answer.heading());
        Native.setText(note, words.of(note()));
        boolean refused = answer instanceof Opening.Refused;
        Native.setHtml(
                places, answer instanceof Opening.Refused refusal ? list(refusal, shown) : "");
        Native.setAttribute(places, "tabindex", refused ? "0" : null);
        question.show(answer instanceof Opening.Asked asked ? asked : null, shown);
        columns.show(shown);
        line.show(answer instanceof Opening.Printed printed ? printed : null, words);
        for (Element part : List.of(field, choose, read)) {
            Native.setAttribute(part, "hidden", asks ? "" : null);
        }
        Native.setText(label, words.of("files.paste.text"));
        Native.setText(choose, words.of("files.choose"));
        Native.setText(cancel, words.of("files.cancel"));
        Native.setText(read, words.of("files.paste.read"));
    }

    private String note() {
        return switch (answer) {
            case null -> "files.paste.note";
            case Opening.Asked _ -> "files.asked.note";
            case Opening.Columns _ -> "files.columns.note";
            case Opening.Printed _ -> "files.printed.note";
            case Opening.Refused refused when refused.places().isEmpty() -> "files.refused.stays";
            case Opening.Refused _ -> "files.refused.note";
        };
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
