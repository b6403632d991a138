package org.chainrule.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.Element;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.chainrule.derivation.Rounding;
import org.chainrule.notation.Notation;
import org.chainrule.workbench.files.FileMenu;
import org.chainrule.workbench.kit.Actions;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.PaperLimit;
import org.chainrule.workbench.kit.Part;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Titles;
import org.chainrule.workbench.kit.Words;
import org.chainrule.workbench.kit.Workspace;
import org.chainrule.worksheet.History;
import org.jspecify.annotations.Nullable;

/** Brand, the way to the gallery, title, arithmetic, undo and redo, files, settings, the link. */
@Tag("header")
@JsModule("./tool-bar.ts")
class HeaderBar extends Component implements Part {
    private final Element toPanel = skip("#beside");
    private final Element toNetwork = skip("#network");
    private final Element gallery = Native.of("a", "nav");
    private final Element practise = Native.of("a", "btn");
    private final Element title = Native.of("span", "title");
    private final Element arithmetic = Native.of("fieldset", "seg");
    private final Element exact = radio("exact");
    private final Element paper = radio("paper");
    private final Element exactText = Native.of("span", "");
    private final Element paperText = Native.of("span", "");
    private final Element legend = Native.of("legend", "visually-hidden");
    private final Element tools = Native.of("tool-bar", "tools");
    private final Element undo;
    private final Element redo;
    private final Element share;
    private final FileMenu files;
    private final SettingsMenu settings;
    private final NotationDialog notation;
    private final Actions actions;
    private final Supplier<History> history;
    private Rounding rounding = Rounding.SHEET;
    private @Nullable Words words;

    /**
     * @param chosen hears what notation the reader chose
     */
    HeaderBar(Actions actions, Supplier<History> history, Consumer<Notation> chosen) {
        this.actions = actions;
        this.history = history;
        notation = new NotationDialog(actions, chosen);
        settings = new SettingsMenu(actions, notation::open, chosen);
        files = new FileMenu(actions);
        undo = Native.button("btn", () -> actions.change(Workspace::undo));
        redo = Native.button("btn", () -> actions.change(Workspace::redo));
        share = Native.copyButton("btn pri", actions::share);
        undo.setText("↶");
        redo.setText("↷");
        arithmetic.appendChild(
                legend,
                Native.of("label", "", exact, exactText),
                Native.of("label", "", paper, paperText));
        choose(exact, () -> actions.change(workspace -> workspace.choose(null)));
        choose(paper, this::onPaper);
        tools.setAttribute("role", "toolbar");
        tools.appendChild(undo, redo, files.getElement(), settings.getElement(), practise, share);
        Element brand = Native.text("a", "Chainrule");
        brand.setAttribute("href", "./");
        brand.setAttribute("class", "brand");
        brand.setAttribute("router-ignore", true);
        gallery.setAttribute("router-ignore", true);
        practise.setAttribute("router-ignore", true);
        practise.setAttribute("href", "practise");
        getElement()
                .appendChild(
                        toPanel,
                        toNetwork,
                        Native.of("h1", "", brand),
                        gallery,
                        title,
                        Native.of("span", "sp"),
                        arithmetic,
                        tools,
                        notation.getElement());
    }

    private void onPaper() {
        actions.change(workspace -> {
            if (!workspace.choose(rounding) && words != null) {
                actions.tell(PaperLimit.of(words, workspace.worksheet()));
            }
        });
    }

    /** A link past what comes before {@code target}: the page moves the focus, not the address. */
    private static Element skip(String target) {
        Element link = Native.of("a", "skip");
        link.setAttribute("href", target);
        link.setAttribute("router-ignore", true);
        return link;
    }

    private static Element radio(String value) {
        Element radio = new Element("input");
        radio.setAttribute("type", "radio");
        radio.setAttribute("name", "arithmetic");
        radio.setAttribute("value", value);
        return radio;
    }

    private static void choose(Element radio, Runnable chosen) {
        radio.addEventListener(
                        "change",
                        event -> {
                            radio.setProperty(
                                    "checked",
                                    event.getEventData().get("element.checked").asBoolean());
                            chosen.run();
                        })
                .addEventData("element.checked");
    }

    @Override
    public void show(Shown shown) {
        Words words = shown.words();
        this.words = words;
        Rounding own = shown.worksheet().paper();
        if (own != null) {
            rounding = own;
        }
        Locale chosen = shown.view().language();
        Native.setText(gallery, words.of("gallery"));
        Native.setAttribute(
                gallery,
                "href",
                chosen == null ? "gallery" : "gallery?lang=" + chosen.getLanguage());
        Native.setText(practise, words.of("practise"));
        Native.setText(toPanel, words.of("skip", words.of("tab." + shown.view().tab().key())));
        Native.setText(toNetwork, words.of("skip", words.of("network.heading")));
        Native.setText(title, Titles.of(shown.worksheet(), shown.words()));
        Native.setText(legend, words.of("arithmetic"));
        Native.setText(exactText, words.of("arithmetic.exact"));
        Native.setText(
                paperText,
                own == null
                        ? words.of("arithmetic.paper")
                        : words.of(
                                "arithmetic.paper.decimals",
                                own.decimals(),
                                own.gradientDecimals()));
        exact.setProperty("checked", own == null);
        paper.setProperty("checked", own != null);
        Native.setAttribute(tools, "aria-label", words.of("tools"));
        button(undo, words.of("undo"), history.get().canUndo());
        button(redo, words.of("redo"), history.get().canRedo());
        Native.setText(share, words.of("share"));
        files.show(shown);
        settings.show(shown);
        notation.show(shown);
    }

    /** It is the same whichever number is selected. */
    @Override
    public void select(Shown shown) {}

    private static void button(Element button, String name, boolean enabled) {
        Native.setAttribute(button, "aria-label", name);
        Native.setAttribute(button, "title", name);
        Native.setEnabled(button, enabled);
    }
}
