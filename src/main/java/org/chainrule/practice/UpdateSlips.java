package org.chainrule.practice;

import static org.chainrule.derivation.Expr.sum;
import static org.chainrule.practice.Nodes.ONE;

import java.util.List;
import org.chainrule.derivation.Expr;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Ref;
import org.chainrule.engine.Reduction;
import org.chainrule.practice.Occurrences.Changed;
import org.jspecify.annotations.Nullable;

/** What goes wrong in the update, and in what becomes of the samples. */
final class UpdateSlips {
    private final Line line;

    private UpdateSlips(Line line) {
        this.line = line;
    }

    static void in(Line line) {
        UpdateSlips slips = new UpdateSlips(line);
        if (line.kind() == Kind.NW || line.kind() == Kind.NB) {
            slips.update();
            slips.added();
        } else if (line.isReduction()) {
            slips.mean();
        }
    }

    private void update() {
        line.each(
                Slip.UPDATE_SIGN,
                node -> node instanceof Expr.Neg(var step) ? Changed.of(step) : null);
        line.each(
                Slip.RATE_LEFT_OUT,
                node -> Nodes.leaf(node, Kind.LR).map(_ -> Changed.of(ONE)).orElse(null));
        if (!line.problem().isReduced()) {
            Quantity q = line.q();
            for (Kind kind : List.of(Kind.DZ, Kind.DP)) {
                Expr error = line.leaf(new Quantity(kind, q.layer(), q.k(), 0));
                gradient(Slip.UPDATE_BY_DZ, error);
            }
        }
        if (line.kind() == Kind.NB) {
            line.add(Slip.BIAS_NOT_UPDATED, line.leaf(line.q().as(Kind.B)));
        }
    }

    private void gradient(Slip slip, Expr instead) {
        line.each(slip, node -> isGradient(node) ? Changed.of(instead) : null);
    }

    private static boolean isGradient(Expr node) {
        return Nodes.leaf(node, Kind.DW).or(() -> Nodes.leaf(node, Kind.DB)).isPresent();
    }

    /** The steps of a weight and of the bias, taken together. */
    private void added() {
        Quantity q = line.q();
        if (line.layer(q.layer()).biases() == null) {
            return;
        }
        Expr bias = line.leaf(Quantity.db(q.layer(), q.k()));
        if (line.kind() == Kind.NW) {
            gradient(Slip.WEIGHT_AND_BIAS_ADDED, sum(line.leaf(q.as(Kind.DW)), bias));
            return;
        }
        int sources = Math.min(line.layer(q.layer()).sources(), line.alternatives());
        for (int t = 1; t <= sources; t++) {
            Expr weight = line.leaf(Quantity.dw(q.layer(), q.k(), t));
            gradient(Slip.WEIGHT_AND_BIAS_ADDED, sum(weight, bias));
        }
    }

    private void mean() {
        int samples = line.problem().samples().size();
        if (line.problem().reduction() != Reduction.MEAN || samples == 1) {
            return;
        }
        line.each(Slip.MEAN_LEFT_OUT, node -> mean(node, q -> q.over()));
        line.each(Slip.MEAN_TWICE, node -> mean(node, q -> Nodes.over(q, samples)));
        int outputs = line.network().outputs();
        int inputs = line.network().inputs();
        for (int other : List.of(outputs, inputs)) {
            line.each(Slip.MEAN_AXIS, node -> mean(node, q -> Nodes.over(q.over(), other)));
        }
        if (line.kind() == Kind.DW) {
            line.add(Slip.MEAN_AXIS, acrossRow(), 0.5, Detail.NONE);
        }
    }

    private interface OfMean {
        Expr of(Expr.Quotient mean);
    }

    private static @Nullable Changed mean(Expr node, OfMean change) {
        return node instanceof Expr.Quotient mean && mean.over() instanceof Expr.Sum
                ? Changed.of(change.of(mean))
                : null;
    }

    /** The mean of a row of sample 1's matrix. */
    private Expr acrossRow() {
        Quantity q = line.q();
        int sources = line.layer(q.layer()).sources();
        List<Expr> row =
                java.util.stream.IntStream.rangeClosed(1, sources)
                        .<Expr>mapToObj(
                                t -> Nodes.leaf(new Ref(Quantity.dw(q.layer(), q.k(), t), 0)))
                        .toList();
        return Nodes.over(Expr.total(row), sources);
    }
}
