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
import com.vaadin.flow.server.VaadinRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chainrule.gallery.Gallery;
import org.chainrule.link.Permalink;
import org.chainrule.notation.Numbers;
import org.chainrule.workbench.kit.Address;
import org.chainrule.workbench.kit.LinkDamage;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Spoken;
import org.chainrule.workbench.kit.Text;
import org.chainrule.workbench.kit.Words;
import org.chainrule.workbench.kit.Workspace;
import org.chainrule.worksheet.View;

/** A permalink's worksheet as a sheet of paper: and what a page makes of it. */
@CssImport("./styles.css")
@CssImport("./print-page.css")
@Tag("print-page")
@JsModule("./print-page.ts")
abstract class SheetOfPaper extends Component implements BeforeEnterObserver, HasDynamicTitle {
    private final Locale browser = VaadinRequest.getCurrent().getLocale();
    private final Element back = Native.of("a", "btn back");
    private final Element print = Native.of("button", "btn pri");
    private final Element notice = Native.of("div", "notice");
    private final Paper first;
    private final Element further = Native.of("div", "further");
    private String title = "";

    /** With its link, where that is long, under its heading. */
    SheetOfPaper() {
        first = Paper.linkedAbove();
        lay();
    }

    /** With another page of the same link, which the page leads to, and its link at the end. */
    SheetOfPaper(Element other) {
        first = Paper.linkedBelow("main");
        other.setAttribute("router-ignore", true);
        lay(other);
    }

    private void lay(Element... others) {
        Element brand = Native.text("a", "Chainrule");
        brand.setAttribute("href", "./");
        brand.setAttribute("class", "brand");
        for (Element each : new Element[] {brand, back}) {
            each.setAttribute("router-ignore", true);
        }
        print.setAttribute("type", "button");
        notice.setAttribute("role", "status");
        Element header = Native.of("header", "", brand, Native.of("span", "sp"));
        header.appendChild(others);
        header.appendChild(back, print);
        getElement().appendChild(header, notice, first.element(), further);
        Address.listen(
                getElement(),
                told -> {
                    open(told.link());
                    getElement().executeJs("this.arrived()");
                });
    }

    /** What of a link's view is looked at. */
    abstract View view(Permalink.Opened opened, Numbers numbers);

    /** What leads back, a key of the page's words. */
    abstract String back();

    /** The sheets: one at least. */
    abstract List<Paper.Content> sheets(Shown shown);

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Address.entered(event).ifPresent(this::open);
    }

    void open(String query) {
        Permalink.Opened opened = Gallery.open(query);
        Locale chosen = opened.view().language();
        Words words = Words.in(chosen == null ? browser : chosen);
        show(
                Shown.of(
                        new Workspace(opened.worksheet(), view(opened, Numbers.in(words.locale()))),
                        words));
        Native.setText(notice, LinkDamage.of(opened, words));
    }

    private void show(Shown shown) {
        Words words = shown.words();
        List<Paper.Content> sheets = sheets(shown);
        title = sheets.getFirst().title();
        UI.getCurrent().getPage().setTitle(title);
        Spoken.in(words, UI.getCurrent().getPage());
        Native.setText(back, words.of(back()));
        Native.setText(print, words.of("print.now"));
        List<Paper> papers = new ArrayList<>();
        further.removeAllChildren();
        for (Paper.Content sheet : sheets) {
            Paper paper = papers.isEmpty() ? first : Paper.linkedBelow("section");
            paper.show(sheet, words);
            if (!papers.isEmpty()) {
                further.appendChild(paper.element());
            }
            papers.add(paper);
        }
        // Where this is, the browser alone knows for sure.
        getElement()
                .executeJs("return document.baseURI")
                .then(String.class, base -> papers.forEach(paper -> paper.encode(base, words)));
    }

    /** A heading, and what stands below it. */
    static String heading(String name, String subtitle) {
        return "<h1>%s</h1><p>%s</p>".formatted(Text.escape(name), Text.escape(subtitle));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
