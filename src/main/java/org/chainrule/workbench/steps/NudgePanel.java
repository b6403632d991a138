package org.chainrule.workbench.steps;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.Element;
import java.util.Locale;
import org.chainrule.derivation.Quantity;
import org.chainrule.engine.GradientCheck;
import org.chainrule.engine.Nudge;
import org.chainrule.notation.Notation;
import org.chainrule.solution.Solved;
import org.chainrule.workbench.kit.Actions;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Part;
import org.chainrule.workbench.kit.Sent;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Text;
import org.chainrule.worksheet.History;
import org.jspecify.annotations.Nullable;

/** The parameter behind the selected number, to be nudged: what J does, and its curve. */
@Tag("div")
@CssImport("./nudge.css")
@JsModule("./loss-curve.ts")
final class NudgePanel extends Component implements Part {
    private final Element heading = new Element("h3");
    private final Element down;
    private final Element up;
    private final Element sizes;
    private final Element forecast = Native.of("div", "forecast");
    private final Sent<CharSequence> foretold = Sent.html(forecast);
    private final Element moved = Native.of("div", "moved");
    private final Sent<CharSequence> told = Sent.html(moved);
    private final Element curve = new Element("loss-curve");
    private final Sent<Curve> drawn = Sent.<Curve>bean(curve, "curve");
    private final Element quotients = Native.of("div", "");
    private final Sent<CharSequence> compared = Sent.html(quotients);
    private final Element copy;
    private final Element summary = new Element("summary");
    private final Element table = Native.of("div", "");
    private final Sent<CharSequence> tabled = Sent.html(table);
    private final Element[] ofGradient;
    private final Actions actions;
    private @Nullable Quantity parameter;
    private @Nullable Asked present;
    private @Nullable Asked asked;
    private String latex = "";
    private double h;
    private boolean open;

    /**
     * What the panel shows; worked out when it changes, and not before.
     *
     * @param solved the worksheet's numbers, the same ones until it has others
     */
    private record Asked(
            Solved solved,
            Quantity parameter,
            boolean reached,
            double h,
            boolean open,
            Notation notation,
            int digits,
            Locale locale,
            History history) {
        static Asked of(Shown shown, Quantity parameter, boolean open) {
            return new Asked(
                    shown.solved(),
                    parameter,
                    shown.isReached(Selected.subject(parameter)),
                    shown.view().nudge(),
                    open,
                    shown.view().notation(),
                    shown.view().digits(),
                    shown.words().locale(),
                    shown.history());
        }
    }

    NudgePanel(Actions actions) {
        this.actions = actions;
        getElement().setAttribute("class", "nudge");
        down = Native.button("btn", () -> move(actions, -h));
        up = Native.button("btn", () -> move(actions, h));
        sizes =
                Native.select(text ->
                        actions.change(w -> w.look(v -> v.withNudge(Double.parseDouble(text)))));
        Element label = Native.of("label", "", Native.text("i", "h"), sizes);
        Element controls = Native.of("div", "controls", down, up, label);
        moved.setAttribute("role", "status");
        Element details = Native.of("details", "", summary, table);
        details.addEventListener(
                        "toggle",
                        event -> {
                            open = event.getEventData().get("element.open").asBoolean();
                            actions.change(_ -> {});
                        })
                .addEventData("element.open");
        copy = Native.copyButton("tex-all", () -> actions.copy(latex));
        ofGradient = new Element[] {heading, controls, forecast, moved, quotients, copy, details};
        getElement()
                .appendChild(heading, controls, forecast, moved, curve, quotients, copy, details);
    }

    private void move(Actions actions, double by) {
        Quantity moving = parameter;
        if (moving != null) {
            actions.change(w -> w.move(moving, by));
        }
    }

    @Override
    public void show(Shown shown) {
        Quantity selection = shown.view().selection();
        Quantity chosen = selection == null ? null : selection.parameter();
        parameter = chosen;
        h = shown.view().nudge();
        // A rule is no derivative: there is nothing to check it by.
        boolean rule = shown.network().last().activation().isRule();
        setVisible(chosen != null && !rule);
        if (chosen == null || rule) {
            present = null;
            return;
        }
        Asked now = Asked.of(shown, chosen, open);
        if (now.equals(present)) {
            return;
        }
        if (Curve.isCheap(shown) || now.equals(asked)) {
            present = now;
            show(shown, chosen);
            getElement().removeAttribute("aria-busy");
        } else {
            ask(now);
        }
    }

    /**
     * J along a parameter of a large network is worked out once the rest of the page is there: the
     * page itself asks for it then.
     */
    private void ask(Asked now) {
        asked = now;
        present = null;
        getElement().setAttribute("aria-busy", "true");
        getElement().executeJs("return 0").then(_ -> actions.change(_ -> {}));
    }

    /** A gradient whose step is not yet reached is not given away. */
    private void show(Shown shown, Quantity parameter) {
        boolean reached = shown.isReached(Selected.subject(parameter));
        for (Element element : ofGradient) {
            element.setVisible(reached);
        }
        GradientCheck check = Curve.check(shown, parameter);
        Nudge nudge = reached ? check.nudge(h) : null;
        if (nudge != null) {
            controls(shown, parameter);
            numbers(shown, parameter, nudge, check);
        }
        Curve shape = Curve.of(shown, parameter, nudge);
        curve.setVisible(shape != null);
        if (shape != null) {
            drawn.show(shape);
        }
    }

    private void controls(Shown shown, Quantity parameter) {
        String name = Text.name(shown.signs().sign(parameter));
        String loss = shown.view().notation().loss();
        Native.setHtml(heading, shown.words().of("nudge.heading", name, loss));
        Native.setHtml(down, name + " − <i>h</i>");
        Native.setHtml(up, name + " + <i>h</i>");
        Native.setAttribute(sizes, "aria-label", shown.words().of("nudge.size"));
        Native.setText(summary, shown.words().of("nudge.sizes"));
        Native.options(
                sizes,
                Nudge.SIZES.stream()
                        .map(size -> new Native.Option(size.toString(), shown.numbers().full(size)))
                        .toList(),
                Double.toString(h));
    }

    private void numbers(Shown shown, Quantity parameter, Nudge nudge, GradientCheck check) {
        NudgeText text = new NudgeText(shown, parameter, nudge);
        foretold.show(text.forecast());
        told.show(text.moved());
        Quotients slopes = new Quotients(shown, parameter, check);
        compared.show(slopes.of(nudge));
        latex = Equation.displayed(Quotients.latex(shown, parameter));
        Native.setText(copy, shown.words().of("tex.all"));
        tabled.show(open ? slopes.sizes(h) : "");
    }
}
