package org.chainrule.browser;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.Route;

/** A button that changes one label: the least that a round trip of the same application can be. */
@Route("empty-round-trip")
@Tag("div")
class EmptyRoundTrip extends Component {
    private int count;

    EmptyRoundTrip() {
        Element label = new Element("output");
        Element button = new Element("button");
        button.setText("count");
        button.addEventListener("click", _ -> label.setText(Integer.toString(++count)));
        getElement().appendChild(button, label);
    }
}
