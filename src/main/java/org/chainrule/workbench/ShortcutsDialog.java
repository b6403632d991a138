package org.chainrule.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Part;
import org.chainrule.workbench.kit.Shown;

/** The keys that the page knows. */
@Tag("dialog")
class ShortcutsDialog extends Component implements Part {
    ShortcutsDialog() {
        getElement().setAttribute("aria-labelledby", "shortcuts");
    }

    @Override
    public void show(Shown shown) {
        StringBuilder html =
                new StringBuilder("<h2 id=\"shortcuts\">")
                        .append(shown.words().of("shortcuts"))
                        .append("</h2><dl>");
        for (String row : shown.words().of("shortcuts.rows").split("\\|", -1)) {
            String[] pair = row.split("=", 2);
            html.append("<dt><kbd>")
                    .append(pair[0].strip())
                    .append("</kbd></dt><dd>")
                    .append(pair[1].strip())
                    .append("</dd>");
        }
        html.append("</dl><form method=\"dialog\"><button class=\"btn pri\">")
                .append(shown.words().of("close"))
                .append("</button></form>");
        Native.setHtml(getElement(), html.toString());
    }

    /** It is the same whichever number is selected. */
    @Override
    public void select(Shown shown) {}

    void open() {
        getElement().executeJs("this.open || this.showModal()");
    }
}
