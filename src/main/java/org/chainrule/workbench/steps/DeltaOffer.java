package org.chainrule.workbench.steps;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import org.chainrule.derivation.Form;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Rounding;
import org.chainrule.workbench.kit.Actions;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Part;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Where the notation shows δ and ∂J/∂z is what is written on paper: to write δ instead. A notation
 * changes no number; this is an edit.
 */
@Tag("p")
final class DeltaOffer extends Component implements Part {
    private final Element text = new Element("span");
    private final Element write;

    DeltaOffer(Actions actions) {
        write = Native.button("btn", () -> actions.change(DeltaOffer::write));
        getElement().setAttribute("class", "offer");
        getElement().appendChild(text, write);
    }

    private static void write(Workspace workspace) {
        Rounding paper = workspace.worksheet().paper();
        if (paper != null) {
            workspace.choose(paper.with(Rounding.Writes.DELTA));
        }
    }

    @Override
    public void show(Shown shown) {
        Rounding paper = shown.worksheet().paper();
        boolean offered = isOffered(shown, paper);
        setVisible(offered);
        if (offered) {
            String written = shown.view().notation().symbol(Kind.DZ);
            Native.setText(text, shown.words().of("offer.delta", written));
            Native.setText(write, shown.words().of("offer.delta.do"));
        }
    }

    private static boolean isOffered(Shown shown, @Nullable Rounding paper) {
        return paper != null
                && paper.writes() == Rounding.Writes.DZ
                && shown.view().notation().form() == Form.DELTAS;
    }
}
