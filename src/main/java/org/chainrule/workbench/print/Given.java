package org.chainrule.workbench.print;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Ref;
import org.chainrule.engine.Layer;
import org.chainrule.export.Preface;
import org.chainrule.notation.ActivationNames;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Text;

/** What the solution starts from: samples, weights and biases, loss, learning rate. */
final class Given {
    /** Wider tables would not fit on paper. */
    private static final int COLUMNS = 17;

    private static final int SAMPLES = 50;

    private final Shown shown;
    private final StringBuilder html = new StringBuilder();

    private Given(Shown shown) {
        this.shown = shown;
    }

    static String of(Shown shown, Preface preface) {
        Given given = new Given(shown);
        given.facts(preface);
        given.html.append("<div class=\"tables\">");
        given.samples();
        given.parameters();
        given.html.append("</div>");
        given.leftOut();
        return given.html.toString();
    }

    private void facts(Preface preface) {
        html.append("<h2>").append(word("print.given")).append("</h2><p>");
        fact(shown.view().notation().loss(), word("loss." + shown.problem().loss().key()));
        fact("α", shown.text(Quantity.learningRate()));
        html.append(Text.escape(preface.optimizer())).append("</p>");
    }

    private void fact(String name, String text) {
        html.append("<span class=\"m\">")
                .append(name)
                .append("</span>: ")
                .append(text)
                .append(" &emsp; ");
    }

    private String word(String key, Object... arguments) {
        return shown.words().of(key, arguments);
    }

    private void samples() {
        List<Quantity> columns =
                IntStream.rangeClosed(1, shown.network().inputs())
                        .mapToObj(Quantity::x)
                        .collect(ArrayList::new, List::add, List::addAll);
        IntStream.rangeClosed(1, shown.network().outputs())
                .mapToObj(Quantity::y)
                .forEach(columns::add);
        if (columns.size() <= COLUMNS) {
            across(columns);
        } else {
            down(columns);
        }
    }

    /** A row per sample. */
    private void across(List<Quantity> columns) {
        List<String> heads = new ArrayList<>(List.of(""));
        columns.forEach(quantity -> heads.add(name(quantity)));
        PrintedTable table = new PrintedTable(word("print.samples"), heads);
        for (int s = 0; s < Math.min(SAMPLES, count()); s++) {
            int sample = s;
            table.row(
                    Integer.toString(s + 1),
                    columns.stream().map(q -> shown.text(new Ref(q, sample))).toList());
        }
        html.append(table.html());
    }

    /** The sample on show, a row per number. */
    private void down(List<Quantity> rows) {
        String caption = shown.isBatch() ? shown.sampleName() : word("print.samples");
        PrintedTable table = new PrintedTable(caption, List.of("", word("print.value")));
        rows.forEach(quantity -> table.row(name(quantity), List.of(shown.text(quantity))));
        html.append(table.html());
    }

    private int count() {
        return shown.problem().samples().size();
    }

    private void parameters() {
        for (int l = 0; l < shown.network().depth(); l++) {
            Layer layer = shown.network().layer(l);
            if (layer.isWeightless()) {
                note("print.weightless", layer.name(), ActivationNames.of(layer.activation()));
            } else if (fits(layer)) {
                html.append(parameters(l, layer));
            }
        }
    }

    private static boolean fits(Layer layer) {
        return layer.sources() + (layer.biases() == null ? 0 : 1) <= COLUMNS;
    }

    private String parameters(int l, Layer layer) {
        List<String> heads = new ArrayList<>(List.of(""));
        for (int t = 1; t <= layer.sources(); t++) {
            heads.add(l == 0 ? "x" + sub(t) : "n" + sub(t));
        }
        if (layer.biases() != null) {
            heads.add("b");
        }
        String caption =
                "%s[%s] · %s"
                        .formatted(
                                shown.view().notation().weight(),
                                layer.name(),
                                ActivationNames.of(layer.activation()));
        PrintedTable table = new PrintedTable(caption, heads);
        for (int k = 1; k <= layer.size(); k++) {
            table.row("n" + sub(k), row(layer, k));
        }
        return table.html();
    }

    private List<String> row(Layer layer, int k) {
        List<String> texts = new ArrayList<>();
        for (int t = 1; t <= layer.sources(); t++) {
            texts.add(shown.text(Quantity.w(layer.name(), k, t)));
        }
        if (layer.biases() != null) {
            texts.add(shown.text(Quantity.b(layer.name(), k)));
        }
        return texts;
    }

    private static String sub(int index) {
        return "<sub>" + index + "</sub>";
    }

    private String name(Quantity quantity) {
        return Text.name(shown.view().notation().sign(quantity));
    }

    private void leftOut() {
        boolean wide = shown.network().inputs() + shown.network().outputs() > COLUMNS;
        int written = wide ? 1 : Math.min(SAMPLES, count());
        if (count() > written) {
            note("print.samples.more", shown.numbers().grouped(count() - written));
        }
        if (!shown.network().layers().stream().allMatch(Given::fits)) {
            note("print.weights.wide");
        }
    }

    private void note(String key, Object... arguments) {
        html.append("<p class=\"note\">").append(word(key, arguments)).append("</p>");
    }
}
