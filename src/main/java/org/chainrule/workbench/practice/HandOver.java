package org.chainrule.workbench.practice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import org.chainrule.link.Permalink;
import org.chainrule.practice.Attempt;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Words;
import org.chainrule.worksheet.Submission;
import org.jspecify.annotations.Nullable;

/** The link of a result: it holds the answers, and whoever opens it has them marked anew. */
@Tag("div")
class HandOver extends Component {
    private final Element nameText = new Element("span");
    private final Element name = new Element("input");
    private final Element linkText = new Element("span");
    private final Element link = new Element("input");
    private final Element copy = Native.of("button", "btn");
    private final Element about = Native.of("p", "mut");
    private @Nullable Attempt attempt;

    /** The name as it was typed last. */
    private String by = "";

    HandOver() {
        getElement().setAttribute("class", "handover");
        name.setAttribute("maxlength", Integer.toString(Submission.NAME));
        name.setAttribute("autocomplete", "name");
        name.addEventListener(
                        "input",
                        event -> write(event.getEventData().path("element.value").asString("")))
                .addEventData("element.value")
                .debounce(300);
        link.setAttribute("readonly", true);
        link.setAttribute("data-result", "");
        copy.setAttribute("type", "button");
        getElement()
                .appendChild(
                        Native.of("label", "", nameText, name),
                        Native.of("label", "", linkText, link),
                        copy,
                        about);
    }

    void show(Attempt at, Words words) {
        boolean over = at.isEnded() && !at.submission("").answers().isEmpty();
        Native.setAttribute(getElement(), "hidden", over ? null : "");
        if (!over) {
            return;
        }
        Submission known = at.exercise().view().submission();
        if (attempt != at && known != null) {
            by = known.by();
            name.executeJs("this.value = $0", by);
        }
        attempt = at;
        Native.setText(nameText, words.of("handover.name"));
        Native.setText(linkText, words.of("handover.link"));
        Native.setText(about, words.of("handover.about"));
        Native.setText(copy, words.of("handover.copy"));
        Native.setAttribute(copy, "data-done", words.of("handover.copied"));
        write(by);
    }

    private void write(String typed) {
        Attempt at = attempt;
        if (at == null) {
            return;
        }
        by = typed;
        String stripped = typed.strip();
        Submission submission =
                at.submission(stripped.substring(0, Math.min(stripped.length(), Submission.NAME)));
        String query =
                Permalink.query(
                        at.exercise().worksheet(), at.exercise().view().withSubmission(submission));
        link.executeJs(
                "this.value = new URL($0, document.baseURI).href",
                "practise" + Permalink.link(query).substring(1));
    }
}
