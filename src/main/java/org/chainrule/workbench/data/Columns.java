package org.chainrule.workbench.data;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Ref;
import org.chainrule.engine.Network;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Text;

/** The columns of the table of samples, from 0: the inputs before the targets. */
final class Columns {
    private Columns() {}

    static int count(Network network) {
        return network.inputs() + network.outputs();
    }

    static List<String> names(Shown shown) {
        Network network = shown.network();
        return Stream.concat(
                        IntStream.rangeClosed(1, network.inputs())
                                .mapToObj(t -> "x" + Text.subscript(t)),
                        IntStream.rangeClosed(1, network.outputs())
                                .mapToObj(k -> shown.signs().sign(Quantity.y(k)).indexed()))
                .toList();
    }

    /** What each column stands for; empty where that was not said. */
    static List<String> captions(Shown shown) {
        Network network = shown.network();
        return Stream.concat(
                        IntStream.range(0, network.inputs()).mapToObj(_ -> ""),
                        IntStream.rangeClosed(1, network.outputs()).mapToObj(shown::caption))
                .toList();
    }

    /** The number in a column of a sample's row. */
    static Ref ref(Network network, int sample, int column) {
        int inputs = network.inputs();
        return new Ref(
                column < inputs ? Quantity.x(column + 1) : Quantity.y(column - inputs + 1), sample);
    }

    /** The column of an input or target. */
    static int of(Network network, Quantity quantity) {
        return quantity.k() - 1 + (quantity.kind() == Kind.X ? 0 : network.inputs());
    }
}
