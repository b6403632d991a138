package org.chainrule.workbench.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Ref;
import org.chainrule.engine.Layer;
import org.chainrule.link.Permalink;
import org.chainrule.notation.ActivationNames;
import org.chainrule.notation.Notation;
import org.chainrule.practice.Attempt;
import org.chainrule.practice.Exercise.Item;
import org.chainrule.solution.NeuronRow;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Text;
import org.chainrule.workbench.practice.AnswerSheet.Row;
import org.chainrule.workbench.practice.AnswerSheet.Table;
import org.chainrule.worksheet.Step;
import org.jspecify.annotations.Nullable;

/** Lays an exercise out: what is typed, neurons, and the parameters of each layer. */
public final class SheetMaker {
    private final Shown shown;
    private final Attempt attempt;
    private final Verdicts verdicts;

    private SheetMaker(Shown shown, Attempt attempt) {
        this.shown = shown;
        this.attempt = attempt;
        verdicts = new Verdicts(shown.words());
    }

    public static AnswerSheet of(Shown shown, Attempt attempt) {
        SheetMaker maker = new SheetMaker(shown, attempt);
        List<Table> tables = new ArrayList<>();
        tables.add(maker.given());
        tables.add(maker.neurons());
        for (int l = 0; l < shown.network().depth(); l++) {
            if (!shown.network().layer(l).isWeightless()) {
                tables.add(maker.parameters(l));
            }
        }
        String query = Permalink.query(shown.worksheet(), shown.view());
        return new AnswerSheet(
                Integer.toHexString(query.hashCode()),
                tables,
                attempt.items().stream().map(Item::key).toList());
    }

    private Table given() {
        List<AnswerSheet.Item> items = new ArrayList<>();
        IntStream.rangeClosed(1, shown.network().inputs())
                .forEach(t -> named(items, Quantity.x(t)));
        IntStream.rangeClosed(1, shown.network().outputs())
                .forEach(k -> named(items, Quantity.y(k)));
        named(items, Quantity.learningRate());
        String share = Quantity.loss().address() + "~" + (shown.view().sample() + 1);
        String loss = Text.name(shown.signs().sign(Quantity.loss()));
        item(loss + " (" + (shown.view().sample() + 1) + ")", Quantity.loss(), share, null)
                .ifPresent(items::add);
        named(items, Quantity.loss());
        String caption = shown.isBatch() ? shown.sampleName() : shown.words().of("print.given");
        return new Table(caption, "given", List.of(), List.of(new Row("", List.of(items))));
    }

    private Table neurons() {
        Notation notation = shown.view().notation();
        List<Kind> columns =
                NeuronRow.columns(shown.display()).stream().filter(this::isWanted).toList();
        List<String> heads = new ArrayList<>(List.of(shown.words().of("table.neuron")));
        columns.forEach(kind -> heads.add(notation.symbol(kind)));
        heads.add(shown.words().of("table.function"));
        List<Row> rows = new ArrayList<>();
        for (NeuronRow row : NeuronRow.of(shown.network(), columns)) {
            List<List<AnswerSheet.Item>> cells = new ArrayList<>();
            row.numbers().forEach(number -> cells.add(plain(number)));
            cells.add(
                    List.of(
                            new AnswerSheet.Item(
                                    null,
                                    "",
                                    "function",
                                    ActivationNames.of(row.layer().activation()),
                                    null)));
            rows.add(new Row(shown.neuron(row.layer(), row.k()), cells));
        }
        return new Table(shown.words().of("table.caption"), "neurons", heads, rows);
    }

    /** Whether there is something to show of this kind, given or asked. */
    private boolean isWanted(Kind kind) {
        return shown.network().layers().stream()
                .map(layer -> new Quantity(kind, layer.name(), 1, 0))
                .anyMatch(q ->
                        shown.isReached(q)
                                || attempt.items().stream()
                                        .anyMatch(item ->
                                                item.line().subject().quantity().kind() == kind));
    }

