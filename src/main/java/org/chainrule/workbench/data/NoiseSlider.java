package org.chainrule.workbench.data;

import com.vaadin.flow.dom.Element;
import java.util.function.DoubleConsumer;
import org.chainrule.workbench.kit.Native;
import org.chainrule.worksheet.toy.ToyData;
import tools.jackson.databind.JsonNode;

/** How much noise toy data have: told while it moves, and once more where it comes to rest. */
final class NoiseSlider {
    /** Milliseconds from one telling to the next while it moves. */
    private static final int PACE = 50;

    private final Element name = new Element("span");
    private final Element value = new Element("b");
    private final Element input = new Element("input");
    private final Element root = Native.of("label", "noise", name, value, input);

    NoiseSlider(DoubleConsumer moving, DoubleConsumer chosen) {
        // The slider says it by itself.
        value.setAttribute("aria-hidden", "true");
        input.setAttribute("type", "range");
        input.setAttribute("min", "0");
        input.setAttribute("max", Double.toString(ToyData.MOST_NOISE));
        input.setAttribute("step", "0.01");
        input.addEventListener("input", event -> moving.accept(number(event.getEventData())))
                .addEventData("element.value")
                .throttle(PACE);
        input.addEventListener(
                        "change",
                        event -> {
                            double noise = number(event.getEventData());
                            input.setProperty("value", Double.toString(noise));
                            chosen.accept(noise);
                        })
                .addEventData("element.value");
    }

    private static double number(JsonNode data) {
        return Math.clamp(data.path("element.value").asDouble(0), 0, ToyData.MOST_NOISE);
    }

    Element element() {
        return root;
    }

    void name(String text) {
        Native.setText(name, text);
    }

    /** Says how much it is while the slider is somewhere. */
    void say(String text) {
        Native.setText(value, text);
        Native.setAttribute(input, "aria-valuetext", text);
    }

    void set(double noise) {
        String text = Double.toString(noise);
        if (!text.equals(input.getProperty("value"))) {
            input.setProperty("value", text);
        }
    }
}
