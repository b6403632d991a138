package org.chainrule.export;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.States;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.notation.ActivationNames;
import org.chainrule.notation.Language;
import org.chainrule.notation.Numbers;
import org.chainrule.practice.Exercise;
import org.chainrule.solution.Display;
import org.chainrule.solution.NeuronRow;
import org.chainrule.solution.Solution;
import org.chainrule.worksheet.Step;

/** What an exercise gives, as HTML tables: no number that is asked, nor what follows from one. */
final class QuizGiven {
    /** More samples would be a list that nobody reads. */
    private static final int SAMPLES = 50;

    private final Exercise exercise;
    private final Display display;
    private final Words words;
    private final Numbers numbers;
    private final Html html;

    private QuizGiven(Exercise exercise, Words words, Html html) {
        this.exercise = exercise;
        this.words = words;
        this.html = html;
        numbers = Numbers.in(words.locale());
        display = exercise.display(numbers);
    }

    static void write(Exercise exercise, Words words, Html html) {
        QuizGiven given = new QuizGiven(exercise, words, html);
        given.facts();
        given.structure();
        given.samples();
        given.network().layers().forEach(given::parameters);
        given.neurons();
        given.gradients();
    }

    private Network network() {
        return exercise.worksheet().problem().network();
    }

    private void facts() {
        html.heading(words.of("given"));
        html.paragraph(formula(new Ref(Quantity.loss(), display.view().sample())));
        if (exercise.worksheet().problem().isReduced()) {
            html.paragraph(formula(display.ref(Quantity.loss())));
        }
        html.paragraph(name(Quantity.learningRate()) + " = " + text(Quantity.learningRate()));
        html.paragraph(
                Preface.of(exercise.worksheet(), exercise.view(), words.locale()).optimizer());
        if (display.isGiven(Quantity.loss())) {
            html.paragraph(name(Quantity.loss()) + " = " + text(Quantity.loss()));
        }
    }

    private String formula(Ref ref) {
        return Solution.line(display, ref).general(Language.TEXT);
    }

    private void structure() {
        List<List<String>> rows =
                network().layers().stream()
                        .map(layer ->
                                List.of(
                                        layer.name(),
                                        numbers.count(layer.size()),
                                        ActivationNames.of(layer.activation())))
                        .toList();
        html.table(
                words.of("quiz.layers"),
                List.of("", words.of("table.neurons"), words.of("quiz.activation")),
                rows);
    }

    private void samples() {
        List<Quantity> columns =
                Stream.concat(
                                IntStream.rangeClosed(1, network().inputs()).mapToObj(Quantity::x),
                                IntStream.rangeClosed(1, network().outputs()).mapToObj(Quantity::y))
                        .toList();
        int count = exercise.worksheet().problem().samples().size();
        List<List<String>> rows =
                IntStream.range(0, Math.min(count, SAMPLES))
                        .mapToObj(s ->
                                row(
                                        words.of("scope.sample", numbers.count(s + 1)),
                                        columns,
                                        q -> display.text(new Ref(q, s))))
                        .toList();
        html.table(words.of("run.samples"), heads(columns, this::name), rows);
    }

    private static List<String> row(
            String head, List<Quantity> columns, Function<Quantity, String> text) {
        return Stream.concat(Stream.of(head), columns.stream().map(text)).toList();
    }

    private static <T> List<String> heads(List<T> columns, Function<T, String> name) {
        return Stream.concat(Stream.of(""), columns.stream().map(name)).toList();
    }

    /** A row per receiver, as the matrix is written; the bias stands last. */
    private void parameters(Layer layer) {
        if (layer.isWeightless()) {
            return;
        }
        int l = network().indexOf(layer.name());
        List<String> heads = new ArrayList<>(List.of(""));
        for (int t = 1; t <= layer.sources(); t++) {
            heads.add(source(l, t));
        }
        if (layer.biases() != null) {
            heads.add(words.of("quiz.bias"));
        }
        List<List<String>> rows = new ArrayList<>();
        for (int k = 1; k <= layer.size(); k++) {
            List<String> row = new ArrayList<>(List.of(display.signs().text(layer.name(), k)));
            for (int t = 1; t <= layer.sources(); t++) {
                row.add(text(Quantity.w(layer.name(), k, t)));
            }
            if (layer.biases() != null) {
                row.add(text(Quantity.b(layer.name(), k)));
            }
            rows.add(row);
        }
        html.table(words.of("quiz.weights", layer.name()), heads, rows);
    }

    private String source(int l, int t) {
        return l == 0
                ? name(Quantity.x(t))
                : display.signs().text(network().layer(l - 1).name(), t);
    }

    /** What of the neurons is worked out before the first number asked. */
    private void neurons() {
        List<Kind> columns = NeuronRow.columns(display);
        List<NeuronRow> rows = NeuronRow.of(network(), columns);
        table(
                words.of("table.neurons"),
                columns.stream().map(display.view().notation()::symbol).toList(),
                rows.stream()
                        .map(row -> display.signs().text(row.layer().name(), row.k()))
                        .toList(),
                rows.stream()
                        .map(row -> row.numbers().stream().map(this::given).toList())
                        .toList());
    }

    /** The same of the parameters, and what their optimizer has kept. */
    private void gradients() {
        List<Kind> kept = States.kept(exercise.worksheet().problem());
        List<Quantity> all = Parameters.of(network());
        List<String> heads = new ArrayList<>();
        kept.forEach(kind -> heads.add(display.view().notation().symbol(kind)));
        heads.add(words.of("table.gradient"));
        if (display.view().asked() != null && exercise.worksheet().problem().isReduced()) {
            heads.add(words.of("quiz.share", numbers.count(display.view().sample() + 1)));
        }
        List<List<String>> rows = new ArrayList<>();
        for (Quantity parameter : all) {
            List<String> row = new ArrayList<>();
            kept.forEach(kind -> row.add(given(parameter.as(kind))));
            Quantity gradient = Parameters.withGradientAndUpdate(parameter).get(1);
            row.add(given(gradient));
            if (heads.size() > row.size()) {
                row.add(share(gradient));
            }
            rows.add(row);
        }
        table(words.of("table.parameters"), heads, all.stream().map(this::name).toList(), rows);
    }

    /** Leaves out columns in which nothing stands, and a table without columns. */
    private void table(
            String caption, List<String> heads, List<String> names, List<List<String>> texts) {
        List<Integer> columns =
                IntStream.range(0, heads.size())
                        .filter(c -> texts.stream().anyMatch(row -> !row.get(c).isEmpty()))
                        .boxed()
                        .toList();
        if (columns.isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            List<String> texted = texts.get(i);
            rows.add(
                    Stream.concat(Stream.of(names.get(i)), columns.stream().map(texted::get))
                            .toList());
        }
        html.table(caption, heads(columns, heads::get), rows);
    }

    private String given(Quantity quantity) {
        return quantity.existsIn(exercise.worksheet().problem()) && display.isGiven(quantity)
                ? text(quantity)
                : "";
    }

    /** A sample's share in a gradient of the batch, where its step comes before what is asked. */
    private String share(Quantity gradient) {
        boolean last = gradient.layer().equals(network().last().name());
        Step step = last ? Step.OUTPUT_WEIGHTS : Step.HIDDEN_WEIGHTS;
        var asked = display.view().asked();
        return asked != null && step.compareTo(asked.first()) < 0
                ? display.text(new Ref(gradient, display.view().sample()))
                : "";
    }

    private String name(Quantity quantity) {
        return display.symbols(Language.TEXT).name(quantity);
    }

    private String text(Quantity quantity) {
        return display.text(display.ref(quantity));
    }
}
