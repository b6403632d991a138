package org.chainrule.practice;

import static org.chainrule.derivation.Expr.apply;
import static org.chainrule.practice.Nodes.ONE;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.derivation.Expr;
import org.chainrule.derivation.Expr.Function;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Reads;
import org.chainrule.derivation.Ref;
import org.chainrule.engine.Layer;
import org.chainrule.practice.Occurrences.Changed;
import org.jspecify.annotations.Nullable;

/** What goes wrong on the paths that lead back to a neuron. */
final class PathSlips {
    private final Line line;

    private PathSlips(Line line) {
        this.line = line;
    }

    static void in(Line line) {
        boolean alongEdges =
                Reads.of(line.formula()).stream()
                        .anyMatch(read -> read.quantity().kind() == Kind.W);
        if (!line.goesBack() || !alongEdges) {
            return;
        }
        PathSlips slips = new PathSlips(line);
        slips.sums();
        slips.indices();
        slips.weights();
        slips.shares();
        slips.errors();
    }

    private void sums() {
        line.each(Slip.PATH_PRODUCT, node -> paths(node, Expr.Product::new));
        int most = widest();
        for (int i = 0; i < most; i++) {
            int path = i;
            line.each(Slip.PATH_ONE, node -> path(node, path, terms -> terms.get(path)));
            line.each(Slip.PATH_TWICE, node -> path(node, path, terms -> twice(terms, path)));
            if (most > 2) {
                line.each(Slip.PATH_ONE, 0.3, node -> path(node, path, t -> without(t, path)));
            }
        }
    }

    private int widest() {
        int l = line.kind() == Kind.DX ? 0 : line.network().indexOf(line.q().layer()) + 1;
        return Math.min(line.network().layer(l).size(), line.alternatives());
    }

    private interface OfTerms {
        Expr of(List<Expr> terms);
    }

    private static @Nullable Changed paths(Expr node, OfTerms change) {
        return Nodes.isPaths(node) && node instanceof Expr.Sum(var terms)
                ? Changed.of(change.of(terms))
                : null;
    }

    private @Nullable Changed path(Expr node, int path, OfTerms change) {
        if (!Nodes.isPaths(node) || !(node instanceof Expr.Sum(var terms))) {
            return null;
        }
        return path < terms.size()
                ? new Changed(change.of(terms), new Detail(receiver(terms.get(path)), false))
                : null;
    }

    /** The neuron at the end of a path. */
    private List<Ref> receiver(Expr term) {
        return term instanceof Expr.Product(var factors)
                ? factors.stream()
                        .flatMap(each -> Nodes.leaf(each, Kind.W).stream())
                        .map(w -> Nodes.as(new Ref(w.quantity(), line.sample()), Kind.Z))
                        .limit(1)
                        .toList()
                : List.of();
    }

    private static Expr twice(List<Expr> terms, int path) {
        List<Expr> all = new ArrayList<>(terms);
        all.add(terms.get(path));
        return new Expr.Sum(all);
    }

    private static Expr without(List<Expr> terms, int path) {
        List<Expr> others = new ArrayList<>(terms);
        others.remove(path);
        return new Expr.Sum(others);
    }

    /** One index of one path. */
    private void indices() {
        int most =
                Math.min(
                        line.network().layers().stream().mapToInt(Layer::size).max().orElse(1),
                        line.alternatives());
        most = Math.max(most, Math.min(line.network().inputs(), line.alternatives()));
        double share = 1.0 / most;
        for (int i = 1; i <= most; i++) {
            int index = i;
            one(
                    Slip.PATH_INDEX,
                    share,
                    node -> weight(node, w -> Quantity.w(w.layer(), index, w.t())));
            one(
                    Slip.PATH_INDEX,
                    share,
                    node -> weight(node, w -> Quantity.w(w.layer(), w.k(), index)));
            one(Slip.PATH_INDEX, share, node -> error(node, index));
        }
    }

