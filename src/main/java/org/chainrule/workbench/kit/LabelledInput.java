package org.chainrule.workbench.kit;

import com.vaadin.flow.dom.Element;
import java.util.Optional;
import java.util.function.Consumer;
import org.chainrule.notation.Manner;
import org.chainrule.notation.Numbers;
import org.chainrule.notation.Parsed;

/** A text field with its label. What is refused stays in it, with the reason. */
public final class LabelledInput {
    private final Element label = new Element("span");
    private final Element input = new Element("input");
    private final Element reason = Native.of("span", "reason");
    private final Element box =
            Native.of("div", "labelled", Native.of("label", "", label, input), reason);

    /**
     * {@code id} is that of the reason; {@code keyboard} is what a phone shows: "numeric" or
     * "decimal".
     */
    public LabelledInput(String id, String keyboard, Consumer<String> typed) {
        input.setAttribute("type", "text");
        input.setAttribute("inputmode", keyboard);
        input.setAttribute("autocomplete", "off");
        input.setAttribute("aria-describedby", id);
        reason.setAttribute("id", id);
        reason.setAttribute("role", "alert");
        input.addEventListener(
                        "change",
                        event -> {
                            String text = event.getEventData().get("element.value").asString();
                            input.setProperty("value", text);
                            typed.accept(text);
                        })
                .addEventData("element.value");
    }

    /** The whole number of a text, or nothing where it is none of these. */
    public static Optional<Integer> whole(String text, int least, int most) {
        return Numbers.read(text, Manner.WHOLE) instanceof Parsed.Value(var value)
                        && value >= least
                        && value <= most
                ? Optional.of((int) value)
                : Optional.empty();
    }

    public Element element() {
        return box;
    }

    public Element input() {
        return input;
    }

    public void refuse(String why) {
        Native.setText(reason, why);
        Native.setAttribute(input, "aria-invalid", "true");
    }

    public void accept() {
        Native.setText(reason, "");
        Native.setAttribute(input, "aria-invalid", null);
    }

    /** Shows {@code text}, unless what stands there was refused. */
    public void show(String name, String text) {
        Native.setText(label, name);
        if (reason.getText().isEmpty() && !text.equals(input.getProperty("value"))) {
            input.setProperty("value", text);
        }
    }
}
