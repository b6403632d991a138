package org.chainrule.workbench.files;

import com.vaadin.flow.dom.Element;
import org.chainrule.document.Brought;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.notation.Numbers;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Text;
import org.chainrule.worksheet.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Asks in which orientation weights are meant, and shows what the first neuron receives in each.
 */
final class WaysQuestion {
    private static final int TERMS = 4;
    private static final int DIGITS = 4;

    private final Way rows = new Way("rows");
    private final Way columns = new Way("columns");
    private final Element ways = Native.of("div", "ways", rows.button, columns.button);

    /** One answer: its name, who writes weights so, the first sum and the network that it gives. */
    private static final class Way {
        private final String key;
        private final Element name = Native.of("strong", "");
        private final Element who = Native.of("span", "who");
        private final Element sum = Native.of("span", "sum");
        private final Element shape = Native.of("span", "who");
        private final Element button;

        private Way(String key) {
            this.key = "files.asked." + key;
            button = BringDialog.control("way", key, name, who, sum, shape);
        }

        private void show(Worksheet worksheet, Shown shown) {
            Network network = worksheet.problem().network();
            Native.setText(name, shown.words().of(key));
            Native.setText(who, shown.words().of(key + ".who"));
            Native.setText(sum, sum(first(network), shown.numbers()));
            Native.setText(shape, shown.words().of("files.asked.network", Brought.shape(network)));
        }
    }

    private static Layer first(Network network) {
        return network.layers().stream()
                .filter(layer -> !layer.isWeightless())
                .findFirst()
                .orElseThrow();
    }

    Element element() {
        return ways;
    }

    void show(Opening.@Nullable Asked asked, Shown shown) {
        Native.setAttribute(ways, "hidden", asked == null ? "" : null);
        if (asked != null) {
            rows.show(asked.rows(), shown);
            columns.show(asked.columns(), shown);
        }
    }

    /** {@code p₁[hid] = 0.5 · x₁ − 2 · x₂ + …}: the preactivation of the layer's first neuron. */
    private static String sum(Layer layer, Numbers numbers) {
        StringBuilder text = new StringBuilder("p₁[" + layer.name() + "] = ");
        double[] weights = layer.weights().row(0);
        for (int t = 0; t < Math.min(TERMS, weights.length); t++) {
            boolean first = t == 0;
            String number = numbers.rounded(first ? weights[t] : Math.abs(weights[t]), DIGITS);
            text.append(first ? "" : weights[t] < 0 ? " − " : " + ")
                    .append(number)
                    .append(" · x")
                    .append(Text.subscript(t + 1));
        }
        boolean biased = layer.biases() != null;
        return text.append(weights.length > TERMS || biased ? " + …" : "").toString();
    }
}
