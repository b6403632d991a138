package org.chainrule.workbench.data;

import com.vaadin.flow.dom.Element;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Words;
import org.chainrule.worksheet.toy.ToyData;
import org.chainrule.worksheet.toy.ToyData.Kind;

/** The kinds of toy data to choose from, each with a small picture. */
final class ToyKinds {
    private final Element legend = Native.of("legend", "visually-hidden");
    private final Element root = Native.of("fieldset", "kinds", legend);
    private final Map<Kind, Choice> choices = new EnumMap<>(Kind.class);

    private record Choice(Element radio, Element name) {}

    ToyKinds(Consumer<Kind> chosen) {
        for (Kind kind : Kind.values()) {
            Element radio = new Element("input");
            radio.setAttribute("type", "radio");
            radio.setAttribute("name", "toy");
            radio.setAttribute("value", kind.key());
            radio.addEventListener(
                    "change",
                    _ -> {
                        radio.setProperty("checked", true);
                        chosen.accept(kind);
                    });
            Element picture = new Element("toy-plot");
            Native.setBean(picture, "plot", ToyPlot.small(pictured(kind)));
            Element name = new Element("span");
            choices.put(kind, new Choice(radio, name));
            root.appendChild(Native.of("label", "kind", radio, picture, name));
        }
    }

    /** What shows the kind best in little room. */
    private static ToyData pictured(Kind kind) {
        return switch (kind) {
            case XOR -> new ToyData(kind, 40, 0.1, 3);
            case CIRCLE -> new ToyData(kind, 52, 0.04, 1);
            case SPIRALS -> new ToyData(kind, 150, 0, 1);
            case GAUSSIANS -> new ToyData(kind, 40, 0.02, 5);
            case LINE -> new ToyData(kind, 13, 0.2, 2);
            case PLANE -> new ToyData(kind, 70, 0, 1);
        };
    }

    Element element() {
        return root;
    }

    void show(Words words, Kind chosen) {
        Native.setText(legend, words.of("toy.kinds"));
        choices.forEach((kind, choice) -> {
            choice.radio().setProperty("checked", kind == chosen);
            Native.setText(choice.name(), words.of("toy." + kind.key()));
        });
    }
}
