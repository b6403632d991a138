package org.chainrule.workbench.network;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.dom.Element;
import org.chainrule.workbench.kit.Actions;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Part;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Words;

/** Chooses the sample on show: the one before, the one after, or any by its number. */
@Tag("div")
@CssImport("./sample-stepper.css")
final class SampleStepper extends Component implements Part {
    private final Element name = new Element("span");
    private final Element number = new Element("input");
    private final Element all = new Element("span");
    private final Element previous;
    private final Element next;

    SampleStepper(Actions actions) {
        previous =
                Native.button(
                        "btn",
                        () -> actions.change(w -> w.look(v -> v.withSample(v.sample() - 1))));
        next =
                Native.button(
                        "btn",
                        () -> actions.change(w -> w.look(v -> v.withSample(v.sample() + 1))));
        previous.setText("‹");
        next.setText("›");
        // The arrow keys do the same in the field: Tab need not stop three times.
        previous.setAttribute("tabindex", "-1");
        next.setAttribute("tabindex", "-1");
        number.setAttribute("type", "number");
        number.setAttribute("min", "1");
        number.addEventListener(
                        "change",
                        event -> {
                            String text = event.getEventData().path("element.value").asString("");
                            number.setProperty("value", text);
                            actions.change(
                                    w -> w.look(v -> v.withSample(sample(text, v.sample()))));
                        })
                .addEventData("element.value");
        getElement().setAttribute("class", "sample-stepper");
        getElement().setAttribute("role", "group");
        getElement().appendChild(Native.of("label", "", name, number), all, previous, next);
    }

    /** The sample that a number in the field means; {@code present} where it means none. */
    private static int sample(String text, int present) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) - 1 : present;
    }

    @Override
    public void show(Shown shown) {
        Words words = shown.words();
        int count = shown.problem().samples().size();
        int sample = shown.view().sample();
        Native.setAttribute(getElement(), "aria-label", words.of("sample.stepper"));
        Native.setText(name, words.of("sample"));
        Native.setText(all, "/ " + shown.numbers().grouped(count));
        Native.setAttribute(number, "max", Integer.toString(count));
        number.setProperty("value", Integer.toString(sample + 1));
        button(previous, words.of("sample.previous"), sample > 0);
        button(next, words.of("sample.next"), sample < count - 1);
    }

    private static void button(Element button, String name, boolean enabled) {
        Native.setAttribute(button, "aria-label", name);
        Native.setAttribute(button, "title", name);
        Native.setEnabled(button, enabled);
    }
}
