package org.chainrule.worksheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.chainrule.engine.Network;
import org.chainrule.engine.Sample;
import org.chainrule.engine.Vector;

/**
 * A change of the samples as a table: one row each, the inputs before the targets, both counted
 * from 0. Past what paper takes the worksheet becomes exact.
 */
public sealed interface SampleEdit extends Edit {
    /** The samples after it. */
    List<Sample> apply(List<Sample> samples, Network network);

    @Override
    default Worksheet apply(Worksheet worksheet) {
        List<Sample> samples = in(worksheet);
        if (samples.size() > Limits.SAMPLES) {
            throw new IllegalArgumentException(
                    samples.size() + " samples; " + Limits.SAMPLES + " at most");
        }
        return worksheet.with(worksheet.problem().with(samples)).exactIfLarge();
    }

    /** The samples that it makes of those of {@code worksheet}, however many. */
    default List<Sample> in(Worksheet worksheet) {
        return apply(worksheet.problem().samples(), worksheet.problem().network());
    }

    /** One number of the table. */
    record Cell(int sample, int column, double value) {}

    /** Writes numbers into the table; rows below its end are added, 0 where nothing is written. */
    record Write(List<Cell> cells) implements SampleEdit {
        public Write {
            cells = List.copyOf(cells);
        }

        @Override
        public List<Sample> apply(List<Sample> samples, Network network) {
            Map<Integer, double[]> changed = new HashMap<>();
            int rows = samples.size();
            for (Cell cell : cells) {
                changed.computeIfAbsent(
                                        cell.sample,
                                        s ->
                                                s < samples.size()
                                                        ? row(samples.get(s))
                                                        : blank(network))[cell.column] =
                        cell.value;
                rows = Math.max(rows, cell.sample + 1);
            }
            return IntStream.range(0, rows)
                    .mapToObj(s ->
                            !changed.containsKey(s) && s < samples.size()
                                    ? samples.get(s)
                                    : sample(
                                            changed.getOrDefault(s, blank(network)),
                                            network.inputs()))
                    .toList();
        }
    }

    /** Puts samples in, the first of them to be the one at {@code at}. */
    record Insert(int at, List<Sample> inserted) implements SampleEdit {
        public Insert {
            inserted = List.copyOf(inserted);
        }

        @Override
        public List<Sample> apply(List<Sample> samples, Network network) {
            List<Sample> more = new ArrayList<>(samples);
            more.addAll(at, inserted);
            return more;
        }
    }

    /** Takes the samples from {@code from} to just before {@code end} out. One must stay. */
    record Remove(int from, int end) implements SampleEdit {
        @Override
        public List<Sample> apply(List<Sample> samples, Network network) {
            List<Sample> fewer = new ArrayList<>(samples);
            fewer.subList(from, end).clear();
            return fewer;
        }
    }

    /** Puts other samples in the place of all. */
    record ReplaceAll(List<Sample> by) implements SampleEdit {
        public ReplaceAll {
            by = List.copyOf(by);
        }

        @Override
        public List<Sample> apply(List<Sample> samples, Network network) {
            return by;
        }
    }

    /** A row of zeros. */
    static Sample zeros(Network network) {
        return sample(blank(network), network.inputs());
    }

    private static double[] blank(Network network) {
        return new double[network.inputs() + network.outputs()];
    }

    private static double[] row(Sample sample) {
        double[] x = sample.x().toArray();
        double[] y = sample.y().toArray();
        double[] row = java.util.Arrays.copyOf(x, x.length + y.length);
        System.arraycopy(y, 0, row, x.length, y.length);
        return row;
    }

    private static Sample sample(double[] row, int inputs) {
        return new Sample(
                Vector.of(java.util.Arrays.copyOf(row, inputs)),
                Vector.of(java.util.Arrays.copyOfRange(row, inputs, row.length)));
    }
}
