package org.chainrule.practice;

import static org.chainrule.practice.Nodes.times;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.chainrule.derivation.Derivation;
import org.chainrule.derivation.Expr;
import org.chainrule.derivation.Losses;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Ref;
import org.chainrule.engine.Loss;
import org.chainrule.practice.Occurrences.Changed;

/** What goes wrong with the loss and its slope. */
final class LossSlips {
    private final Line line;

    private LossSlips(Line line) {
        this.line = line;
    }

    static void in(Line line) {
        LossSlips slips = new LossSlips(line);
        boolean loss = line.kind() == Kind.J && !line.isReduction();
        boolean error = line.isLast() && (line.kind() == Kind.DZ || line.kind() == Kind.DP);
        if (loss || error) {
            slips.factors();
            slips.sign();
        } else if (!line.isReduction()) {
            slips.inDifferences();
        }
        if (!line.isReduction()) {
            slips.timesZ();
            slips.others();
            slips.itself();
            slips.targets();
        }
    }

    private Set<Double> factorsTried() {
        int outputs = line.network().outputs();
        Set<Double> factors = new TreeSet<>(List.of(2.0, 0.5));
        factors.add((double) outputs);
        factors.add(1.0 / outputs);
        factors.add(outputs / 2.0);
        factors.add(2.0 / outputs);
        factors.remove(1.0);
        return factors;
    }

    private void factors() {
        for (double factor : factorsTried()) {
            boolean usual = factor == 2 || factor == 0.5;
            line.add(Slip.LOSS_FACTOR, times(factor, line.formula()), usual ? 1 : 0.5, Detail.NONE);
        }
        int outputs = line.network().outputs();
        if (outputs > 1 && isMean()) {
            line.add(Slip.MEAN_LEFT_OUT, times(outputs, line.formula()));
            line.add(Slip.MEAN_TWICE, Nodes.over(line.formula(), outputs));
            int samples = line.problem().samples().size();
            line.add(Slip.MEAN_AXIS, times((double) outputs / samples, line.formula()));
        }
    }

    private boolean isMean() {
        return switch (line.problem().loss()) {
            case MEAN_SQUARED_ERROR, HALF_MEAN_SQUARED_ERROR, MEAN_BINARY_CROSS_ENTROPY -> true;
            case SQUARED_ERROR,
                    HALF_SQUARED_ERROR,
                    ABSOLUTE_ERROR,
                    HUBER,
                    BINARY_CROSS_ENTROPY,
                    CROSS_ENTROPY,
                    GIVEN ->
                    false;
        };
    }

    private void sign() {
        line.add(Slip.LOSS_SIGN, new Expr.Neg(line.formula()));
    }

    /** Where z − y stands in a later line, as it does where the slope of the loss has cancelled. */
    private void inDifferences() {
        for (double factor : factorsTried()) {
            line.each(Slip.LOSS_FACTOR, d -> change(d, times(factor, d)));
        }
        line.each(Slip.LOSS_SIGN, d -> change(d, new Expr.Neg(d)));
    }

    private static @org.jspecify.annotations.Nullable Changed change(Expr node, Expr changed) {
        return Nodes.difference(node).map(z -> new Changed(changed, Detail.of(z))).orElse(null);
    }

    private void timesZ() {
        if (line.kind() != Kind.J) {
            line.each(
                    Slip.LOSS_TIMES_Z,
                    d ->
                            Nodes.difference(d)
                                    .map(z -> new Changed(times(d, Nodes.leaf(z)), Detail.of(z)))
                                    .orElse(null));
        }
    }

    /** The same line under another loss. */
    private void others() {
        int depth = line.network().depth();
        int l = line.hasLayer() ? line.network().indexOf(line.q().layer()) : depth - 1;
        boolean near = l == depth - 1 || (l == depth - 2 && line.goesBack());
        boolean reads = near && line.kind() != Kind.NW && line.kind() != Kind.NB;
        if (!reads || line.kind() == Kind.P || line.kind() == Kind.Z || line.kind() == Kind.S) {
            return;
        }
        for (Loss other : Loss.values()) {
            if (other != line.problem().loss() && other != Loss.GIVEN) {
                Expr formula =
                        Derivation.formula(line.problem().with(other), line.ref(), line.way());
                boolean usual = other.isSquared() || other.isCrossEntropy();
                line.add(Slip.LOSS_OTHER, Line.shown(formula), usual ? 1 : 0.2, Detail.NONE);
            }
        }
    }

    /** J, or the neuron's own part of it, for its slope. */
    private void itself() {
        if (!line.isLast() || (line.kind() != Kind.DZ && line.kind() != Kind.DP)) {
            return;
        }
        int k = line.q().k();
        Expr z = line.leaf(Quantity.z(line.q().layer(), k));
        Expr y = line.leaf(Quantity.y(k));
        Expr term = Line.shown(Losses.term(line.problem(), z, y));
        List<Expr> losses = new ArrayList<>();
        losses.add(Line.shown(Losses.value(line.problem(), term)));
        losses.add(term);
        losses.add(line.leaf(Quantity.loss()));
        for (Expr loss : losses) {
            line.add(Slip.LOSS_ITSELF, loss, 0.5, Detail.NONE);
            if (line.kind() == Kind.DP && line.layer(line.q().layer()).activation().hasSlope()) {
                Expr slope = line.leaf(Quantity.slope(line.q().layer(), k));
                line.add(Slip.LOSS_ITSELF, times(loss, slope), 0.5, Detail.NONE);
            }
        }
    }

    /** y for z, where z is a factor. */
    private void targets() {
        line.each(
                Slip.TARGET_FOR_ACTIVATION,
                node ->
                        node instanceof Expr.Product(var factors) && line.kind() != Kind.J
                                ? replaced(factors)
                                : null);
        boolean weight = line.kind() == Kind.DW && line.isLast();
        if (weight) {
            Expr y = line.leaf(Quantity.y(line.q().k()));
            line.each(
                    Slip.TARGET_FOR_ACTIVATION,
                    0.5,
                    node -> ProductSlips.isInflow(line, node) ? new Changed(y, Detail.NONE) : null);
        }
    }

    private @org.jspecify.annotations.Nullable Changed replaced(List<Expr> factors) {
        List<Expr> changed = new ArrayList<>();
        Detail detail = Detail.NONE;
        for (Expr factor : factors) {
            Ref z = Nodes.leaf(factor, Kind.Z).orElse(null);
            boolean target = z != null && z.quantity().k() <= line.network().outputs();
            changed.add(target && z != null ? target(z) : factor);
            detail = target && z != null ? Detail.of(z) : detail;
        }
        return detail.equals(Detail.NONE) ? null : new Changed(new Expr.Product(changed), detail);
    }

    private Expr target(Ref z) {
        return new Expr.Leaf(new Ref(Quantity.y(z.quantity().k()), line.sample()));
    }
}
