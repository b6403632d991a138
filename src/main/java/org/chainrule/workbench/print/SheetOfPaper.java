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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chainrule.export.QrCode;
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
import org.chainrule.workbench.network.NetworkDrawing;
import org.chainrule.worksheet.View;

/** A permalink's worksheet as a sheet of paper: title, drawing, and what a page makes of it. */
@CssImport("./styles.css")
@CssImport("./print-page.css")
@Tag("print-page")
@JsModule("./print-page.ts")
abstract class SheetOfPaper extends Component implements BeforeEnterObserver, HasDynamicTitle {
    private final Locale browser = VaadinRequest.getCurrent().getLocale();
    private final Element back = Native.of("a", "btn back");
    private final Element print = Native.of("button", "btn pri");
    private final Element notice = Native.of("div", "notice");
    private final Element head = Native.of("div", "head");
    private final Element figure = Native.of("div", "figure");
    private final NetworkDrawing drawing = new NetworkDrawing();
    private final Element solution = Native.of("div", "solution");
    private final Element linkText = new Element("span");
    private final Element code = Native.of("div", "qr");
    private final Element further = Native.of("div", "further");
    private String title = "";

    /**
     * What stands on the paper.
     *
     * @param head HTML above the drawing
     * @param back what leads back
     * @param link what its link is
     * @param drawn what the drawing shows
     * @param html below it
     */
    record Content(String title, String head, String back, String link, Shown drawn, String html) {}

    /**
     * A sheet after the first.
     *
     * @param drawn whether it has a drawing
     * @param permalink what it is of
     */
    record Further(Content content, boolean drawn, String permalink) {}

    /** With its link, where that is long, under its heading. */
    SheetOfPaper() {
        Element permalink = permalink();
        permalink.setAttribute("hidden", true);
        lay(new Element[] {head, permalink, figure, solution});
    }

    /** With another page of the same link, which the page leads to, and its link at the end. */
    SheetOfPaper(Element other) {
        other.setAttribute("router-ignore", true);
        lay(
                new Element[] {head, figure, solution, Native.of("div", "foot", code, permalink())},
                other);
    }

    private void lay(Element[] sheet, Element... others) {
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
        Element header = Native.of("header", "", brand, Native.of("span", "sp"));
        header.appendChild(others);
        header.appendChild(back, print);
        getElement().appendChild(header, notice, Native.of("main", "sheet", sheet), further);
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
        return Native.of("p", "permalink", linkText, link);
    }

    /** What of a link's view is looked at. */
    abstract View view(Permalink.Opened opened, Numbers numbers);

    abstract Content content(Shown shown);

    /** What a code on the first sheet leads to; empty where it has none. */
    String coded(Shown shown) {
        return "";
    }

    /** The sheets after the first. */
    List<Further> further(Shown shown) {
        return List.of();
    }

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
        Content content = content(shown);
        title = content.title();
        UI.getCurrent().getPage().setTitle(title);
        Spoken.in(words, UI.getCurrent().getPage());
        Native.setText(back, content.back());
        Native.setText(print, words.of("print.now"));
        Native.setAttribute(figure, "aria-label", words.of("network.label", shown.sizes()));
        drawing.show(content.drawn());
        Native.setHtml(head, content.head());
        Native.setHtml(solution, content.html());
        Native.setText(linkText, content.link() + " ");
        further.removeAllChildren();
        Map<Element, String> codes = new LinkedHashMap<>();
        codes.put(code, coded(shown));
        for (Further next : further(shown)) {
            Element place = Native.of("div", "qr");
            codes.put(place, next.drawn() ? next.permalink() : "");
            further.appendChild(sheet(next, place, words));
        }
        // Where this is, the browser alone knows for sure.
        getElement()
                .executeJs("return document.baseURI")
                .then(
                        String.class,
                        base -> codes.forEach((place, link) -> encode(place, base, link, words)));
    }

    private static void encode(Element place, String base, String link, Words words) {
        String svg = link.isEmpty() ? "" : QrCode.svg(base + link, words.of("paper.code"));
        Native.setHtml(place, svg);
    }

    private static Element sheet(Further next, Element code, Words words) {
        Content content = next.content();
        Element head = Native.of("div", "head");
        Element solution = Native.of("div", "solution");
        Native.setHtml(head, content.head());
        Native.setHtml(solution, content.html());
        Element link = new Element("a");
        link.setAttribute("router-ignore", true);
        link.setAttribute("data-link", next.permalink());
        Element sheet = Native.of("section", "sheet", head);
        sheet.setAttribute("aria-label", content.title());
        if (next.drawn()) {
            NetworkDrawing drawing = new NetworkDrawing();
            drawing.show(content.drawn());
            Element figure = Native.of("div", "figure", drawing.getElement());
            figure.setAttribute("role", "img");
            figure.setAttribute("aria-label", words.of("network.label", content.drawn().sizes()));
            sheet.appendChild(figure);
        }
        Element permalink =
                Native.of("p", "permalink", Native.text("span", content.link() + " "), link);
        sheet.appendChild(solution, Native.of("div", "foot", code, permalink));
        return sheet;
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
