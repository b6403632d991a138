package org.chainrule.document.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainrule.document.Places;
import org.chainrule.document.table.Remark.Kind;
import org.chainrule.document.table.TableFault.Reason;
import org.chainrule.engine.Sample;
import org.chainrule.engine.Vector;
import org.chainrule.notation.Manner;
import org.chainrule.notation.Numbers;
import org.chainrule.notation.Parsed;
import org.chainrule.worksheet.Limits;

/** Reads samples from a table: one row each, the inputs before the targets. */
public final class SampleReader {
    private final int inputs;
    private final int outputs;
    private final List<Remark> remarks = new ArrayList<>();
    private final Places<TableFault> faults = new Places<>();

    private SampleReader(int inputs, int outputs) {
        this.inputs = inputs;
        this.outputs = outputs;
    }

    /** The samples of a file, for a network of so many inputs and outputs. */
    public static SampleReading read(String text, int inputs, int outputs) {
        return new SampleReader(inputs, outputs).read(Table.ofFile(text));
    }

    private SampleReading read(Table table) {
        remarks.addAll(table.remarks());
        boolean header = !table.rows().isEmpty() && Header.isHeader(table.rows().getFirst());
        List<Table.Row> rows = header ? table.rows().subList(1, table.rows().size()) : table.rows();
        int count = table.count() - (header ? 1 : 0);
        if (table.tooWide()) {
            return refused(1, Reason.WIDE);
        }
        if (rows.isEmpty()) {
            return refused(header ? table.rows().getFirst().line() : 1, Reason.EMPTY);
        }
        if (count > Limits.SAMPLES) {
            return refused(rows.get(Limits.SAMPLES).line(), Reason.MANY, count, Limits.SAMPLES);
        }
        if (header) {
            remarks.add(Remark.of(Kind.HEADER, table.rows().getFirst().line()));
        }
        List<Table.Row> all = filled(table.rows());
        return read(
                header ? all.getFirst().cells() : List.of(),
                header ? all.subList(1, all.size()) : all);
    }

    /** Without the columns at the end in which nothing stands, as separators too many make them. */
    private List<Table.Row> filled(List<Table.Row> rows) {
        int width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        int filled = rows.stream().mapToInt(Table.Row::filled).max().orElse(0);
        boolean regular = rows.stream().filter(row -> row.cells().size() == width).count() > 1;
        if (filled == width || !(regular || rows.size() == 1) || filled < inputs + outputs) {
            return rows;
        }
        remarks.add(Remark.of(Kind.COLUMNS_EMPTY, width - filled));
        return rows.stream().map(row -> row.cut(filled)).toList();
    }

    private SampleReading refused(int line, Reason reason, Object... values) {
        faults.add(TableFault.of(line, 0, reason, values));
        return refused();
    }

    private SampleReading refused() {
        return new SampleReading.Refused(faults.kept(), faults.more());
    }

    private SampleReading read(List<String> names, List<Table.Row> rows) {
        int width = width(rows);
        boolean unnamed = !names.isEmpty() && names.size() == width - 1;
        if (!names.isEmpty() && names.size() != width && !unnamed) {
            return refused(rows.getFirst().line(), Reason.UNEVEN, width, names.size());
        }
        return read(unnamed ? numbered(names) : names, rows, width);
    }

    /** R names its columns, but not the first, which holds the rows' own names. */
    private static List<String> numbered(List<String> names) {
        return Stream.concat(Stream.of(""), names.stream()).toList();
    }

    private SampleReading read(List<String> names, List<Table.Row> rows, int width) {
        rows.stream().filter(row -> row.cells().size() != width).forEach(row -> uneven(row, width));
        if (!faults.none()) {
            return refused();
        }
        if (width > 2 * (Limits.INPUTS + Limits.NEURONS)) {
            return refused(rows.getFirst().line(), Reason.WIDE);
        }
        List<Column> columns =
                IntStream.range(0, width)
                        .mapToObj(i -> Column.of(i, i < names.size() ? names.get(i) : "", rows))
                        .toList();
        List<Integer> places = places(names, columns);
        boolean words = places.stream().anyMatch(place -> columns.get(place).hasWords());
        boolean none = columns.stream().noneMatch(c -> c.hasNumbers() || c.hasWords());
        return places.size() == inputs + outputs && !words
                ? samples(rows, places)
                : none ? samples(rows, all(width)) : choice(columns, !names.isEmpty(), rows);
    }

