package org.chainrule.workbench.print;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Ref;
import org.chainrule.engine.Layer;
import org.chainrule.export.Preface;
import org.chainrule.notation.ActivationNames;
import org.chainrule.notation.Sign;
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

    /** The samples alone. */
    static String samples(Shown shown) {
        Given given = new Given(shown);
        given.samples();
        return given.html.toString();
    }

    private void facts(Preface preface) {
        html.append("<h2>").append(word("print.given")).append("</h2><p>");
        fact(shown.view().notation().loss(), word("loss." + shown.problem().loss().key()));
        fact(shown.view().notation().rate(), shown.text(Quantity.learningRate()));
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

    private boolean fits(Layer layer) {
        int sources = layer.sources() + (layer.biases() == null ? 0 : 1);
        return (shown.view().notation().isSourceFirst() ? layer.size() : sources) <= COLUMNS;
    }

    private String parameters(int l, Layer layer) {
        boolean turned = shown.view().notation().isSourceFirst();
        List<String> sources = new ArrayList<>();
        for (int t = 1; t <= layer.sources(); t++) {
            sources.add(brief(shown.signs().source(l, t)));
        }
        if (layer.biases() != null) {
            sources.add(shown.signs().biasColumn());
        }
        List<String> neurons =
                IntStream.rangeClosed(1, layer.size())
                        .mapToObj(k -> brief(shown.signs().neuron(layer.name(), k)))
                        .toList();
        List<String> heads = new ArrayList<>(List.of(""));
        heads.addAll(turned ? neurons : sources);
        String caption =
                "%s · %s"
                        .formatted(
                                shown.signs().matrix(Kind.W, layer.name()).line(),
                                ActivationNames.of(layer.activation()));
        PrintedTable table = new PrintedTable(caption, heads);
        List<String> rows = turned ? sources : neurons;
        for (int row = 0; row < rows.size(); row++) {
            table.row(rows.get(row), texts(layer, turned, row));
        }
        return table.html();
    }

    private List<String> texts(Layer layer, boolean turned, int row) {
        int sources = layer.sources() + (layer.biases() == null ? 0 : 1);
        return IntStream.range(0, turned ? layer.size() : sources)
                .mapToObj(column ->
                        turned ? parameter(layer, column, row) : parameter(layer, row, column))
                .map(shown::text)
                .toList();
    }

    /** Neuron and source count from 0; the bias is the last source. */
    private static Quantity parameter(Layer layer, int neuron, int source) {
        return source < layer.sources()
                ? Quantity.w(layer.name(), neuron + 1, source + 1)
                : Quantity.b(layer.name(), neuron + 1);
    }

    /** Without the layer's mark. */
    private static String brief(Sign sign) {
        return sign.letter() + "<sub>" + sign.sub() + "</sub>";
    }

    private String name(Quantity quantity) {
        return Text.name(shown.signs().sign(quantity));
    }

    private void leftOut() {
        boolean wide = shown.network().inputs() + shown.network().outputs() > COLUMNS;
        int written = wide ? 1 : Math.min(SAMPLES, count());
        if (count() > written) {
            note("print.samples.more", shown.numbers().grouped(count() - written));
        }
        if (!shown.network().layers().stream().allMatch(this::fits)) {
            note("print.weights.wide");
        }
    }

    private void note(String key, Object... arguments) {
        html.append("<p class=\"note\">").append(word(key, arguments)).append("</p>");
    }
}
