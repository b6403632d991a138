package org.chainrule.workbench.network;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.engine.Layer;
import org.chainrule.notation.ActivationNames;
import org.chainrule.notation.Language;
import org.chainrule.notation.Notation;
import org.chainrule.workbench.kit.Deltas;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Part;
import org.chainrule.workbench.kit.Sent;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Text;
import org.chainrule.workbench.kit.Words;
import org.jspecify.annotations.Nullable;

/**
 * p, z and the error gradient of every neuron, as on the sheet; where they are asked for, slopes
 * and the inputs' gradients as well.
 */
@Tag("section")
public final class NeuronTable extends Component implements Part {
    private final Element content = Native.of("div", "");
    private final Sent<CharSequence> sent = Sent.html(content);
    private final Element more = new Element("input");
    private final Element moreText = new Element("span");
    private boolean wide;
    private @Nullable Shown shown;

    public NeuronTable() {
        getElement().getClassList().add("card");
        getElement().getClassList().add("neurons");
        more.setAttribute("type", "checkbox");
        more.addEventListener(
                        "change",
                        event -> widen(event.getEventData().get("element.checked").asBoolean()))
                .addEventData("element.checked");
        getElement().appendChild(content, Native.of("label", "all", more, moreText));
    }

    private void widen(boolean asked) {
        wide = asked;
        more.setProperty("checked", asked);
        if (shown != null) {
            show(shown);
        }
    }

    @Override
    public void show(Shown shown) {
        this.shown = shown;
        Notation notation = shown.view().notation();
        Native.setText(
                moreText,
                shown.words().of("table.more", notation.symbol(Kind.S), notation.symbol(Kind.DX)));
        boolean delta = shown.display().way().hasDeltas();
        Words words = shown.words();
        StringBuilder html =
                new StringBuilder("<h2 id=\"neurons\">")
                        .append(words.of("table.caption"))
                        .append(shown.isBatch() ? " · " + shown.sampleName() : "")
                        .append(
                                "</h2><div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-labelledby=\"neurons\">")
                        .append(
                                shown.comparison() == null
                                        ? "<table class=\"nt\">"
                                        : "<table class=\"nt pinned\">")
                        .append("<thead><tr>");
        head(html, words.of("table.neuron"));
        head(html, words.of("table.p", notation.preactivation()));
        head(html, words.of("table.z", notation.activation()));
        head(html, notation.symbol(Kind.DZ));
        if (delta) {
            head(html, notation.symbol(Kind.DP));
        }
        if (wide) {
            head(html, notation.symbol(Kind.S));
        }
        head(html, words.of("table.function"));
        html.append("</tr></thead><tbody>");
        for (int t = 1; wide && t <= shown.network().inputs(); t++) {
            input(html, shown, t, delta);
        }
        for (Layer layer : shown.network().layers()) {
            for (int k = 1; k <= layer.size(); k++) {
                row(html, shown, layer, k);
            }
        }
        sent.show(html.append("</tbody></table></div>"));
    }

    /** It is the same whichever number is selected. */
    @Override
    public void select(Shown shown) {}

    private static void head(StringBuilder html, String text) {
        html.append("<th scope=\"col\">").append(text).append("</th>");
    }

    /** An input is what a neuron's activation is, and has no function. */
    private static void input(StringBuilder html, Shown shown, int t, boolean delta) {
        html.append("<tr><th scope=\"row\">").append(shown.source(0, t)).append("</th><td></td>");
        ref(html, shown, Quantity.x(t));
        cell(html, shown, Quantity.dx(t));
        html.append(delta ? "<td></td>" : "").append("<td></td><td></td></tr>");
    }

    private void row(StringBuilder html, Shown shown, Layer layer, int k) {
        String name = layer.name();
        html.append("<tr><th scope=\"row\">").append(shown.neuron(layer, k));
        shown.captionOf(layer, k)
                .ifPresent(caption ->
                        html.append(" <span class=\"caption\">")
                                .append(Text.escape(caption))
                                .append("</span>"));
        html.append("</th>");
        cell(html, shown, Quantity.p(name, k));
        cell(html, shown, Quantity.z(name, k));
        cell(html, shown, Quantity.dz(name, k));
        if (shown.display().way().hasDeltas()) {
            cell(html, shown, Quantity.dp(name, k));
        }
        if (wide) {
            slope(html, shown, Quantity.slope(name, k));
        }
        html.append("<td>").append(ActivationNames.of(layer.activation())).append("</td></tr>");
    }

    private static void cell(StringBuilder html, Shown shown, Quantity quantity) {
        html.append("<td>").append(number(shown, quantity)).append("</td>");
    }

    private static void slope(StringBuilder html, Shown shown, Quantity slope) {
        if (slope.existsIn(shown.network())) {
            ref(html, shown, slope);
        } else {
            html.append("<td></td>");
        }
    }

    /** A number that has its place elsewhere, or needs none. */
    private static void ref(StringBuilder html, Shown shown, Quantity quantity) {
        html.append("<td>").append(number(shown, quantity, "data-ref")).append("</td>");
    }

    /**
     * The current value of {@code quantity} as a button that selects it; nothing where it is not
     * yet reached.
     */
    public static String number(Shown shown, Quantity quantity) {
        return number(shown, quantity, "data-q");
    }

    private static String number(Shown shown, Quantity quantity, String mark) {
        @Nullable String text = shown.reached(quantity);
        if (text == null) {
            return "";
        }
        String all = shown.numbers().full(shown.values().value(shown.ref(quantity)));
        return "<span class=\""
                + Notation.role(quantity.kind())
                + "\" "
                + mark
                + "=\""
                + quantity.address()
                + "\" title=\""
                + Text.escape(shown.symbols(Language.TEXT).name(quantity) + " = " + all)
                + "\">"
                + text
                + "</span>"
                + Deltas.html(shown, quantity);
    }
}
