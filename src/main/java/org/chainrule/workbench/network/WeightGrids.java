package org.chainrule.workbench.network;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.chainrule.engine.Layer;
import org.chainrule.workbench.kit.Deltas;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Part;
import org.chainrule.workbench.kit.Sent;
import org.chainrule.workbench.kit.Shown;

/** One weight grid per layer that has weights. */
@Tag("div")
@JsModule("./weight-grid.ts")
public final class WeightGrids extends Component implements Part {
    private final List<Sheet> sheets = new ArrayList<>();

    /** The grid of one layer. */
    private record Sheet(Element element, Sent<Grid> grid, Sent<GridNumbers> numbers) {
        static Sheet of(Element element) {
            return new Sheet(
                    element,
                    Sent.<Grid>bean(element, "grid"),
                    Sent.<GridNumbers>bean(element, "numbers"));
        }
    }

    public WeightGrids() {
        getElement().setAttribute("class", "grids");
    }

    @Override
    public void show(Shown shown) {
        List<Integer> weighted =
                IntStream.range(0, shown.network().depth())
                        .filter(l -> !shown.network().layer(l).isWeightless())
                        .boxed()
                        .toList();
        while (sheets.size() > weighted.size()) {
            sheets.removeLast().element().getParent().removeFromParent();
        }
        while (sheets.size() < weighted.size()) {
            Element grid = new Element("weight-grid");
            sheets.add(Sheet.of(grid));
            getElement().appendChild(Native.of("section", "card", grid));
        }
        for (int i = 0; i < sheets.size(); i++) {
            int l = weighted.get(i);
            Layer layer = shown.network().layer(l);
            Sheet sheet = sheets.get(i);
            sheet.grid().show(Grid.of(shown, l));
            sheet.numbers().show(GridNumbers.of(shown, l));
            Deltas.show(sheet.element(), shown, () -> Grid.quantities(layer));
        }
    }

    /** It is the same whichever number is selected. */
    @Override
    public void select(Shown shown) {}
}
