package org.chainrule.workbench.compare;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.util.Objects;
import org.chainrule.workbench.kit.Actions;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Part;
import org.chainrule.workbench.kit.Shown;

/** Whether the biggest effects are those of the largest change, or of the largest share. */
@Tag("div")
final class Ranking extends Component implements Part {
    private final Element heading = new Element("h3");
    private final Element legend = Native.of("legend", "visually-hidden");
    private final Element[] radios = {radio("size"), radio("share")};
    private final Element[] texts = {new Element("span"), new Element("span")};

    Ranking(Actions actions) {
        Element choice = Native.of("fieldset", "seg", legend);
        for (int i = 0; i < radios.length; i++) {
            boolean relative = i == 1;
            radios[i].addEventListener("change", _ -> actions.change(w -> w.rankBy(relative)));
            choice.appendChild(Native.of("label", "", radios[i], texts[i]));
        }
        getElement().setAttribute("class", "ranking");
        getElement().appendChild(heading, choice);
    }

    private static Element radio(String value) {
        Element radio = new Element("input");
        radio.setAttribute("type", "radio");
        radio.setAttribute("name", "ranking");
        radio.setAttribute("value", value);
        return radio;
    }

    @Override
    public void show(Shown shown) {
        boolean relative = Objects.requireNonNull(shown.view().pin()).relative();
        Native.setText(heading, shown.words().of("compare.effects"));
        Native.setText(legend, shown.words().of("compare.rank"));
        Native.setText(texts[0], shown.words().of("compare.rank.size"));
        Native.setText(texts[1], shown.words().of("compare.rank.share"));
        radios[0].setProperty("checked", !relative);
        radios[1].setProperty("checked", relative);
    }
}
