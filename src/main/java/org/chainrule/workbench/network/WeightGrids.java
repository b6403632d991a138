package org.chainrule.workbench.network;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import org.chainrule.engine.Layer;
import org.chainrule.workbench.kit.Deltas;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Part;
import org.chainrule.workbench.kit.Shown;

/** One weight grid per layer. */
@Tag("div")
@JsModule("./weight-grid.ts")
public final class WeightGrids extends Component implements Part {
    private final List<Element> grids = new ArrayList<>();

    public WeightGrids() {
        getElement().setAttribute("class", "grids");
    }

    @Override
    public void show(Shown shown) {
        int depth = shown.network().depth();
        while (grids.size() > depth) {
            grids.removeLast().getParent().removeFromParent();
        }
        while (grids.size() < depth) {
            Element grid = new Element("weight-grid");
            grids.add(grid);
            getElement().appendChild(Native.of("section", "card", grid));
        }
        for (int l = 0; l < depth; l++) {
            Layer layer = shown.network().layer(l);
            Native.setBean(grids.get(l), "grid", Grid.of(shown, l));
            Native.setBean(grids.get(l), "numbers", GridNumbers.of(shown, l));
            Deltas.show(grids.get(l), shown, () -> Grid.quantities(layer));
        }
    }
}
