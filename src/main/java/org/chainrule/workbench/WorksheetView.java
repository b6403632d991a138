package org.chainrule.workbench;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;

@Route("")
class WorksheetView extends Div {
    WorksheetView() {
        setText("Chainrule");
    }
}
