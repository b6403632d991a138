package org.chainrule.workbench.network;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import org.chainrule.derivation.Quantity;
import org.chainrule.workbench.kit.Held;
import org.chainrule.workbench.kit.Part;
import org.chainrule.workbench.kit.Sent;
import org.chainrule.workbench.kit.Shown;
import org.jspecify.annotations.Nullable;

/** The fields for inputs, targets and the learning rate. */
@Tag("section")
@JsModule("./value-field.ts")
public final class GivenFields extends Component implements Part {
    private final List<Element> cells = new ArrayList<>();
    private final List<Sent<Field>> sent = new ArrayList<>();

    record Field(
            String q,
            String text,
            @JsonInclude(Include.NON_NULL) @Nullable String brief,
            String aria,
            String label,
            @Nullable String error,
            @JsonInclude(Include.NON_NULL) @Nullable String delta) {}

    public GivenFields() {
        getElement().setAttribute("class", "card fields");
    }

    @Override
    public void show(Shown shown) {
        List<Field> shownFields = new ArrayList<>();
        for (int t = 1; t <= shown.network().inputs(); t++) {
            shownFields.add(field(shown, Quantity.x(t), shown.name(Quantity.x(t))));
        }
        for (int k = 1; k <= shown.network().outputs(); k++) {
            shownFields.add(
                    field(shown, Quantity.y(k), shown.signs().sign(Quantity.y(k)).indexed()));
        }
        shownFields.add(field(shown, Quantity.learningRate(), shown.view().notation().rate()));
        while (cells.size() > shownFields.size()) {
            cells.removeLast().removeFromParent();
            sent.removeLast();
        }
        while (cells.size() < shownFields.size()) {
            Element cell = new Element("value-field");
            cells.add(cell);
            sent.add(Sent.<Field>bean(cell, "field"));
            getElement().appendChild(cell);
        }
        for (int i = 0; i < cells.size(); i++) {
            sent.get(i).show(shownFields.get(i));
        }
    }

    /** It is the same whichever number is selected. */
    @Override
    public void select(Shown shown) {}

    private static Field field(Shown shown, Quantity quantity, String label) {
        Held held = shown.field(quantity);
        String aria = shown.words().of("field." + quantity.kind(), quantity.k());
        return new Field(
                quantity.address(),
                held.text(),
                held.brief(),
                aria,
                label,
                shown.error(quantity),
                shown.delta(quantity));
    }
}
