package org.chainrule.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainrule.engine.Network;
import org.chainrule.engine.Sample;
import org.chainrule.engine.Vector;
import org.chainrule.notation.Manner;
import org.chainrule.notation.Numbers;
import org.chainrule.notation.Parsed;
import org.chainrule.worksheet.Limits;

/**
 * Reads samples from a table: one row each, the inputs before the targets, with or without a
 * header, between commas, semicolons or tabs.
 */
public final class SamplesCsv {
    /** What became of reading a table. */
    public sealed interface Reading {
        record Good(List<Sample> samples) implements Reading {
            public Good {
                samples = List.copyOf(samples);
            }
        }

        /** It was refused, with every place that is wrong. */
        record Refused(List<Place> places) implements Reading {
            public Refused {
                places = List.copyOf(places);
            }
        }
    }

    /**
     * A place that is wrong.
     *
     * @param line from 1
     * @param column the cell in its line, from 1; 0 for the whole line
     * @param text place and reason, in the reader's language
     */
    public record Place(int line, int column, String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    private final Words words;
    private final Numbers numbers;
    private final int inputs;
    private final int outputs;
    private final List<Sample> samples = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();

    private SamplesCsv(int inputs, int outputs, Words words) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.words = words;
        numbers = Numbers.in(words.locale());
    }

    /** The samples of {@code text}, for a network of so many inputs and outputs. */
    public static Reading read(String text, int inputs, int outputs) {
        return read(text, inputs, outputs, Locale.ENGLISH);
    }

    /** The same, with its reasons in German or English. */
    public static Reading read(String text, int inputs, int outputs, Locale locale) {
        SamplesCsv reader = new SamplesCsv(inputs, outputs, Words.in(locale));
        reader.rows(CsvRows.of(text));
        return reader.places.isEmpty()
                ? new Reading.Good(reader.samples)
                : new Reading.Refused(reader.places);
    }

    /** {@code x1, x2, …, y1, …}. */
    static List<String> columns(Network network) {
        return Stream.concat(
                        IntStream.rangeClosed(1, network.inputs()).mapToObj(t -> "x" + t),
                        IntStream.rangeClosed(1, network.outputs()).mapToObj(k -> "y" + k))
                .toList();
    }

    private void rows(List<CsvRows.Row> rows) {
        boolean header =
                !rows.isEmpty() && rows.getFirst().cells().stream().noneMatch(this::isNumber);
        List<CsvRows.Row> data = header ? rows.subList(1, rows.size()) : rows;
        if (data.isEmpty()) {
            refuse(rows.isEmpty() ? 1 : rows.getFirst().line(), 0, "csv.empty");
        }
        data.stream().limit(Limits.SAMPLES).forEach(this::row);
        if (data.size() > Limits.SAMPLES) {
            int line = data.get(Limits.SAMPLES).line();
            refuse(line, 0, "csv.many", count(data.size()), count(Limits.SAMPLES));
        }
    }

    private boolean isNumber(String cell) {
        return Numbers.read(cell, Manner.FILE) instanceof Parsed.Value;
    }

    private void row(CsvRows.Row row) {
        int wanted = inputs + outputs;
        if (row.cells().size() != wanted) {
            refuse(
                    row.line(),
                    0,
                    "csv.cells",
                    count(row.cells().size()),
                    count(wanted),
                    count(inputs),
                    count(outputs));
            return;
        }
        double[] values = new double[wanted];
        for (int i = 0; i < wanted; i++) {
            switch (Numbers.read(row.cells().get(i), Manner.FILE)) {
                case Parsed.Value(var value) -> values[i] = value;
                case Parsed.Wrong(var reason, var near) ->
                        refuse(row.line(), i + 1, "csv.wrong." + reason.name(), near);
            }
        }
        samples.add(
                new Sample(
                        Vector.of(Arrays.copyOf(values, inputs)),
                        Vector.of(Arrays.copyOfRange(values, inputs, wanted))));
    }

    private String count(int value) {
        return numbers.count(value);
    }

    private void refuse(int line, int column, String key, Object... arguments) {
        String place =
                column == 0
                        ? words.of("csv.line", count(line))
                        : words.of("csv.cell", count(line), count(column));
        places.add(new Place(line, column, place + ": " + words.of(key, arguments)));
    }
}
