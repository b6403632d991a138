package org.chainrule.workbench.practice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.Element;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.chainrule.export.LatexDocument;
import org.chainrule.export.MoodleQuiz;
import org.chainrule.export.Tikz;
import org.chainrule.link.Permalink;
import org.chainrule.practice.Attempt;
import org.chainrule.practice.Exercise;
import org.chainrule.practice.Generator;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.TextFile;
import org.chainrule.workbench.kit.Words;
import org.chainrule.worksheet.View;
import org.jspecify.annotations.Nullable;

/** What a lecturer takes from an exercise: questions for Moodle, and the key to mark paper with. */
@Tag("details")
@JsModule("./menus.ts")
class LecturerMenu extends Component {
    private static final String TEX = "application/x-tex";
    private static final int USUAL = 10;

    private final Element summary = Native.of("summary", "btn");
    private final Element told = Native.of("p", "mut");
    private final Element countText = new Element("span");
    private final Element count = Native.of("input", "");
    private final Element moodle =
            file("chainrule-moodle.xml", "application/xml", Order::questions);
    private final Element sheet = file("chainrule-exercise.tex", TEX, Order::sheet);
    private final Element solution = file("chainrule-solution.tex", TEX, Order::solution);
    private final Element drawing = file("chainrule-drawing.tex", TEX, Order::drawing);
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

        String questions() {
            return MoodleQuiz.of(exercise, variants, language);
        }

        String sheet() {
            return LatexDocument.of(exercise, language);
        }

        String solution() {
            View whole = exercise.view().withAsked(null);
            return LatexDocument.of(exercise.worksheet(), whole, language);
        }

        /** With only what is given. */
        String drawing() {
            return Tikz.of(exercise.worksheet(), exercise.view(), language);
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
                                sheet,
                                solution,
                                drawing,
                                key,
                                results));
    }

    private Element file(String name, String type, Function<Order, String> text) {
        Element link = Native.of("a", "btn");
        link.setAttribute(
                "href",
                TextFile.of(() -> name, type, () -> text.apply(Objects.requireNonNull(order))));
        link.setAttribute("download", name);
        link.setAttribute("router-ignore", true);
        return link;
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
        Native.setText(sheet, words.of("practise.lecturer.sheet"));
        Native.setText(solution, words.of("practise.lecturer.solution"));
        Native.setText(drawing, words.of("practise.lecturer.drawing"));
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
