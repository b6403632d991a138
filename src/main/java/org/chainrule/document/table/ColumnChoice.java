package org.chainrule.document.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainrule.document.table.TableFault.Reason;
import org.chainrule.engine.Sample;
import org.chainrule.engine.Vector;
import org.chainrule.notation.Manner;
import org.chainrule.notation.Numbers;
import org.chainrule.notation.Parsed;
import org.chainrule.worksheet.Limits;

/**
 * A table whose columns are to be told apart: inputs, targets, and what is left out.
 *
 * @param columns as they stand
 * @param guess what they are taken for at first: the last that can be is the target
 * @param rows of data, as wide as there are columns
 * @param remarks what was left out or guessed until here
 */
public record ColumnChoice(
        List<Column> columns, List<Role> guess, List<Table.Row> rows, List<Remark> remarks) {
    /** What a column is taken for. */
    public enum Role {
        INPUT,
        TARGET,
        LEFT_OUT
    }

    /** What comes of a choice. */
    public sealed interface Chosen {
        /**
         * Samples for a network of so many inputs.
         *
         * @param outputs the targets' names: their columns' own, or their words; empty for none
         */
        record Good(int inputs, List<String> outputs, List<Sample> samples) implements Chosen {
            public Good {
                outputs = List.copyOf(outputs);
                samples = List.copyOf(samples);
            }
        }

        /** It cannot be. */
        record Refused(TableFault fault) implements Chosen {}
    }

    public ColumnChoice {
        columns = List.copyOf(columns);
        guess = List.copyOf(guess);
        rows = List.copyOf(rows);
        remarks = List.copyOf(remarks);
    }

    /** Words are left out unless they are the target; so are columns that number the rows. */
    static List<Role> guess(List<Column> columns, boolean hasHeader) {
        List<Role> roles = new ArrayList<>();
        boolean target = false;
        for (Column column : columns.reversed()) {
            boolean numbering =
                    hasHeader && column.index() == 0 && Header.isNumbering(column.name());
            boolean usable = column.hasNumbers() || (column.hasWords() && !target);
            Role role = !usable || numbering ? Role.LEFT_OUT : target ? Role.INPUT : Role.TARGET;
            target |= role == Role.TARGET;
            roles.addFirst(role);
        }
        return roles;
    }

    /** The samples where each column has its role of {@code roles}. */
    public Chosen choose(List<Role> roles) {
        List<Column> inputs = having(roles, Role.INPUT);
        List<Column> targets = having(roles, Role.TARGET);
        int outputs = targets.stream().mapToInt(Column::targets).sum();
        Stream<TableFault> faults =
                Stream.of(
                                unusable(inputs, false),
                                unusable(targets, true),
                                size(inputs.size(), Limits.INPUTS, Reason.NO_INPUTS, Reason.INPUTS),
                                size(outputs, Limits.NEURONS, Reason.NO_TARGETS, Reason.TARGETS))
                        .flatMap(found -> found);
        return faults.findFirst()
                .<Chosen>map(Chosen.Refused::new)
                .orElseGet(() ->
                        new Chosen.Good(inputs.size(), names(targets), samples(inputs, targets)));
    }

    private List<Column> having(List<Role> roles, Role role) {
        return columns.stream().filter(column -> roles.get(column.index()) == role).toList();
    }

    private Stream<TableFault> unusable(List<Column> chosen, boolean target) {
        return chosen.stream()
                .filter(column -> !column.hasNumbers() && !(target && column.hasWords()))
                .map(column ->
                        column.fault() != null
                                ? column.fault()
                                : TableFault.of(
                                        rows.getFirst().line(),
                                        column.index() + 1,
                                        column.first(),
                                        new Parsed.Wrong(Parsed.Reason.UNEXPECTED, "")));
    }

    private Stream<TableFault> size(int count, int most, Reason none, Reason many) {
        int line = rows.getFirst().line();
        return count == 0
                ? Stream.of(TableFault.of(line, 0, none))
                : count > most ? Stream.of(TableFault.of(line, 0, many, count, most)) : Stream.of();
    }

    private static List<String> names(List<Column> targets) {
        return targets.stream()
                .flatMap(column ->
                        column.hasWords() ? column.words().stream() : Stream.of(column.name()))
                .toList();
    }

    private List<Sample> samples(List<Column> inputs, List<Column> targets) {
        return rows.stream()
                .map(row -> new Sample(vector(row, inputs), vector(row, targets)))
                .toList();
    }

    private static Vector vector(Table.Row row, List<Column> columns) {
        return Vector.of(
                columns.stream()
                        .flatMapToDouble(column -> Arrays.stream(values(row, column)))
                        .toArray());
    }

    /** The number of a cell, or a 1 in the place of its word and 0 in those of the others. */
    private static double[] values(Table.Row row, Column column) {
        String cell = row.cell(column.index());
        return column.hasWords()
                ? IntStream.range(0, column.words().size())
                        .mapToDouble(i -> column.words().get(i).equals(cell) ? 1 : 0)
                        .toArray()
                : new double[] {number(cell)};
    }

    static double number(String cell) {
        return switch (Numbers.read(cell, Manner.FILE)) {
            case Parsed.Value(var value) -> value;
            case Parsed.Wrong wrong -> throw new IllegalStateException(wrong.toString());
        };
    }
}
