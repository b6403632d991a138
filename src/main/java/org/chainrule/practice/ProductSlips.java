package org.chainrule.practice;

import static org.chainrule.practice.Nodes.ONE;

import java.util.List;
import org.chainrule.derivation.Expr;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Ref;
import org.chainrule.practice.Occurrences.Changed;
import org.jspecify.annotations.Nullable;

/** What goes wrong with the factors of a product. */
final class ProductSlips {
    private final Line line;

    private ProductSlips(Line line) {
        this.line = line;
    }

    static void in(Line line) {
        ProductSlips slips = new ProductSlips(line);
        if (!line.isReduction()) {
            slips.incoming();
            slips.nudged();
            slips.inflow();
            slips.activations();
        }
        slips.transposed();
    }

    /** Whether {@code node} is what flows in along the edge of a weight gradient. */
    static boolean isInflow(Line line, Expr node) {
        if (line.kind() != Kind.DW || !(node instanceof Expr.Leaf(var ref))) {
            return false;
        }
        int l = line.network().indexOf(line.q().layer());
        Quantity inflow =
                l == 0
                        ? Quantity.x(line.q().t())
                        : Quantity.z(line.network().layer(l - 1).name(), line.q().t());
        return ref.quantity().equals(inflow);
    }

    private void incoming() {
        line.each(Slip.INCOMING_LEFT_OUT, node -> error(node, ONE));
        line.each(Slip.INCOMING_TWICE, node -> error(node, Nodes.times(node, node)));
        if (line.kind() == Kind.DP) {
            line.each(Slip.INCOMING_LEFT_OUT, ProductSlips::slopeAlone);
        }
    }

    private static @Nullable Changed error(Expr node, Expr changed) {
        return Nodes.error(node).map(e -> new Changed(changed, Detail.of(e))).orElse(null);
    }

    /** Of δ in one line, g′. */
    private static @Nullable Changed slopeAlone(Expr node) {
        if (!(node instanceof Expr.Product(var factors))) {
            return null;
        }
        List<Expr> slopes = factors.stream().filter(each -> Nodes.slope(each).isPresent()).toList();
        boolean whole = factors.stream().noneMatch(each -> Nodes.error(each).isPresent());
        return slopes.size() == 1 && whole && factors.size() > 1
                ? Changed.of(slopes.getFirst())
                : null;
    }

    /** An output's slope in place of J's. */
    private void nudged() {
        if (line.isLast()) {
            if (line.kind() == Kind.DZ) {
                line.add(Slip.OUTPUT_NUDGED, ONE);
            } else {
                line.each(Slip.OUTPUT_NUDGED, node -> error(node, ONE));
                line.each(Slip.OUTPUT_NUDGED, ProductSlips::slopeAlone);
            }
        } else if (line.goesBack()) {
            line.each(Slip.OUTPUT_NUDGED, 0.5, node -> error(node, ONE));
        }
    }

    private void inflow() {
        if (line.kind() != Kind.DW) {
            return;
        }
        line.each(Slip.INFLOW_LEFT_OUT, node -> inflow(node, ONE));
        Quantity receiver = Quantity.z(line.q().layer(), line.q().k());
        line.each(Slip.INFLOW_RECEIVER, node -> inflow(node, line.leaf(receiver)));
    }

    private @Nullable Changed inflow(Expr node, Expr changed) {
        return isInflow(line, node) && node instanceof Expr.Leaf(var ref)
                ? new Changed(changed, Detail.of(ref))
                : null;
    }

    private void activations() {
        line.each(Slip.P_FOR_Z, ProductSlips::preactivation);
        line.each(Slip.ACTIVATION_LEFT_OUT, ProductSlips::preactivation);
        if (line.kind() == Kind.Z) {
            Expr p = line.leaf(line.q().as(Kind.P));
            line.add(Slip.P_FOR_Z, p);
            line.add(Slip.ACTIVATION_LEFT_OUT, p);
        }
    }

    private static @Nullable Changed preactivation(Expr node) {
        return Nodes.leaf(node, Kind.Z)
                .map(z -> new Changed(Nodes.leaf(Nodes.as(z, Kind.P)), Detail.of(z)))
                .orElse(null);
    }

    private void transposed() {
        if (line.kind() == Kind.DW) {
            Quantity q = line.q();
            Quantity other = new Quantity(q.kind(), q.layer(), q.t(), q.k());
            if (other.existsIn(line.network()) && !other.equals(q)) {
                Ref ref = new Ref(other, line.ref().sample());
                line.add(Slip.OUTER_TRANSPOSED, Nodes.leaf(ref), 1, Detail.of(ref));
            }
        }
    }
}
