package org.chainrule.workbench.gallery;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.dom.Element;
import java.util.Optional;
import org.chainrule.gallery.Example;
import org.chainrule.gallery.Gallery;
import org.chainrule.workbench.kit.Actions;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Part;
import org.chainrule.workbench.kit.Shown;

/** What to try on a worksheet that was opened from the gallery, until it is dismissed. */
@Tag("aside")
@CssImport("./gallery.css")
public final class ExampleNote extends Component implements Part {
    private final Element heading = Native.of("h2", "");
    private final Element text = Native.of("p", "");
    private final Element dismiss;

    public ExampleNote(Actions actions) {
        dismiss = Native.button("btn", () -> dismiss(actions));
        dismiss.setText("✕");
        heading.setAttribute("id", "what-to-try");
        getElement().setAttribute("class", "try");
        getElement().setAttribute("aria-labelledby", "what-to-try");
        getElement().appendChild(heading, text, dismiss);
    }

    /** The focus must not be lost with the button that had it. */
    private void dismiss(Actions actions) {
        getElement()
                .getParent()
                .executeJs("this.querySelector('main').focus({ preventScroll: true })");
        actions.change(w -> w.look(v -> v.withExample(null)));
    }

    @Override
    public void show(Shown shown) {
        Optional<Example> example =
                Optional.ofNullable(shown.view().example()).flatMap(Gallery::find);
        setVisible(example.isPresent());
        if (example.isPresent()) {
            Native.setText(heading, shown.words().of("gallery.try"));
            Native.setText(text, ExampleCard.text(example.get(), shown.words()));
            String name = shown.words().of("gallery.dismiss");
            Native.setAttribute(dismiss, "aria-label", name);
            Native.setAttribute(dismiss, "title", name);
        }
    }

    /** It is the same whichever number is selected. */
    @Override
    public void select(Shown shown) {}
}
