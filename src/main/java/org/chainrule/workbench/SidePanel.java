package org.chainrule.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.Element;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
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
    private final Map<View.Tab, Supplier<Component>> makers;
    private final Map<View.Tab, Component> panels = new EnumMap<>(View.Tab.class);

    /**
     * {@code makers}: of each a {@link Part}, made when its tab is first chosen, and shown only
     * while it is.
     */
    SidePanel(Actions actions, Map<View.Tab, Supplier<Component>> makers) {
        this.makers = makers;
        list.setAttribute("role", "tablist");
        getElement().setAttribute("class", "card side");
        getElement().setAttribute("id", "beside");
        getElement().appendChild(list);
        makers.keySet().forEach(tab -> add(actions, tab));
    }

    private void add(Actions actions, View.Tab tab) {
        Element button =
                Native.button("tab", () -> actions.change(w -> w.look(v -> v.withTab(tab))));
        button.setAttribute("role", "tab");
        button.setAttribute("id", "tab-" + tab.key());
        tabs.put(tab, button);
        list.appendChild(button);
    }

    private Component made(View.Tab tab) {
        Component panel = Objects.requireNonNull(makers.get(tab)).get();
        Element element = panel.getElement();
        element.setAttribute("role", "tabpanel");
        element.setAttribute("id", "panel-" + tab.key());
        element.setAttribute("aria-labelledby", "tab-" + tab.key());
        Objects.requireNonNull(tabs.get(tab)).setAttribute("aria-controls", "panel-" + tab.key());
        getElement().appendChild(element);
        return panel;
    }

    @Override
    public void show(Shown shown) {
        View.Tab chosen =
                makers.containsKey(shown.view().tab()) ? shown.view().tab() : View.Tab.STEPS;
        Native.setAttribute(list, "aria-label", shown.words().of("tabs"));
        tabs.forEach((tab, button) -> {
            boolean on = tab == chosen;
            Native.setText(button, shown.words().of("tab." + tab.key()));
            Native.setAttribute(button, "aria-selected", Boolean.toString(on));
            Native.setAttribute(button, "tabindex", on ? "0" : "-1");
        });
        Component panel = panels.computeIfAbsent(chosen, this::made);
        panels.forEach((tab, each) -> each.setVisible(tab == chosen));
        ((Part) panel).show(shown);
    }

    @Override
    public void select(Shown shown) {
        panels.values().stream()
                .filter(Component::isVisible)
                .forEach(panel -> ((Part) panel).select(shown));
    }
}
