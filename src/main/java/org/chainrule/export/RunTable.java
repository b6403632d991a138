package org.chainrule.export;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainrule.derivation.ExactValues;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Values;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.engine.Problem;
import org.chainrule.engine.training.Updates.Step;
import org.chainrule.notation.Numbers;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;

/**
 * A run as a table: of each update what it took, what was worked out before it, and what it
 * changed. A sample's own numbers stand where the update took a single one.
 */
public final class RunTable {
    private final Problem problem;
    private final List<Column> columns;

    /** What columns are of, in their order. */
    public enum Group {
        SAMPLE,
        P,
        Z,
        ERROR,
        DELTA,
        LOSS,
        CHANGE,
        UPDATED;

        /** Its name in words. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * What a column is of.
     *
     * @param quantity of a change the parameter, of what is updated its new value
     */
    public record Column(Group group, Quantity quantity) {
        /** Its name in a table for programs: an address, and {@code D} before one that changes. */
        String address() {
            return (group == Group.CHANGE ? "D" : "") + quantity.address();
        }
    }

    private RunTable(Problem problem, Set<Group> groups) {
        this.problem = problem;
        columns =
                Stream.of(Group.values())
                        .filter(groups::contains)
                        .flatMap(group -> columns(problem.network(), group))
                        .toList();
    }

    /** The table of a run over {@code problem} with these columns. */
    public static RunTable of(Problem problem, Set<Group> groups) {
        return new RunTable(problem, groups);
    }

    public List<Column> columns() {
        return columns;
    }

    private static Stream<Column> columns(Network network, Group group) {
        Stream<Quantity> quantities =
                switch (group) {
                    case SAMPLE ->
                            Stream.concat(
                                    upTo(network.inputs()).map(Quantity::x),
                                    upTo(network.outputs()).map(Quantity::y));
                    case P -> neurons(network, Kind.P);
                    case Z -> neurons(network, Kind.Z);
                    case ERROR -> neurons(network.last(), Kind.DZ);
                    case DELTA -> neurons(network, Kind.DP);
                    case LOSS -> Stream.of(Quantity.loss());
                    case CHANGE -> Parameters.of(network).stream();
                    case UPDATED ->
                            Parameters.of(network).stream()
                                    .map(q -> q.as(q.kind() == Kind.W ? Kind.NW : Kind.NB));
                };
        return quantities.map(quantity -> new Column(group, quantity));
    }

    private static Stream<Integer> upTo(int count) {
        return IntStream.rangeClosed(1, count).boxed();
    }

    private static Stream<Quantity> neurons(Network network, Kind kind) {
        return network.layers().stream().flatMap(layer -> neurons(layer, kind));
    }

    private static Stream<Quantity> neurons(Layer layer, Kind kind) {
        return upTo(layer.size()).map(k -> new Quantity(kind, layer.name(), k, 0));
    }

    /** The numbers of one step, empty where it has none. */
    public List<OptionalDouble> row(Step step) {
        Problem taken =
                step.samples().isEmpty()
                        ? step.before().in(problem)
                        : step.before()
                                .in(problem)
                                .with(step.samples().stream().map(problem.samples()::get).toList());
        Values values = ExactValues.of(taken);
        Problem after = problem.with(step.after());
        boolean single = step.samples().size() == 1;
        List<OptionalDouble> row = new ArrayList<>();
        for (Column column : columns) {
            Quantity q = column.quantity();
            row.add(
                    switch (column.group()) {
                        case SAMPLE, P, Z, ERROR, DELTA ->
                                single
                                        ? OptionalDouble.of(values.value(q, 0))
                                        : OptionalDouble.empty();
                        case LOSS -> OptionalDouble.of(values.value(q, Values.BATCH));
                        case CHANGE ->
                                OptionalDouble.of(typed(after, q) - values.value(q, Values.BATCH));
                        case UPDATED ->
                                OptionalDouble.of(
                                        typed(after, q.as(q.kind() == Kind.NW ? Kind.W : Kind.B)));
                    });
        }
        return row;
    }

    private static double typed(Problem problem, Quantity parameter) {
        return java.util.Objects.requireNonNull(ExactValues.typed(problem, parameter, 0));
    }

    /** "3" or "2 4 1", from 1. */
    private static String samples(Step step) {
        return step.samples().stream()
                .map(s -> Integer.toString(s + 1))
                .collect(Collectors.joining(" "));
    }

    private static String update(Step step) {
        return step.update() == 0 ? "" : Integer.toString(step.update());
    }

    /** As comma-separated values (RFC 4180), with every digit. */
    public String csv(List<Step> steps) {
        StringBuilder text = new StringBuilder("epoch,update,samples");
        columns.forEach(column -> text.append(',').append(column.address()));
        for (Step step : steps) {
            text.append("\r\n").append(step.epoch()).append(',').append(update(step));
            text.append(',').append(samples(step));
            for (OptionalDouble value : row(step)) {
                text.append(',').append(value.isEmpty() ? "" : exact(value.getAsDouble()));
            }
        }
        return text.append("\r\n").toString();
    }

    private static String exact(double value) {
        return Double.isFinite(value) ? Numbers.canonical(value) : Double.toString(value);
    }

    /** As a LaTeX table, which needs the package longtable. */
    public String latex(List<Step> steps, Worksheet worksheet, View view, java.util.Locale locale) {
        Figures figures = Figures.of(worksheet, view, locale);
        Lines lines = new Lines();
        lines.add("\\begin{longtable}{rrr" + "r".repeat(columns.size()) + "}");
        String head =
                columns.stream()
                        .map(column -> " & $" + name(column, figures) + "$")
                        .collect(Collectors.joining());
        Words words = figures.words();
        lines.add(
                "%s & %s & %s%s \\\\ \\hline \\endhead"
                        .formatted(
                                TexText.of(words.of("run.epoch")),
                                TexText.of(words.of("run.update")),
                                TexText.of(words.of("run.samples")),
                                head));
        for (Step step : steps) {
            StringBuilder row = new StringBuilder().append(step.epoch());
            row.append(" & ").append(update(step)).append(" & ").append(samples(step));
            List<OptionalDouble> values = row(step);
            for (int i = 0; i < values.size(); i++) {
                row.append(" & ");
                if (values.get(i).isPresent()) {
                    double value = values.get(i).getAsDouble();
                    row.append('$').append(figures.number(columns.get(i).quantity(), value));
                    row.append('$');
                }
            }
            lines.add(row + " \\\\");
        }
        lines.add("\\end{longtable}");
        return lines.text();
    }

    private static String name(Column column, Figures figures) {
        String name = figures.name(column.quantity());
        return column.group() == Group.CHANGE ? "\\Delta " + name : name;
    }
}