    /**
     * As many as the network takes where a row has them, or none has two; else as the first has.
     */
    private int width(List<Table.Row> rows) {
        int wanted = inputs + outputs;
        int first = rows.getFirst().cells().size();
        return first < 2 || rows.stream().anyMatch(row -> row.cells().size() == wanted)
                ? wanted
                : first;
    }

    private void uneven(Table.Row row, int width) {
        int cells = row.cells().size();
        faults.add(
                width == inputs + outputs
                        ? TableFault.of(row.line(), 0, Reason.CELLS, cells, width, inputs, outputs)
                        : TableFault.of(row.line(), 0, Reason.UNEVEN, cells, width));
    }

    /** Where the network's inputs and targets stand; other than it has where that is open. */
    private List<Integer> places(List<String> names, List<Column> columns) {
        List<Integer> named = Header.places(names, inputs, outputs);
        List<Integer> all = all(columns.size());
        boolean numbering = !names.isEmpty() && Header.isNumbering(names.getFirst());
        if (!named.isEmpty()) {
            int from = numbering ? 1 : 0;
            if (!named.equals(all.subList(from, Math.min(all.size(), from + named.size())))) {
                remarks.add(Remark.of(Kind.NAMES));
            }
            leftOut(all, named, numbering);
            return named;
        }
        if (numbering && columns.getFirst().hasNumbers() && columns.size() > 1) {
            remarks.add(Remark.of(Kind.INDEX));
            return all.subList(1, all.size());
        }
        if (Header.contradicts(names, inputs, outputs)) {
            remarks.add(Remark.of(Kind.NAMES_IGNORED));
        }
        return all;
    }

    private void leftOut(List<Integer> all, List<Integer> named, boolean numbering) {
        int left = all.size() - named.size() - (numbering ? 1 : 0);
        if (numbering) {
            remarks.add(Remark.of(Kind.INDEX));
        }
        if (left > 0) {
            remarks.add(Remark.of(Kind.COLUMNS_LEFT, left));
        }
    }

    private static List<Integer> all(int width) {
        return IntStream.range(0, width).boxed().toList();
    }

    private SampleReading choice(List<Column> columns, boolean header, List<Table.Row> rows) {
        List<Remark> kept =
                remarks.stream()
                        .filter(remark ->
                                remark.kind() != Kind.INDEX && remark.kind() != Kind.NAMES)
                        .toList();
        return new SampleReading.Choice(
                new ColumnChoice(columns, ColumnChoice.guess(columns, header), rows, kept));
    }

    private SampleReading samples(List<Table.Row> rows, List<Integer> places) {
        List<Sample> samples = new ArrayList<>();
        for (Table.Row row : rows) {
            double[] values = places.stream().mapToDouble(place -> number(row, place)).toArray();
            if (faults.none()) {
                samples.add(sample(values));
            }
        }
        return faults.none() ? new SampleReading.Good(samples, remarks) : refused();
    }

    private Sample sample(double[] values) {
        return new Sample(
                Vector.of(Arrays.copyOf(values, inputs)),
                Vector.of(Arrays.copyOfRange(values, inputs, inputs + outputs)));
    }

    private double number(Table.Row row, int column) {
        String cell = row.cell(column);
        return switch (Numbers.read(cell, Manner.FILE)) {
            case Parsed.Value(var value) -> value;
            case Parsed.Wrong wrong -> {
                faults.add(TableFault.of(row.line(), column + 1, cell, wrong));
                yield 0;
            }
        };
    }
}
