package org.chainrule.workbench.data;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.Element;
import org.chainrule.workbench.kit.Actions;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Part;
import org.chainrule.workbench.kit.Shown;

/** What the network learns from. */
@Tag("div")
@CssImport("./data.css")
@CssImport("./toy.css")
@JsModule("./toy-plot.ts")
public final class DataPanel extends Component implements Part {
    private final Element heading = Native.of("h2", "");
    private final Element text = Native.of("p", "");
    private final SampleTable table;
    private final ToyForm toy;

    public DataPanel(Actions actions) {
        SampleDeeds deeds = new SampleDeeds(actions);
        table = new SampleTable(actions, deeds);
        toy = new ToyForm(actions, deeds);
        getElement().setAttribute("class", "data");
        getElement()
                .appendChild(
                        Native.of("div", "body", heading, text, table.getElement(), toy.element()));
    }

    @Override
    public void show(Shown shown) {
        int samples = shown.problem().samples().size();
        Native.setText(heading, shown.words().of("data.heading"));
        Native.setText(
                text,
                shown.isBatch()
                        ? shown.words()
                                .of(
                                        "data.batch." + shown.problem().reduction(),
                                        shown.numbers().grouped(samples),
                                        shown.view().notation().loss())
                        : shown.words().of("data.single"));
        table.show(shown);
        toy.show(shown);
    }
}
