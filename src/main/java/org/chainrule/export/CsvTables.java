package org.chainrule.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Values;
import org.chainrule.engine.Network;
import org.chainrule.engine.Sample;
import org.chainrule.notation.Numbers;
import org.chainrule.solution.NeuronRow;
import org.chainrule.worksheet.Worksheet;

/**
 * The worksheet's numbers as comma-separated tables (RFC 4180), in its own arithmetic, with a
 * decimal point and every digit.
 */
public final class CsvTables {
    private CsvTables() {}

    /**
     * {@code layer,neuron,p,z,dz,slope} of one sample, from 0; a softmax leaves its slopes empty.
     */
    public static String neurons(Worksheet worksheet, int sample) {
        Values values = worksheet.values();
        List<String> rows = new ArrayList<>(List.of("layer,neuron,p,z,dz,slope"));
        Network network = worksheet.problem().network();
        for (NeuronRow row : NeuronRow.of(network, List.of(Kind.P, Kind.Z, Kind.DZ, Kind.S))) {
            rows.add(
                    "%s,%d,%s"
                            .formatted(
                                    row.layer().name(),
                                    row.k(),
                                    row.numbers().stream()
                                            .map(q ->
                                                    q.existsIn(network)
                                                            ? text(values.value(q, sample))
                                                            : "")
                                            .collect(Collectors.joining(","))));
        }
        return table(rows);
    }

    /** {@code address,value,gradient,updated}: the gradient of J as reduced over the samples. */
    public static String parameters(Worksheet worksheet) {
        Values values = worksheet.values();
        List<String> rows = new ArrayList<>(List.of("address,value,gradient,updated"));
        for (Quantity parameter : Parameters.of(worksheet.problem().network())) {
            rows.add(
                    parameter.address()
                            + ","
                            + Parameters.withGradientAndUpdate(parameter).stream()
                                    .map(q -> text(values.value(q, Values.BATCH)))
                                    .collect(Collectors.joining(",")));
        }
        return table(rows);
    }

    /** {@code x1,x2,…,y1,…}: one row per sample, as {@code document.table} reads them. */
    public static String samples(Worksheet worksheet) {
        List<String> rows = new ArrayList<>();
        rows.add(String.join(",", columns(worksheet.problem().network())));
        for (Sample sample : worksheet.problem().samples()) {
            rows.add(
                    DoubleStream.concat(
                                    Arrays.stream(sample.x().toArray()),
                                    Arrays.stream(sample.y().toArray()))
                            .mapToObj(Numbers::canonical)
                            .collect(Collectors.joining(",")));
        }
        return table(rows);
    }

    private static List<String> columns(Network network) {
        return Stream.concat(
                        IntStream.rangeClosed(1, network.inputs()).mapToObj(t -> "x" + t),
                        IntStream.rangeClosed(1, network.outputs()).mapToObj(k -> "y" + k))
                .toList();
    }

    private static String text(double value) {
        return Double.isFinite(value) ? Numbers.canonical(value) : Double.toString(value);
    }

    private static String table(List<String> rows) {
        return String.join("\r\n", rows) + "\r\n";
    }
}
