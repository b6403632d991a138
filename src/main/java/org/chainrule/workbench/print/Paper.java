package org.chainrule.workbench.print;

import com.vaadin.flow.dom.Element;
import org.chainrule.export.QrCode;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Words;
import org.chainrule.workbench.network.NetworkDrawing;
import org.jspecify.annotations.Nullable;

/** One sheet: its heading, the network drawn, what stands below it, and its link. */
final class Paper {
    private final Element head = Native.of("div", "head");
    private final NetworkDrawing drawing = new NetworkDrawing();
    private final Element figure = Native.of("div", "figure", drawing.getElement());
    private final Element solution = Native.of("div", "solution");
    private final Element linkText = new Element("span");
    private final Element link = new Element("a");
    private final Element permalink = Native.of("p", "permalink", linkText, link);
    private final Element code = Native.of("div", "qr");
    private final Element sheet;
    private String coded = "";

    /**
     * What stands on it.
     *
     * @param head HTML above the drawing
     * @param drawn what the drawing shows; null where there is none
     * @param html below it
     */
    record Content(String title, String head, @Nullable Shown drawn, String html, Link link) {}

    /**
     * Its link.
     *
     * @param text what it is
     * @param target where it leads from the root of all pages; null for the page's own address
     * @param coded whether a telephone can read it off the paper
     */
    record Link(String text, @Nullable String target, boolean coded) {
        static Link own(String text) {
            return new Link(text, null, false);
        }
    }

    private Paper(String tag) {
        sheet = Native.of(tag, "sheet");
        figure.setAttribute("role", "img");
        link.setAttribute("router-ignore", true);
    }

    /** With its link under its heading, where the page finds that it is long. */
    static Paper linkedAbove() {
        Paper paper = new Paper("main");
        paper.permalink.setAttribute("hidden", true);
        paper.sheet.appendChild(paper.head, paper.permalink, paper.figure, paper.solution);
        return paper;
    }

    /** With its link at its foot. */
    static Paper linkedBelow(String tag) {
        Paper paper = new Paper(tag);
        Element foot = Native.of("div", "foot", paper.code, paper.permalink);
        paper.sheet.appendChild(paper.head, paper.figure, paper.solution, foot);
        return paper;
    }

    Element element() {
        return sheet;
    }

    void show(Content content, Words words) {
        Native.setHtml(head, content.head());
        Native.setHtml(solution, content.html());
        Native.setAttribute(sheet, "aria-label", content.title());
        Shown drawn = content.drawn();
        figure.setVisible(drawn != null);
        if (drawn != null) {
            Native.setAttribute(figure, "aria-label", words.of("network.label", drawn.sizes()));
            drawing.show(drawn);
        }
        String target = content.link().target();
        Native.setText(linkText, content.link().text() + " ");
        if (target != null) {
            Native.setAttribute(link, "data-link", target);
        }
        coded = target != null && content.link().coded() ? target : "";
    }

    /** Adds the code of its link, now that it is known where all pages are. */
    void encode(String base, Words words) {
        String svg = coded.isEmpty() ? "" : QrCode.svg(base + coded, words.of("paper.code"));
        Native.setHtml(code, svg);
    }
}
