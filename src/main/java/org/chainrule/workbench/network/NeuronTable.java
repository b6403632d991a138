package org.chainrule.workbench.network;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import org.chainrule.derivation.Quantity;
import org.chainrule.engine.Layer;
import org.chainrule.notation.Language;
import org.chainrule.notation.Notation;
import org.chainrule.notation.Typesetter;
import org.chainrule.workbench.kit.Deltas;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Part;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Text;
import org.chainrule.workbench.kit.Words;
import org.jspecify.annotations.Nullable;

/** p, z and the error gradient of every neuron, as on the sheet. */
@Tag("section")
public final class NeuronTable extends Component implements Part {
    public NeuronTable() {
        getElement().getClassList().add("card");
        getElement().getClassList().add("neurons");
    }

    @Override
    public void show(Shown shown) {
        boolean delta = shown.view().notation() == Notation.DELTA;
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
        head(html, words.of("table.p", shown.view().notation().preactivation()));
        head(html, words.of("table.z", shown.view().notation().activation()));
        head(
                html,
                "∂" + shown.view().notation().loss() + "/∂" + shown.view().notation().activation());
        if (delta) {
            head(html, "δ");
        }
        head(html, words.of("table.function"));
        html.append("</tr></thead><tbody>");
        for (Layer layer : shown.network().layers()) {
            for (int k = 1; k <= layer.size(); k++) {
                row(html, shown, layer, k, delta);
            }
        }
        Native.setHtml(getElement(), html.append("</tbody></table></div>").toString());
    }

    private static void head(StringBuilder html, String text) {
        html.append("<th scope=\"col\">").append(text).append("</th>");
    }

    private static void row(StringBuilder html, Shown shown, Layer layer, int k, boolean delta) {
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
        if (delta) {
            cell(html, shown, Quantity.dp(name, k));
        }
        html.append("<td>").append(Typesetter.nameOf(layer.activation())).append("</td></tr>");
    }

    private static void cell(StringBuilder html, Shown shown, Quantity quantity) {
        html.append("<td>").append(number(shown, quantity)).append("</td>");
    }

    /**
     * The current value of {@code quantity} as a button that selects it; a dot where it is not yet
     * reached.
     */
    public static String number(Shown shown, Quantity quantity) {
        @Nullable String text = shown.reached(quantity);
        if (text == null) {
            return "<span class=\"later\">·</span>";
        }
        String all = shown.numbers().full(shown.values().value(shown.ref(quantity)));
        return "<span class=\""
                + Notation.role(quantity.kind())
                + "\" data-q=\""
                + quantity.address()
                + "\" title=\""
                + Text.escape(shown.symbols(Language.TEXT).name(quantity) + " = " + all)
                + "\">"
                + text
                + "</span>"
                + Deltas.html(shown, quantity);
    }
}
