package org.chainrule.practice;

import org.chainrule.derivation.Expr;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Slopes;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Layer;
import org.chainrule.practice.Occurrences.Changed;

/** What goes wrong in the forward pass. */
final class ForwardSlips {
    private final Line line;

    private ForwardSlips(Line line) {
        this.line = line;
    }

    static void in(Line line) {
        ForwardSlips slips = new ForwardSlips(line);
        if (line.kind() == Kind.P) {
            slips.bias();
            slips.byColumns();
        } else if (line.kind() == Kind.Z) {
            slips.twice();
        }
    }

    private void bias() {
        line.each(
                Slip.BIAS_LEFT_OUT,
                node -> Nodes.leaf(node, Kind.B).map(_ -> Changed.of(Nodes.ZERO)).orElse(null));
        line.each(
                Slip.BIAS_TWICE,
                node ->
                        Nodes.leaf(node, Kind.B)
                                .map(_ -> Changed.of(Nodes.times(2, node)))
                                .orElse(null));
    }

    /** g(g(p)). */
    private void twice() {
        Layer layer = line.layer(line.q().layer());
        if (layer.activation() != Activation.SOFTMAX) {
            Expr z = line.leaf(line.q());
            line.add(Slip.ACTIVATION_TWICE, Line.shown(Slopes.value(layer, z)));
        }
    }

    /** Θ transposed, or its numbers one after another read down its columns. */
    private void byColumns() {
        Layer layer = line.layer(line.q().layer());
        boolean square = layer.size() == layer.sources();
        boolean fits = line.q().k() <= layer.sources() && layer.sources() <= layer.size();
        if (fits) {
            all(w -> Quantity.w(w.layer(), w.t(), w.k()));
        }
        if (!square) {
            all(w -> read(layer, w));
        }
    }

    private static Quantity read(Layer layer, Quantity w) {
        int place = (w.k() - 1) * layer.sources() + w.t() - 1;
        return Quantity.w(w.layer(), place % layer.size() + 1, place / layer.size() + 1);
    }

    private interface OfWeight {
        Quantity of(Quantity weight);
    }

    private void all(OfWeight other) {
        Line.Turn turn =
                node ->
                        Nodes.leaf(node, Kind.W)
                                .map(w -> Changed.of(line.leaf(other.of(w.quantity()))))
                                .orElse(null);
        line.occurrences(turn).stream()
                .limit(1)
                .forEach(each -> line.add(Slip.WEIGHTS_BY_COLUMNS, each.expr()));
    }
}
