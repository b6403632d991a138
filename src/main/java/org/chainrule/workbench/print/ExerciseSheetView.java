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
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.server.VaadinRequest;
import java.util.Locale;
import org.chainrule.gallery.Gallery;
import org.chainrule.link.Permalink;
import org.chainrule.notation.Numbers;
import org.chainrule.practice.Attempt;
import org.chainrule.practice.Exercise;
import org.chainrule.workbench.kit.Address;
import org.chainrule.workbench.kit.LinkDamage;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Spoken;
import org.chainrule.workbench.kit.Titles;
import org.chainrule.workbench.kit.Words;
import org.chainrule.workbench.kit.Workspace;
import org.chainrule.workbench.network.NetworkDrawing;
import org.chainrule.workbench.practice.Opening;

/**
 * An exercise as a sheet of paper with boxes to fill, and its solution sheet, of one link.
 *
 * <p>On the exercise sheet no number stands that is asked.
 */
@Route("exercise")
@RouteAlias(ExerciseSheetView.KEY)
@CssImport("./styles.css")
@CssImport("./print-page.css")
@Tag("print-page")
@JsModule("./print-page.ts")
class ExerciseSheetView extends Component implements BeforeEnterObserver, HasDynamicTitle {
    static final String KEY = "key";

    private final Locale browser = VaadinRequest.getCurrent().getLocale();
    private final Element back = Native.of("a", "btn back");
    private final Element other = Native.of("a", "btn other");
    private final Element print = Native.of("button", "btn pri");
    private final Element notice = Native.of("div", "notice");
    private final Element head = Native.of("div", "head");
    private final Element figure = Native.of("div", "figure");
    private final NetworkDrawing drawing = new NetworkDrawing();
    private final Element content = Native.of("div", "solution");
    private final Element linkText = new Element("span");
    private boolean key;
    private String title = "";

    ExerciseSheetView() {
        Element brand = Native.text("a", "Chainrule");
        brand.setAttribute("href", "./");
        brand.setAttribute("class", "brand");
        Element link = new Element("a");
        for (Element each : new Element[] {brand, back, other, link}) {
            each.setAttribute("router-ignore", true);
        }
        print.setAttribute("type", "button");
        notice.setAttribute("role", "status");
        figure.setAttribute("role", "img");
        figure.appendChild(drawing.getElement());
        Element permalink = Native.of("p", "permalink", linkText, link);
        getElement().setAttribute("data-root", "./practise");
        getElement()
                .appendChild(
                        Native.of("header", "", brand, Native.of("span", "sp"), other, back, print),
                        notice,
                        Native.of("main", "sheet", head, figure, content, permalink));
        Address.listen(
                getElement(),
                told -> {
                    open(told.link());
                    getElement().executeJs("this.arrived()");
                });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        key = event.getLocation().getFirstSegment().equals(KEY);
        Address.entered(event).ifPresent(this::open);
    }

    private void open(String query) {
        Permalink.Opened opened = Gallery.open(query);
        Locale chosen = opened.view().language();
        Words words = Words.in(chosen == null ? browser : chosen);
        Numbers numbers = Numbers.in(words.locale());
        show(Opening.of(opened.worksheet(), opened.view(), numbers).exercise(), words);
        Native.setText(notice, LinkDamage.of(opened, words));
    }

    private void show(Exercise exercise, Words words) {
        Shown asked = Shown.of(new Workspace(exercise.worksheet(), exercise.view()), words);
        Shown whole =
                Shown.of(
                        new Workspace(exercise.worksheet(), exercise.view().withAsked(null)),
                        words);
        String own = Titles.of(exercise.worksheet(), words);
        String kind = words.of(key ? "paper.key" : "paper.exercise");
        title = own.isBlank() ? kind : words.of("paper.title", own, kind);
        UI.getCurrent().getPage().setTitle(title);
        Spoken.in(words, UI.getCurrent().getPage());
        Native.setText(back, words.of("practise.aside.back"));
        Native.setText(other, words.of(key ? "paper.exercise" : "paper.key"));
        Native.setAttribute(other, "data-root", key ? "./exercise" : "./" + KEY);
        Native.setText(print, words.of("print.now"));
        Native.setText(linkText, words.of("paper.link") + " ");
        Native.setAttribute(figure, "aria-label", words.of("network.label", asked.sizes()));
        drawing.show(key ? whole : asked);
        Attempt empty = new Attempt(exercise, Numbers.in(words.locale()));
        Native.setHtml(head, ExerciseSheet.head(asked, title, key));
        Native.setHtml(
                content,
                key
                        ? ExerciseSheet.key(asked, whole, empty)
                        : ExerciseSheet.exercise(asked, empty));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
