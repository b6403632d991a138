package org.chainrule.workbench.print;

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
import org.chainrule.export.Preface;
import org.chainrule.gallery.Gallery;
import org.chainrule.link.Permalink;
import org.chainrule.workbench.kit.Address;
import org.chainrule.workbench.kit.LinkDamage;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Spoken;
import org.chainrule.workbench.kit.Text;
import org.chainrule.workbench.kit.Titles;
import org.chainrule.workbench.kit.Words;
import org.chainrule.workbench.kit.Workspace;
import org.chainrule.workbench.network.NetworkDrawing;
import org.chainrule.workbench.practice.PractiseView;
import org.chainrule.workbench.steps.StepContent;
import org.chainrule.worksheet.Step;

/** The whole worked solution of a permalink's worksheet, as a sheet of paper. */
@Route("print")
@CssImport("./styles.css")
@CssImport("./print-page.css")
@Tag("print-page")
@JsModule("./print-page.ts")
class PrintView extends Component implements BeforeEnterObserver, HasDynamicTitle {
    /**
     * Characters of HTML up to which a step is kept on one page; the first one begins on that of
     * the drawing, which would stay half empty.
     */
    private static final int WHOLE = 6_000;

    private final Locale browser = VaadinRequest.getCurrent().getLocale();
    private final Element back = Native.of("a", "btn back");
    private final Element print = Native.of("button", "btn pri");
    private final Element notice = Native.of("div", "notice");
    private final Element head = Native.of("div", "head");
    private final Element figure = Native.of("div", "figure");
    private final NetworkDrawing drawing = new NetworkDrawing();
    private final Element solution = Native.of("div", "solution");
    private final Element linkText = new Element("span");
    private String title = "";

    PrintView() {
        Element brand = Native.text("a", "Chainrule");
        brand.setAttribute("href", "./");
        brand.setAttribute("class", "brand");
        for (Element each : new Element[] {brand, back}) {
            each.setAttribute("router-ignore", true);
        }
        print.setAttribute("type", "button");
        notice.setAttribute("role", "status");
        figure.setAttribute("role", "img");
        figure.appendChild(drawing.getElement());
        Element sheet = Native.of("main", "sheet", head, permalink(), figure, solution);
        getElement()
                .appendChild(
                        Native.of("header", "", brand, Native.of("span", "sp"), back, print),
                        notice,
                        sheet);
        Address.listen(
                getElement(),
                told -> {
                    open(told.link());
                    getElement().executeJs("this.arrived()");
                });
    }

    /** The page itself knows its address, and whether it is to be written here. */
    private Element permalink() {
        Element link = new Element("a");
        link.setAttribute("router-ignore", true);
        Element line = Native.of("p", "permalink", linkText, link);
        line.setAttribute("hidden", true);
        return line;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Address.entered(event)
                .ifPresent(query -> {
                    if (Gallery.open(query).view().asked() == null) {
                        open(query);
                    } else {
                        event.rerouteTo(PractiseView.class);
                    }
                });
    }

    private void open(String query) {
        Permalink.Opened opened = Gallery.open(query);
        Locale chosen = opened.view().language();
        Words words = Words.in(chosen == null ? browser : chosen);
        show(
                Shown.of(
                        new Workspace(
                                opened.worksheet(),
                                opened.view().onPaper().withAsked(null).on(opened.worksheet())),
                        words));
        Native.setText(notice, LinkDamage.of(opened, words));
    }

    private void show(Shown shown) {
        Words words = shown.words();
        Preface preface = Preface.of(shown.worksheet(), shown.view(), words.locale());
        String name =
                shown.worksheet().title().isBlank()
                        ? preface.title()
                        : Titles.of(shown.worksheet(), words);
        title = words.of("print.title", name);
        UI.getCurrent().getPage().setTitle(title);
        Spoken.in(words, UI.getCurrent().getPage());
        Native.setText(back, words.of("print.back"));
        Native.setText(print, words.of("print.now"));
        Native.setAttribute(figure, "aria-label", words.of("network.label", shown.sizes()));
        drawing.show(shown);
        Native.setHtml(
                head,
                "<h1>%s</h1><p>%s</p>"
                        .formatted(Text.escape(name), Text.escape(preface.arithmetic())));
        Native.setHtml(solution, solution(shown, preface));
        Native.setText(linkText, words.of("print.link") + " ");
    }

    private static String solution(Shown shown, Preface preface) {
        StringBuilder html = new StringBuilder("<section>");
        html.append(Given.of(shown, preface)).append("</section>");
        for (Step step : Step.of(shown.worksheet())) {
            String content = StepContent.printed(shown, step);
            html.append(
                            step != Step.FORWARD && content.length() < WHOLE
                                    ? "<section class=\"body whole\""
                                    : "<section class=\"body\"")
                    .append(" data-step=\"")
                    .append(step.key())
                    .append("\">")
                    .append(content)
                    .append("</section>");
        }
        return html.append("<section><h2>")
                .append(shown.words().of("print.results"))
                .append("</h2>")
                .append(Results.of(shown))
                .append("</section>")
                .toString();
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
