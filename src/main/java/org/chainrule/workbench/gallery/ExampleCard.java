package org.chainrule.workbench.gallery;

import com.vaadin.flow.dom.Element;
import java.util.Locale;
import org.chainrule.gallery.Example;
import org.chainrule.link.Permalink;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Words;
import org.chainrule.worksheet.Worksheet;
import org.jspecify.annotations.Nullable;

/** One example: its network drawn, what to try, where it comes from, and the link that opens it. */
final class ExampleCard {
    private ExampleCard() {}

    /** {@code chosen}: the language to open it in, or null for the browser's. */
    static Element of(Example example, Words words, @Nullable Locale chosen) {
        String title = title(example, words);
        Element drawing = Native.of("div", "sketch");
        Native.setHtml(drawing, NetworkSketch.of(example.worksheet().problem(), words));
        Element open = Native.text("a", words.of("gallery.open"));
        open.setAttribute("class", "btn open");
        open.setAttribute("href", "." + link(example, title, chosen));
        open.setAttribute("aria-label", words.of("gallery.open.name", title));
        open.setAttribute("router-ignore", true);
        Element card =
                Native.of(
                        "li",
                        "card",
                        drawing,
                        Native.text("h3", title),
                        Native.text("p", text(example, words)));
        Example.Source source = example.source();
        if (source != null) {
            card.appendChild(source(source, words));
        }
        return card.appendChild(open);
    }

    static String title(Example example, Words words) {
        return words.of("gallery." + example.key() + ".title");
    }

    static String text(Example example, Words words) {
        return words.of("gallery." + example.key() + ".text");
    }

    /** It opens under its title in the reader's language. */
    private static String link(Example example, String title, @Nullable Locale chosen) {
        Worksheet worksheet = example.worksheet();
        return Permalink.link(
                Permalink.query(
                        new Worksheet(title, worksheet.problem(), worksheet.paper()),
                        example.view().withLanguage(chosen)));
    }

    private static Element source(Example.Source source, Words words) {
        Element work = Native.text(source.address() == null ? "span" : "a", source.work());
        if (source.address() != null) {
            work.setAttribute("href", source.address());
        }
        return Native.of(
                "p",
                "source",
                Native.text("span", words.of("gallery.source", source.author()) + " "),
                Native.of("cite", "", work),
                Native.text("span", source.year().isEmpty() ? "" : ", " + source.year()));
    }
}
