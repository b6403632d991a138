package org.chainrule.workbench.practice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import org.chainrule.practice.Attempt;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Words;

/** The head of an exercise: its title, and what can be done with the whole of it. */
@Tag("header")
class PractiseHead extends Component {
    private final Element title = Native.of("span", "title");
    private final Element back = Native.of("a", "btn back");
    private final Element paper = Native.of("a", "btn paper");
    private final LecturerMenu lecturer = new LecturerMenu();
    private final Element fresh;
    private final Element end;

    PractiseHead(Runnable renew, Runnable over) {
        Element brand = Native.text("a", "Chainrule");
        brand.setAttribute("href", "./");
        brand.setAttribute("class", "brand");
        for (Element each : new Element[] {brand, back, paper}) {
            each.setAttribute("router-ignore", true);
        }
        fresh = Native.button("btn", renew);
        end = Native.button("btn pri", over);
        getElement()
                .appendChild(
                        Native.of("h1", "", brand),
                        title,
                        Native.of("span", "sp"),
                        lecturer.getElement(),
                        fresh,
                        paper,
                        back,
                        end);
    }

    /** To the exercise of {@code link} on paper. */
    void lead(String link) {
        Native.setAttribute(paper, "href", "./exercise" + link);
    }

    void show(Shown shown, String name, Attempt attempt) {
        Words words = shown.words();
        lecturer.show(shown, attempt);
        Native.setText(title, name);
        Native.setText(back, words.of("practise.back"));
        Native.setText(paper, words.of("practise.paper"));
        Native.setText(fresh, words.of("practise.new"));
        Native.setText(
                end,
                words.of(
                        attempt.isExam() && !attempt.isMarked()
                                ? "practise.handin"
                                : attempt.isEnded() ? "practise.on" : "practise.end"));
    }
}