    private Table parameters(int l) {
        Layer layer = shown.network().layer(l);
        boolean turned = shown.view().notation().isSourceFirst();
        List<String> from = new ArrayList<>();
        for (int t = 1; t <= layer.sources(); t++) {
            from.add(shown.source(l, t));
        }
        if (layer.biases() != null) {
            from.add(shown.signs().biasColumn());
        }
        List<String> to =
                IntStream.rangeClosed(1, layer.size())
                        .mapToObj(k -> shown.neuron(layer, k))
                        .toList();
        List<String> heads = new ArrayList<>(List.of(""));
        heads.addAll(turned ? to : from);
        List<Row> rows = new ArrayList<>();
        for (int row = 0; row < (turned ? from : to).size(); row++) {
            List<List<AnswerSheet.Item>> cells = new ArrayList<>();
            for (int column = 0; column < (turned ? to : from).size(); column++) {
                cells.add(parameter(layer, turned ? column : row, turned ? row : column));
            }
            rows.add(new Row((turned ? from : to).get(row), cells));
        }
        return new Table(
                shown.signs().matrix(Kind.W, layer.name()).line(), "parameters", heads, rows);
    }

    /** A parameter, and what is asked or given of its gradient and of its update. */
    private List<AnswerSheet.Item> parameter(Layer layer, int k, int t) {
        boolean weight = t < layer.sources();
        Quantity typed =
                weight ? Quantity.w(layer.name(), k + 1, t + 1) : Quantity.b(layer.name(), k + 1);
        List<AnswerSheet.Item> items = new ArrayList<>(plain(typed));
        Quantity gradient = typed.as(weight ? Kind.DW : Kind.DB);
        if (shown.isBatch()) {
            ofSample(gradient).ifPresent(items::add);
        }
        labelled(items, gradient);
        labelled(items, typed.as(weight ? Kind.NW : Kind.NB));
        return items;
    }

    private List<AnswerSheet.Item> plain(Quantity quantity) {
        return item(null, quantity, quantity.address(), shown.reached(quantity)).stream().toList();
    }

    private void named(List<AnswerSheet.Item> items, Quantity quantity) {
        String label = Text.name(shown.signs().sign(quantity));
        item(label, quantity, quantity.address(), shown.reached(quantity)).ifPresent(items::add);
    }

    private void labelled(List<AnswerSheet.Item> items, Quantity quantity) {
        boolean updated = quantity.kind() == Kind.NW || quantity.kind() == Kind.NB;
        String label = shown.view().notation().symbol(quantity.kind()) + (updated ? "′" : "");
        item(label, quantity, quantity.address(), shown.reached(quantity)).ifPresent(items::add);
    }

    /** A sample's share in the gradient of the batch, where it is asked or worked out before. */
    private Optional<AnswerSheet.Item> ofSample(Quantity gradient) {
        int sample = shown.view().sample();
        boolean last = gradient.layer().equals(shown.network().last().name());
        Step step = last ? Step.OUTPUT_WEIGHTS : Step.HIDDEN_WEIGHTS;
        var asked = shown.view().asked();
        boolean given = asked != null && step.compareTo(asked.first()) < 0;
        return item(
                shown.view().notation().symbol(gradient.kind()) + " (" + (sample + 1) + ")",
                gradient,
                gradient.address() + "~" + (sample + 1),
                given ? shown.text(new Ref(gradient, sample)) : null);
    }

    private Optional<AnswerSheet.Item> item(
            @Nullable String label, Quantity quantity, String key, @Nullable String text) {
        String role = Notation.role(quantity.kind());
        return attempt.item(key)
                .map(item -> new AnswerSheet.Item(label, key, role, null, box(item)))
                .or(() ->
                        Optional.ofNullable(text)
                                .map(number ->
                                        new AnswerSheet.Item(label, key, role, number, null)));
    }

    private AnswerSheet.Box box(Item item) {
        String text = attempt.text(item.key());
        boolean told = attempt.isMarked() && !text.isBlank();
        var verdict = told ? attempt.verdict(item.key()) : null;
        return new AnswerSheet.Box(
                verdicts.name(shown, item),
                text,
                verdict == null ? null : verdict.key(),
                verdict == null ? null : Verdicts.sign(verdict),
                verdict == null ? null : verdicts.word(verdict),
                attempt.isEnded());
    }
}
