package org.chainrule.workbench.practice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import java.util.Locale;
import org.chainrule.export.ClassCsv;
import org.chainrule.notation.Numbers;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Spoken;
import org.chainrule.workbench.kit.TextFile;
import org.chainrule.workbench.kit.Words;

/** The results of a class: links that students handed over, marked anew, in one table. */
@Route("class")
@CssImport("./styles.css")
@CssImport("./practise.css")
@JsModule("./class-page.ts")
@Tag("class-page")
class ClassView extends Component implements HasDynamicTitle, BeforeEnterObserver {
    private static final String FILE = "chainrule-class.csv";
    private static final String PASTED = "event.detail.text";

    private final Element heading = Native.of("h2", "");
    private final Element about = Native.of("p", "mut");
    private final Element label = Native.of("label", "");
    private final Element links = new Element("textarea");
    private final Element told = Native.of("p", "found");
    private final Element table = Native.of("div", "class");
    private final Element csv = Native.of("a", "btn");
    private final Element read = Native.of("button", "btn pri");
    private final Element brand = Native.text("a", "Chainrule");
    private Words words = Words.in(VaadinRequest.getCurrent().getLocale());
    private Results results = new Results();
    private volatile String written = "";

    ClassView() {
        brand.setAttribute("href", "./");
        brand.setAttribute("class", "brand");
        brand.setAttribute("router-ignore", true);
        told.setAttribute("role", "status");
        links.setAttribute("id", "links");
        links.setAttribute("rows", "8");
        links.setAttribute("spellcheck", "false");
        label.setAttribute("for", "links");
        read.setAttribute("type", "button");
        csv.setAttribute("href", TextFile.of(() -> FILE, "text/csv;charset=utf-8", () -> written));
        csv.setAttribute("download", FILE);
        csv.setAttribute("router-ignore", true);
        getElement()
                .appendChild(
                        Native.of("header", "", Native.of("h1", "", brand)),
                        Native.of(
                                "main",
                                "",
                                Native.of(
                                        "section",
                                        "card handed",
                                        heading,
                                        about,
                                        label,
                                        links,
                                        Native.of("div", "row", read, csv),
                                        told,
                                        table)));
        getElement()
                .addEventListener(
                        "cr-links", event -> begin(event.getEventData().path(PASTED).asString("")))
                .addEventData(PASTED);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("lang")
                .filter(lang -> lang.equals("en") || lang.equals("de"))
                .ifPresent(lang -> words = Words.in(Locale.of(lang)));
        Spoken.in(words, UI.getCurrent().getPage());
        Native.setText(heading, words.of("class"));
        Native.setText(about, words.of("class.about"));
        Native.setText(label, words.of("class.links", Results.MOST));
        Native.setText(read, words.of("class.read"));
        Native.setText(csv, words.of("class.csv"));
        show();
    }

    private void begin(String text) {
        results = new Results();
        results.read(text);
        go();
    }

    /** Marks what does not take long, and goes on once the page has shown it. */
    private void go() {
        Results present = results;
        present.mark(Numbers.in(words.locale()));
        show();
        if (present.isWaiting()) {
            getElement()
                    .executeJs("return 0")
                    .then(_ -> {
                        if (present == results) {
                            go();
                        }
                    });
        }
    }

    private void show() {
        written = ClassCsv.of(results.table());
        boolean none = results.table().rows().isEmpty();
        Native.setAttribute(csv, "hidden", none ? "" : null);
        Native.setText(told, results.told(words));
        Native.setHtml(table, none ? "" : ResultTable.of(results.table(), words));
    }

    @Override
    public String getPageTitle() {
        return words.of("class") + " · Chainrule";
    }
}
