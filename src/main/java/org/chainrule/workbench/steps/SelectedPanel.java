package org.chainrule.workbench.steps;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chainrule.derivation.Quantity;
import org.chainrule.notation.Language;
import org.chainrule.solution.Line;
import org.chainrule.solution.Solution;
import org.chainrule.workbench.kit.Actions;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Part;
import org.chainrule.workbench.kit.Sent;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.worksheet.View;
import org.jspecify.annotations.Nullable;

/** The selected number: its formula, its two values, and what it does to J. */
@Tag("div")
class SelectedPanel extends Component implements Part {
    private final Element content = Native.of("div", "");
    private final Sent<CharSequence> sent = Sent.html(content);
    private final NudgePanel nudge;
    private final Element close;
    private final Element copy;
    private final Element box;
    private final Element hint = Native.of("p", "hint");
    private final Element before;
    private final Element after;
    private final Element onward = Native.of("span", "words");
    private @Nullable Shown shown;
    private String latex = "";

    SelectedPanel(Actions actions) {
        close =
                Native.button(
                        "btn close", () -> actions.change(w -> w.look(v -> v.withSelection(null))));
        close.setText("✕");
        copy = Native.copyButton("btn", () -> actions.copy(latex));
        nudge = new NudgePanel(actions);
        box = Native.of("div", "box selected", close, content, nudge.getElement(), copy);
        getElement().setAttribute("class", "body dock");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("tabindex", "-1");
        before = Native.button("btn", () -> walk(actions, -1));
        before.setText("◂");
        before.setAttribute("data-walk", "back");
        after = Native.button("btn", () -> walk(actions, 1));
        after.setAttribute("data-walk", "on");
        after.appendChild(onward, Native.text("span", "▸"));
        getElement().appendChild(Native.of("div", "walk", before, after), hint, box);
    }

    private void walk(Actions actions, int way) {
        View there = Walk.moved(Objects.requireNonNull(shown), way);
        actions.change(w -> w.look(_ -> there));
    }

    /** The address of the number whose derivation is shown, or null. */
    private static @Nullable String derived(Shown shown, @Nullable Quantity selection) {
        if (selection == null) {
            return null;
        }
        Quantity subject = Selected.subject(selection);
        return subject.isGiven() || !shown.isReached(subject) ? null : subject.address();
    }

    /** Formula and numbers, for a student's own paper. */
    private static String latex(Shown shown, Quantity subject) {
        Line line = Solution.line(shown.display(), shown.ref(subject));
        return Stream.concat(line.change().stream(), Stream.of(line))
                .map(told -> told.symbolic(Language.LATEX) + "\n" + told.worked(Language.LATEX))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void show(Shown shown) {
        this.shown = shown;
        Quantity selection = shown.view().selection();
        hint.setVisible(selection == null);
        Native.setText(hint, shown.words().of("selected.hint"));
        Native.setAttribute(getElement(), "aria-label", shown.words().of("selected.region"));
        Native.setAttribute(before, "aria-label", shown.words().of("walk.back"));
        Native.setAttribute(before, "title", shown.words().of("walk.back"));
        Native.setAttribute(after, "aria-label", shown.words().of("walk.on"));
        Native.setAttribute(after, "title", shown.words().of("walk.on"));
        Native.setText(onward, shown.words().of("walk.on"));
        Native.setAttribute(getElement(), "data-derivation", derived(shown, selection));
        box.setVisible(selection != null);
        if (selection == null) {
            return;
        }
        sent.show(Selected.of(shown, selection));
        Quantity subject = Selected.subject(selection);
        boolean derived = !subject.isGiven();
        latex = derived ? latex(shown, subject) : "";
        Native.setAttribute(close, "aria-label", shown.words().of("selected.close"));
        Native.setAttribute(close, "title", shown.words().of("selected.close"));
        Native.setText(copy, shown.words().of("copy.latex"));
        copy.setVisible(derived);
        nudge.show(shown);
    }
}
