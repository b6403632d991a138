package org.chainrule.practice;

import static org.chainrule.practice.Nodes.ZERO;
import static org.chainrule.practice.Nodes.times;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.chainrule.derivation.Expr;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Reads;
import org.chainrule.derivation.Ref;
import org.chainrule.engine.Layer;
import org.chainrule.practice.Occurrences.Changed;

/** Another number in the place of one. */
final class NumberSlips {
    private final Line line;

    private NumberSlips(Line line) {
        this.line = line;
    }

    static void in(Line line) {
        NumberSlips slips = new NumberSlips(line);
        slips.neighbours();
        slips.errors();
        slips.parameters();
        slips.misread();
    }

    private void neighbours() {
        List<Quantity> others = likeThis(line.q());
        for (Quantity other : others) {
            Ref ref = new Ref(other, line.ref().sample());
            line.add(Slip.NEIGHBOUR, Nodes.leaf(ref), 1.0 / others.size(), Detail.of(ref));
        }
        if (line.isReduction()) {
            return;
        }
        for (Ref read : Reads.of(line.formula())) {
            List<Quantity> like = isComputed(read) ? likeThis(read.quantity()) : List.of();
            for (Quantity other : like) {
                replace(Slip.NEIGHBOUR, read, other, 0.2 / like.size());
            }
        }
    }

    private static boolean isComputed(Ref ref) {
        return switch (ref.quantity().kind()) {
            case P, Z, DZ, DP, DW, DB -> true;
            case X, Y, W, B, S, NW, NB, U, M, V, NU, NM, NV, MH, VH, DX, J, LR -> false;
        };
    }

    /** The other numbers of this kind of the same layer. */
    private List<Quantity> likeThis(Quantity q) {
        Set<Quantity> others = new LinkedHashSet<>();
        int rows = q.kind() == Kind.DX ? line.network().inputs() : size(q);
        for (int k = 1; k <= rows; k++) {
            if (q.t() == 0) {
                others.add(new Quantity(q.kind(), q.layer(), k, 0));
            } else {
                others.add(new Quantity(q.kind(), q.layer(), k, q.t()));
            }
        }
        for (int t = 1; q.t() > 0 && t <= line.layer(q.layer()).sources(); t++) {
            others.add(new Quantity(q.kind(), q.layer(), q.k(), t));
        }
        if (q.t() > 0 && rows * line.layer(q.layer()).sources() <= line.alternatives()) {
            edges(line.layer(q.layer()), q.kind(), others);
        }
        others.remove(q);
        return others.stream().limit(line.alternatives()).toList();
    }

    private int size(Quantity q) {
        return q.layer().isEmpty() ? 0 : line.layer(q.layer()).size();
    }

    private static void edges(Layer layer, Kind kind, Set<Quantity> into) {
        for (int k = 1; k <= layer.size(); k++) {
            for (int t = 1; t <= layer.sources(); t++) {
                into.add(new Quantity(kind, layer.name(), k, t));
            }
        }
    }

    private void replace(Slip slip, Ref read, Quantity other, double share) {
        Ref instead = new Ref(other, read.sample());
        line.each(
                slip,
                share,
                node ->
                        node instanceof Expr.Leaf(var ref) && ref.equals(read)
                                ? new Changed(Nodes.leaf(instead), Detail.of(read, instead))
                                : null);
    }

    private void errors() {
        Quantity q = line.q();
        if (line.kind() == Kind.DZ) {
            line.add(Slip.DP_FOR_DZ, line.leaf(q.as(Kind.DP)));
        }
        if (line.kind() == Kind.DP) {
            line.add(Slip.DZ_FOR_DP, line.leaf(q.as(Kind.DZ)));
        }
        if (!line.isReduction()) {
            line.each(Slip.DP_FOR_DZ, node -> other(node, Kind.DZ, Kind.DP));
            line.each(Slip.DZ_FOR_DP, node -> other(node, Kind.DP, Kind.DZ));
            line.each(
                    Slip.DZ_FOR_DP,
                    node ->
                            Nodes.slope(node)
                                    .map(s -> new Changed(Nodes.ONE, Detail.of(s)))
                                    .orElse(null));
        }
    }

    private static @org.jspecify.annotations.Nullable Changed other(Expr node, Kind from, Kind to) {
        return Nodes.leaf(node, from)
                .map(e -> new Changed(Nodes.leaf(Nodes.as(e, to)), Detail.of(e)))
                .orElse(null);
    }

