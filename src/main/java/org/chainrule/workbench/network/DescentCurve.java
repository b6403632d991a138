package org.chainrule.workbench.network;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import org.chainrule.engine.training.Position;
import org.chainrule.notation.Numbers;
import org.chainrule.workbench.kit.Actions;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Part;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.worksheet.Descent;
import org.chainrule.worksheet.Edit;
import org.chainrule.worksheet.History;
import org.chainrule.worksheet.Origin;

/**
 * J from update to update, beside J: a small curve that is read by pointing and leads to each of
 * its points. A point is an element of its own, so that an update sends one, however many there
 * are.
 */
@Tag("descent-curve")
@JsModule("./descent-curve.ts")
final class DescentCurve extends Component implements Part {
    /** What a small curve can tell apart. */
    private static final int MOST = 100;

    private static final String POINT = "event.detail.point";

    private final List<Element> points = new ArrayList<>();
    private List<History.Entry> drawn = List.of();

    DescentCurve(Actions actions) {
        getElement()
                .addEventListener(
                        "cr-revisit",
                        event -> revisit(actions, event.getEventData().path(POINT).asInt(-1)))
                .addEventData(POINT);
    }

    private void revisit(Actions actions, int point) {
        if (point >= 0 && point < drawn.size()) {
            actions.change(w -> w.edit(new Edit.Revisit(drawn.get(point))));
        }
    }

    @Override
    public void show(Shown shown) {
        setVisible(shown.descent().isPresent());
        shown.descent().ifPresent(descent -> show(shown, descent));
    }

    private void show(Shown shown, Descent descent) {
        List<History.Entry> all = descent.points();
        int first = Math.clamp(all.size() - MOST, 0, descent.at());
        int gone = Math.max(0, drawn.indexOf(all.get(first)));
        points.subList(0, gone).forEach(Element::removeFromParent);
        points.subList(0, gone).clear();
        drawn = all.subList(first, Math.min(all.size(), first + MOST));
        while (points.size() > drawn.size()) {
            points.removeLast().removeFromParent();
        }
        while (points.size() < drawn.size()) {
            Element point = new Element("data");
            points.add(point);
            getElement().appendChild(point);
        }
        for (int i = 0; i < points.size(); i++) {
            History.Entry entry = drawn.get(i);
            Native.setAttribute(points.get(i), "value", value(entry.loss()));
            Native.setText(points.get(i), read(shown, entry, name(shown, descent, first + i)));
        }
        Native.setAttribute(getElement(), "at", Integer.toString(descent.at() - first));
        Native.setAttribute(getElement(), "now", name(shown, descent, descent.at()));
        Native.setAttribute(
                getElement(),
                "name",
                shown.words().of("descent.name", shown.view().notation().loss()));
    }

    /** As the browser reads it: what is not finite has no place on the curve. */
    private static String value(double loss) {
        return Double.isFinite(loss) ? Numbers.canonical(loss) : "NaN";
    }

    /** "update 3: J = 0.4621". */
    private static String read(Shown shown, History.Entry entry, String name) {
        return shown.words()
                .of(
                        "descent.read",
                        name,
                        shown.view().notation().loss(),
                        shown.numbers().significant(entry.loss(), 4));
    }

    private static String name(Shown shown, Descent descent, int point) {
        return switch (descent.points().get(point).origin()) {
            case Origin.Trained(_, Position at) when point > 0 -> trained(shown, at);
            case Origin.Updated _ when point > 0 ->
                    shown.words()
                            .of("descent.update", shown.numbers().grouped(descent.updates(point)));
            case Origin.Opened _,
                    Origin.Edited _,
                    Origin.Updated _,
                    Origin.Trained _,
                    Origin.Revisited _ ->
                    shown.words().of("descent.start");
        };
    }

    private static String trained(Shown shown, Position at) {
        String epoch = shown.numbers().grouped(at.epoch());
        return at.update() == 0
                ? shown.words().of("descent.epoch", epoch)
                : shown.words().of("descent.within", epoch, shown.numbers().grouped(at.update()));
    }
}
