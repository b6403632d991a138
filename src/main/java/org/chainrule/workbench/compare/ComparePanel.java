package org.chainrule.workbench.compare;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import org.chainrule.workbench.kit.Actions;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Part;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Words;
import org.chainrule.workbench.kit.Workspace;
import org.chainrule.worksheet.Comparison;
import org.chainrule.worksheet.Pin;
import org.jspecify.annotations.Nullable;

/** What is pinned, what was changed since, and what follows from it. */
@Tag("div")
public final class ComparePanel extends Component implements Part {
    private final Element heading = new Element("h2");
    private final Element summary = Native.of("div", "summary");
    private final Element pin;
    private final Element back;
    private final Element unpin;
    private final Element causes = Native.of("div", "");
    private final Ranking ranking;
    private final Element effects = Native.of("div", "effects");

    public ComparePanel(Actions actions) {
        pin = Native.button("btn", () -> actions.change(Workspace::pin));
        back = Native.button("btn pri", () -> actions.change(Workspace::backToPin));
        unpin = Native.button("btn", () -> actions.change(Workspace::unpin));
        ranking = new Ranking(actions);
        getElement()
                .appendChild(
                        Native.of(
                                "div",
                                "body compare",
                                heading,
                                summary,
                                Native.of("div", "buttons", back, pin, unpin),
                                causes,
                                ranking.getElement(),
                                effects));
    }

    @Override
    public void show(Shown shown) {
        Words words = shown.words();
        Comparison comparison = shown.comparison();
        Pin pinned = shown.view().pin();
        boolean compares = comparison != null && pinned != null;
        Native.setText(heading, words.of("compare.heading"));
        for (Element element : new Element[] {back, unpin, causes, effects}) {
            element.setVisible(compares);
        }
        ranking.setVisible(compares);
        Native.setText(pin, words.of(compares ? "compare.again" : "compare.pin"));
        Native.setAttribute(pin, "class", compares ? "btn" : "btn pri");
        Native.setHtml(summary, summary(shown, comparison, pinned));
        if (comparison == null || pinned == null) {
            return;
        }
        boolean changed = !comparison.present().equals(comparison.pinned());
        Native.setText(back, words.of("compare.back"));
        Native.setEnabled(back, changed);
        Native.setEnabled(pin, changed);
        Native.setText(unpin, words.of("compare.unpin"));
        Native.setHtml(causes, Causes.html(shown, comparison));
        ranking.show(shown);
        Native.setHtml(effects, Effects.html(shown, comparison, pinned.relative()));
    }

    private static String summary(
            Shown shown, @Nullable Comparison comparison, @Nullable Pin pinned) {
        return comparison == null || pinned == null
                ? "<p>" + shown.words().of("compare.what") + "</p>"
                : Summary.html(shown, comparison, pinned);
    }
}
