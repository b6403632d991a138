package org.chainrule.solution;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;

/**
 * A neuron in a table of all neurons.
 *
 * @param k from 1
 * @param numbers one for each column
 */
public record NeuronRow(Layer layer, int k, List<Quantity> numbers) {

    /** The columns: p, z, ∂J/∂z, and ∂J/∂p where that is worked on with. */
    public static List<Kind> columns(Display display) {
        return display.way().hasDeltas()
                ? List.of(Kind.P, Kind.Z, Kind.DZ, Kind.DP)
                : List.of(Kind.P, Kind.Z, Kind.DZ);
    }

    /** All neurons, layer by layer. */
    public static List<NeuronRow> of(Network network, List<Kind> columns) {
        return network.layers().stream().flatMap(layer -> of(layer, columns)).toList();
    }

    private static Stream<NeuronRow> of(Layer layer, List<Kind> columns) {
        return IntStream.rangeClosed(1, layer.size())
                .mapToObj(k ->
                        new NeuronRow(
                                layer,
                                k,
                                columns.stream()
                                        .map(kind -> new Quantity(kind, layer.name(), k, 0))
                                        .toList()));
    }
}