    /** In single places alone. */
    private void one(Slip slip, double share, Line.Turn turn) {
        for (Changed changed : line.occurrences(turn)) {
            if (!changed.detail().all()) {
                line.add(slip, changed.expr(), share, changed.detail());
            }
        }
    }

    private interface OfWeight {
        Quantity of(Quantity weight);
    }

    private @Nullable Changed weight(Expr node, OfWeight change) {
        Ref weight = Nodes.leaf(node, Kind.W).orElse(null);
        if (weight == null) {
            return null;
        }
        Quantity other = change.of(weight.quantity());
        return other.equals(weight.quantity()) || !other.existsIn(line.network())
                ? null
                : new Changed(line.leaf(other), Detail.of(weight, line.at(other)));
    }

    private @Nullable Changed error(Expr node, int k) {
        Ref error = Nodes.error(node).orElse(null);
        if (error == null) {
            return null;
        }
        Quantity q = error.quantity();
        Quantity other = new Quantity(q.kind(), q.layer(), k, 0);
        return other.equals(q) || !other.existsIn(line.network())
                ? null
                : new Changed(line.leaf(other), Detail.of(error, line.at(other)));
    }

    private void weights() {
        line.each(
                Slip.WEIGHT_TRANSPOSED,
                node -> weight(node, w -> Quantity.w(w.layer(), w.t(), w.k())));
        line.each(Slip.WEIGHT_UPDATED, node -> weight(node, w -> w.as(Kind.NW)));
        line.each(
                Slip.WEIGHT_LEFT_OUT,
                node ->
                        Nodes.leaf(node, Kind.W)
                                .map(w -> new Changed(ONE, Detail.of(w)))
                                .orElse(null));
    }

    /** |Θ| over the sum of |Θ| of its row, or of its column. */
    private void shares() {
        for (boolean row : new boolean[] {true, false}) {
            line.each(
                    Slip.WEIGHT_SHARES,
                    node ->
                            Nodes.leaf(node, Kind.W)
                                    .map(w -> new Changed(share(w.quantity(), row), Detail.of(w)))
                                    .orElse(null));
        }
    }

    private Expr share(Quantity w, boolean row) {
        Layer layer = line.layer(w.layer());
        List<Expr> sizes = new ArrayList<>();
        for (int i = 1; i <= (row ? layer.sources() : layer.size()); i++) {
            Quantity each = row ? Quantity.w(w.layer(), w.k(), i) : Quantity.w(w.layer(), i, w.t());
            sizes.add(apply(Function.ABS, line.leaf(each)));
        }
        return new Expr.Quotient(apply(Function.ABS, line.leaf(w)), Expr.total(sizes));
    }

    /** The next neuron's activation, or its weight's gradient, for its error. */
    private void errors() {
        int t = line.q().k();
        for (Kind kind : List.of(Kind.Z, Kind.DW)) {
            line.each(
                    Slip.ACTIVATION_FOR_ERROR,
                    kind == Kind.Z ? 1 : 0.5,
                    node -> Nodes.error(node).map(e -> instead(e, kind, t)).orElse(null));
            line.each(
                    Slip.ACTIVATION_FOR_ERROR,
                    kind == Kind.Z ? 1 : 0.5,
                    node -> withoutSlope(node, kind, t));
        }
    }

    private Changed instead(Ref error, Kind kind, int t) {
        Quantity q = error.quantity();
        Quantity other = new Quantity(kind, q.layer(), q.k(), kind == Kind.DW ? t : 0);
        return new Changed(line.leaf(other), Detail.of(error, line.at(other)));
    }

    /** In the place of ∂J/∂z and g′ together. */
    private @Nullable Changed withoutSlope(Expr node, Kind kind, int t) {
        if (!(node instanceof Expr.Product(var factors))
                || factors.size() != 3
                || Nodes.slope(factors.get(1)).isEmpty()) {
            return null;
        }
        return Nodes.error(factors.getFirst())
                .map(e -> instead(e, kind, t))
                .map(c -> new Changed(Nodes.times(c.expr(), factors.getLast()), c.detail()))
                .orElse(null);
    }
}
