package org.chainrule.workbench.gallery;

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
import org.chainrule.gallery.Example;
import org.chainrule.gallery.Gallery;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Spoken;
import org.chainrule.workbench.kit.Words;
import org.jspecify.annotations.Nullable;

/** The worksheets to start from, in the browser's language or that of {@code ?lang=de}. */
@Route("gallery")
@CssImport("./styles.css")
@CssImport("./gallery.css")
@Tag("gallery-page")
@JsModule("./gallery-page.ts")
class GalleryView extends Component implements BeforeEnterObserver, HasDynamicTitle {
    private Words words = Words.in(VaadinRequest.getCurrent().getLocale());

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Locale chosen =
                event.getLocation()
                        .getQueryParameters()
                        .getSingleParameter("lang")
                        .filter(lang -> lang.equals("en") || lang.equals("de"))
                        .map(Locale::of)
                        .orElse(null);
        if (chosen != null) {
            words = Words.in(chosen);
        }
        getElement().removeAllChildren();
        getElement().appendChild(header(), main(chosen));
        Spoken.in(words, UI.getCurrent().getPage());
    }

    private Element header() {
        Element brand = link("Chainrule", "./", "brand");
        Element other = link(words.of("gallery.other"), words.of("gallery.other.href"), "other");
        other.setAttribute("lang", words.of("gallery.other.lang"));
        other.setAttribute("hreflang", words.of("gallery.other.lang"));
        Element back = link(words.of("gallery.back"), "./", "btn back");
        return Native.of("header", "", brand, Native.of("span", "sp"), other, back);
    }

    private static Element link(String text, String address, String classes) {
        Element link = Native.text("a", text);
        link.setAttribute("href", address);
        link.setAttribute("class", classes);
        link.setAttribute("router-ignore", true);
        return link;
    }

    private Element main(@Nullable Locale chosen) {
        Element main =
                Native.of(
                        "main",
                        "",
                        Native.text("h1", words.of("gallery")),
                        Native.text("p", words.of("gallery.lead")));
        for (Example.Chapter chapter : Example.Chapter.values()) {
            main.appendChild(chapter(chapter, chosen));
        }
        return main;
    }

    private Element chapter(Example.Chapter chapter, @Nullable Locale chosen) {
        Element cards = Native.of("ul", "");
        Gallery.examples(chapter)
                .forEach(example -> cards.appendChild(ExampleCard.of(example, words, chosen)));
        return Native.of(
                "section", "", Native.text("h2", words.of("gallery." + chapter.key())), cards);
    }

    @Override
    public String getPageTitle() {
        return words.of("gallery") + " · Chainrule";
    }
}
