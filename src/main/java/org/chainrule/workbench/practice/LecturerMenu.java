package org.chainrule.workbench.practice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.Element;
import java.util.Locale;
import java.util.Objects;
import org.chainrule.export.MoodleQuiz;
import org.chainrule.link.Permalink;
import org.chainrule.practice.Attempt;
import org.chainrule.practice.Exercise;
import org.chainrule.practice.Generator;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.TextFile;
import org.chainrule.workbench.kit.Words;
import org.jspecify.annotations.Nullable;

/** What a lecturer takes from an exercise: questions for Moodle, and the key to mark paper with. */
@Tag("details")
@JsModule("./menus.ts")
class LecturerMenu extends Component {
    private static final String FILE = "chainrule-moodle.xml";
    private static final int USUAL = 10;

    private final Element summary = Native.of("summary", "btn");
    private final Element told = Native.of("p", "mut");
    private final Element countText = new Element("span");
    private final Element count = Native.of("input", "");
    private final Element moodle = Native.of("a", "btn");
    private final Element sheets = Native.of("a", "btn");
    private final Element keys = Native.of("a", "btn");
    private final Element key = Native.of("a", "btn");
    private final Element results = Native.of("a", "btn");
    private volatile @Nullable Order order;

    /**
     * What is taken: a file is written when it is asked for.
     *
     * @param link the exercise's, from its {@code ?} or {@code #}
     */
    private record Order(Exercise exercise, String link, int variants, int most, Locale language) {
        Order of(int wanted) {
            return new Order(exercise, link, Math.clamp(wanted, 1, most), most, language);
        }

        String written() {
            return MoodleQuiz.of(exercise, variants, language);
        }
    }

    LecturerMenu() {
        getElement().setAttribute("class", "menu lecturer");
        getElement().setAttribute("name", "menu");
        count.setAttribute("type", "number");
        count.setAttribute("min", "1");
        count.addEventListener(
                        "change",
                        event -> want(event.getEventData().path("element.value").asString("")))
                .addEventData("element.value");
        moodle.setAttribute(
                "href",
                TextFile.of(
                        () -> FILE,
                        "application/xml",
                        () -> Objects.requireNonNull(order).written()));
        moodle.setAttribute("download", FILE);
        moodle.setAttribute("router-ignore", true);
        for (Element page : new Element[] {sheets, keys, key, results}) {
            page.setAttribute("target", "_blank");
            page.setAttribute("router-ignore", true);
        }
        getElement()
                .appendChild(
                        summary,
                        Native.of(
                                "div",
                                "menu-body",
                                told,
                                Native.of("label", "", countText, count),
                                sheets,
                                keys,
                                moodle,
                                key,
                                results));
    }

    /** What is no number from 1 to the most that there may be becomes one. */
    private void want(String text) {
        Order now = Objects.requireNonNull(order);
        place(now.of(text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : USUAL));
    }

    void show(Shown shown, Attempt attempt) {
        Words words = shown.words();
        int most = Generator.most(shown.problem(), attempt.items().size());
        String query = Permalink.query(shown.worksheet(), shown.view().withSubmission(null));
        String link = Permalink.link(query).substring(1);
        Order next = new Order(attempt.exercise(), link, USUAL, most, words.locale());
        Native.setText(summary, words.of("practise.lecturer"));
        Native.setText(told, words.of("practise.lecturer.told"));
        Native.setText(countText, words.of("practise.lecturer.variants", most));
        Native.setText(moodle, words.of("practise.lecturer.moodle"));
        Native.setText(sheets, words.of("practise.lecturer.sheets"));
        Native.setText(keys, words.of("practise.lecturer.keys"));
        Native.setText(key, words.of("practise.lecturer.key"));
        Native.setAttribute(key, "href", "practise/key" + link);
        Native.setText(results, words.of("class"));
        Native.setAttribute(results, "href", "class?lang=" + words.locale().getLanguage());
        Native.setAttribute(count, "max", Integer.toString(most));
        place(next.of(order == null ? USUAL : order.variants));
    }

    private void place(Order placed) {
        order = placed;
        count.setProperty("value", Integer.toString(placed.variants));
        Native.setAttribute(sheets, "href", "exercise/" + placed.variants + placed.link);
        Native.setAttribute(keys, "href", "key/" + placed.variants + placed.link);
    }
}
