package org.chainrule.workbench.steps;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import org.chainrule.derivation.Quantity;
import org.chainrule.workbench.kit.Actions;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Part;
import org.chainrule.workbench.kit.Shown;

/** The selected number: its formula, its two values, and what it does to J. */
@Tag("div")
class SelectedPanel extends Component implements Part {
    private final Element content = Native.of("div", "");
    private final NudgePanel nudge;
    private final Element copy;
    private final Element box;
    private final Element hint = Native.of("p", "hint");
    private String latex = "";

    SelectedPanel(Actions actions) {
        copy = Native.copyButton("btn", () -> actions.copy(latex));
        nudge = new NudgePanel(actions);
        box = Native.of("div", "box selected", content, nudge.getElement(), copy);
        getElement().appendChild(hint, box);
    }

    @Override
    public void show(Shown shown) {
        Quantity selection = shown.view().selection();
        hint.setVisible(selection == null);
        Native.setText(hint, shown.words().of("selected.hint"));
        box.setVisible(selection != null);
        if (selection == null) {
            return;
        }
        Native.setHtml(content, Selected.of(shown, selection));
        Quantity subject = Selected.subject(selection);
        boolean derived = !subject.isEditable();
        latex = derived ? Formulas.latex(shown, subject) : "";
        Native.setText(copy, shown.words().of("copy.latex"));
        copy.setVisible(derived);
        nudge.show(shown);
    }
}
