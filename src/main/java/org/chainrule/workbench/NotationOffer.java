package org.chainrule.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import org.chainrule.link.NotationText;
import org.chainrule.notation.Notation;
import org.chainrule.notation.Preset;
import org.chainrule.workbench.kit.Actions;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Part;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Words;
import org.jspecify.annotations.Nullable;

/**
 * Where a link writes otherwise than the reader chose last in this browser: the offer to read it in
 * the reader's notation, and the way back to the link's.
 */
@Tag("aside")
final class NotationOffer extends Component implements Part {
    private static final String REMEMBERED = "event.detail.notation";

    private final Actions actions;
    private final Element text = new Element("span");
    private final Element change;

    /** The reader's, as far as the browser remembers one. */
    private @Nullable Notation own;

    /** What the link writes, where it is read in the reader's. */
    private @Nullable Notation linked;

    /**
     * @param page tells what the browser remembers
     */
    NotationOffer(Actions actions, Element page) {
        this.actions = actions;
        change = Native.button("btn", this::change);
        getElement().setAttribute("class", "offer letters");
        getElement().appendChild(text, change);
        page.addEventListener(
                        "cr-theme",
                        event -> remember(event.getEventData().path(REMEMBERED).asString("")))
                .addEventData(REMEMBERED);
        page.addEventListener("cr-address", _ -> linked = null);
    }

    private void remember(String notation) {
        own = NotationText.read(notation).orElse(null);
    }

    /** Writes in what the reader chose, which is the reader's own from now on. */
    void choose(Notation notation) {
        own = notation;
        linked = null;
        actions.change(w -> w.look(v -> v.withNotation(notation)));
        // Of what is not visible itself, nothing is run.
        getElement()
                .getParent()
                .executeJs("this.rememberNotation($0)", NotationText.write(notation));
    }

    private void change() {
        Notation mine = own;
        Notation theirs = linked;
        actions.change(w -> {
            linked = theirs == null ? w.view().notation() : null;
            Notation next = theirs == null ? mine : theirs;
            if (next != null) {
                w.look(v -> v.withNotation(next));
            }
        });
    }

    @Override
    public void show(Shown shown) {
        Notation present = shown.view().notation();
        boolean mine = present.equals(own);
        setVisible(own != null && (!mine || linked != null));
        if (isVisible()) {
            Words words = shown.words();
            Native.setAttribute(getElement(), "aria-label", words.of("notation"));
            Native.setText(text, mine ? words.of("letters.used") : linked(words, present));
            Native.setText(change, words.of(mine ? "letters.back" : "letters.use"));
        }
    }

    /** It is the same whichever number is selected. */
    @Override
    public void select(Shown shown) {}

    private static String linked(Words words, Notation notation) {
        return Preset.of(notation)
                .map(preset -> words.of("letters.linked", words.of("notation." + preset.key())))
                .orElseGet(() -> words.of("letters.linked.own"));
    }
}