    private void parameters() {
        Quantity q = line.q();
        Expr rate = line.leaf(Quantity.learningRate());
        switch (line.kind()) {
            case DW, DB -> {
                boolean weight = line.kind() == Kind.DW;
                line.add(
                        Slip.UPDATED_FOR_GRADIENT,
                        Nodes.leaf(Ref.shown(q.as(weight ? Kind.NW : Kind.NB), 0)));
                line.add(Slip.STEP_FOR_GRADIENT, times(rate, line.formula()));
                line.add(
                        Slip.STEP_FOR_GRADIENT,
                        times(new Expr.Neg(rate), line.formula()),
                        0.5,
                        Detail.NONE);
                line.add(Slip.OWN_VALUE, line.leaf(q.as(weight ? Kind.W : Kind.B)));
                if (!weight) {
                    line.add(Slip.BIAS_GRADIENT_ZERO, ZERO);
                }
            }
            case NW, NB -> {
                boolean weight = line.kind() == Kind.NW;
                Quantity gradient = q.as(weight ? Kind.DW : Kind.DB);
                Expr parameter = line.leaf(q.as(weight ? Kind.W : Kind.B));
                line.add(Slip.GRADIENT_FOR_UPDATED, line.leaf(gradient));
                line.add(Slip.STEP_FOR_GRADIENT, times(rate, line.leaf(gradient)));
                line.add(
                        Slip.STEP_FOR_GRADIENT,
                        times(new Expr.Neg(rate), line.leaf(gradient)),
                        0.5,
                        Detail.NONE);
                gradient(Slip.OWN_VALUE, gradient, parameter);
                if (!weight) {
                    gradient(Slip.BIAS_GRADIENT_ZERO, gradient, ZERO);
                }
            }
            case X, Y, W, B, P, Z, S, DZ, DP, U, M, V, NU, NM, NV, MH, VH, DX, J, LR -> {}
        }
    }

    private void gradient(Slip slip, Quantity gradient, Expr instead) {
        line.each(
                slip,
                node ->
                        node instanceof Expr.Leaf(var ref) && ref.quantity().equals(gradient)
                                ? Changed.of(instead)
                                : null);
    }

    private void misread() {
        if (line.isReduction()) {
            return;
        }
        for (Ref read : Reads.of(line.formula())) {
            List<Ref> others = givenLike(read);
            for (Ref other : others) {
                line.each(
                        Slip.GIVEN_MISREAD,
                        1.0 / others.size(),
                        node ->
                                node instanceof Expr.Leaf(var ref) && ref.equals(read)
                                        ? new Changed(Nodes.leaf(other), Detail.of(read, other))
                                        : null);
            }
        }
    }

    /** The other given numbers of its kind. */
    private List<Ref> givenLike(Ref read) {
        Set<Ref> others = new LinkedHashSet<>();
        switch (read.quantity().kind()) {
            case X -> indexed(Kind.X, line.network().inputs(), read.sample(), others);
            case Y -> indexed(Kind.Y, line.network().outputs(), read.sample(), others);
            case W, B -> parameters(read, others);
            case P, Z, S, DZ, DP, DW, DB, NW, NB, U, M, V, NU, NM, NV, MH, VH, DX, J, LR -> {}
        }
        others.remove(read);
        return new ArrayList<>(others).subList(0, Math.min(others.size(), line.alternatives()));
    }

    private void indexed(Kind kind, int size, int sample, Set<Ref> into) {
        for (int i = 1; i <= size; i++) {
            into.add(new Ref(new Quantity(kind, "", i, 0), sample));
        }
        for (int s = 0; s < Math.min(line.problem().samples().size(), 8); s++) {
            for (int i = 1; i <= size; i++) {
                into.add(new Ref(new Quantity(kind, "", i, 0), s));
            }
        }
    }

    private void parameters(Ref read, Set<Ref> into) {
        List<Quantity> all = new ArrayList<>();
        Layer own = line.layer(read.quantity().layer());
        parameters(own, read.quantity().kind(), all);
        line.network().layers().stream()
                .filter(layer -> !layer.equals(own))
                .forEach(layer -> parameters(layer, read.quantity().kind(), all));
        all.stream().limit(line.alternatives()).forEach(q -> into.add(Ref.shown(q, 0)));
    }

    private static void parameters(Layer layer, Kind kind, List<Quantity> into) {
        Set<Quantity> found = new LinkedHashSet<>();
        if (kind == Kind.W) {
            edges(layer, Kind.W, found);
        }
        for (int k = 1; kind == Kind.B && layer.biases() != null && k <= layer.size(); k++) {
            found.add(Quantity.b(layer.name(), k));
        }
        into.addAll(found);
    }
}
