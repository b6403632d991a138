package org.chainrule.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.Element;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.chainrule.workbench.kit.Actions;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Part;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.worksheet.View;

/**
 * What stands beside the network, one tab at a time (<a
 * href="https://www.w3.org/WAI/ARIA/apg/patterns/tabs/">ARIA's tabs</a>; the arrow keys move among
 * them).
 */
@Tag("side-panel")
@JsModule("./side-panel.ts")
@CssImport("./side-panel.css")
class SidePanel extends Component implements Part {
    private final Element list = Native.of("div", "tabs");
    private final Map<View.Tab, Element> tabs = new EnumMap<>(View.Tab.class);
    private final Map<View.Tab, Component> panels = new EnumMap<>(View.Tab.class);

    /** {@code panels}: each a {@link Part}, shown only while its tab is chosen. */
    SidePanel(Actions actions, Map<View.Tab, ? extends Component> panels) {
        list.setAttribute("role", "tablist");
        getElement().setAttribute("class", "card side");
        getElement().setAttribute("id", "beside");
        getElement().appendChild(list);
        panels.forEach((tab, panel) -> add(actions, tab, panel));
    }

    private void add(Actions actions, View.Tab tab, Component panel) {
        Element button =
                Native.button("tab", () -> actions.change(w -> w.look(v -> v.withTab(tab))));
        button.setAttribute("role", "tab");
        button.setAttribute("id", "tab-" + tab.key());
        button.setAttribute("aria-controls", "panel-" + tab.key());
        Element element = panel.getElement();
        element.setAttribute("role", "tabpanel");
        element.setAttribute("id", "panel-" + tab.key());
        element.setAttribute("aria-labelledby", "tab-" + tab.key());
        tabs.put(tab, button);
        panels.put(tab, panel);
        list.appendChild(button);
        getElement().appendChild(element);
    }

    @Override
    public void show(Shown shown) {
        View.Tab chosen =
                panels.containsKey(shown.view().tab()) ? shown.view().tab() : View.Tab.STEPS;
        Native.setAttribute(list, "aria-label", shown.words().of("tabs"));
        tabs.forEach((tab, button) -> {
            boolean on = tab == chosen;
            Native.setText(button, shown.words().of("tab." + tab.key()));
            Native.setAttribute(button, "aria-selected", Boolean.toString(on));
            Native.setAttribute(button, "tabindex", on ? "0" : "-1");
        });
        panels.forEach((tab, panel) -> panel.setVisible(tab == chosen));
        ((Part) Objects.requireNonNull(panels.get(chosen))).show(shown);
    }
}
