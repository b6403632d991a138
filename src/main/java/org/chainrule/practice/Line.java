package org.chainrule.practice;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.derivation.CleanGradient;
import org.chainrule.derivation.Expr;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Reads;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Rewrite;
import org.chainrule.derivation.Way;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.engine.Problem;

/** A line of the solution, and what slips make of it. */
final class Line {
    /** How many alternatives to one number of a line are tried, and of its places. */
    private static final int MOST = 64;

    /** Nodes of formulas that are made for one kind of alternatives, and for one turn. */
    private static final int NODES = 200_000;

    private final Problem problem;
    private final Way way;
    private final Ref ref;
    private final Expr formula;
    private final int size;
    private final int alternatives;
    private final List<Rewritten> found = new ArrayList<>();

    Line(Problem problem, Way way, Ref ref, Expr formula) {
        this.problem = problem;
        this.way = way;
        this.ref = ref;
        this.formula = shown(formula);
        size = Terms.in(this.formula);
        int reads = Reads.of(this.formula).size();
        alternatives = Math.clamp(NODES / ((long) size * (reads + 1)), 1, MOST);
    }

    /** How many alternatives to one number of it are tried: fewer where it is long. */
    int alternatives() {
        return alternatives;
    }

    /** The nodes of its formula. */
    int size() {
        return size;
    }

    /** A change of one node, or null where it does not apply. */
    interface Turn {
        Occurrences.@org.jspecify.annotations.Nullable Changed of(Expr node);
    }

    /** As a person has it in mind: nothing in it is evaluated in another way. */
    static Expr shown(Expr expr) {
        return expr instanceof Expr.Careful(var shown, _)
                ? shown(shown)
                : Rewrite.parts(expr, Line::shown);
    }

    Problem problem() {
        return problem;
    }

    Network network() {
        return problem.network();
    }

    Way way() {
        return way;
    }

    Ref ref() {
        return ref;
    }

    Quantity q() {
        return ref.quantity();
    }

    Kind kind() {
        return q().kind();
    }

    Expr formula() {
        return formula;
    }

    int sample() {
        return Math.max(ref.sample(), 0);
    }

    /** The layer of this name; the number of the line must have one. */
    Layer layer(String name) {
        return network().layer(network().indexOf(name));
    }

    boolean hasLayer() {
        return !q().layer().isEmpty();
    }

    boolean isLast() {
        return q().layer().equals(network().last().name());
    }

    boolean isClean() {
        return CleanGradient.isOf(problem, network().last().name());
    }

    /** Whether it sums up samples. */
    boolean isReduction() {
        return ref.isBatch()
                && problem.isReduced()
                && switch (kind()) {
                    case J, DW, DB -> true;
                    case X, Y, W, B, P, Z, S, DZ, DP, NW, NB, U, M, V, NU, NM, NV, MH, VH, DX, LR ->
                            false;
                };
    }

    /** Whether it goes back from the neurons of one layer to a source of theirs. */
    boolean goesBack() {
        return switch (kind()) {
            case DX -> true;
            case DZ, DP -> !isLast();
            case X, Y, W, B, P, Z, S, DW, DB, NW, NB, U, M, V, NU, NM, NV, MH, VH, J, LR -> false;
        };
    }

    /** A number as this line reads it. */
    Expr leaf(Quantity quantity) {
        return new Expr.Leaf(at(quantity));
    }

    Ref at(Quantity quantity) {
        boolean ofSample =
                quantity.isOfSample()
                        || (problem.isReduced()
                                && !ref.isBatch()
                                && switch (quantity.kind()) {
                                    case DW, DB, J -> true;
                                    case X,
                                            Y,
                                            W,
                                            B,
                                            P,
                                            Z,
                                            S,
                                            DZ,
                                            DP,
                                            NW,
                                            NB,
                                            U,
                                            M,
                                            V,
                                            NU,
                                            NM,
                                            NV,
                                            MH,
                                            VH,
                                            DX,
                                            LR ->
                                            false;
                                });
        return ofSample ? new Ref(quantity, sample()) : Ref.shown(quantity, 0);
    }

    void add(Slip slip, Expr formula) {
        add(slip, formula, 1, Detail.NONE);
    }

    void add(Slip slip, Expr formula, double share, Detail detail) {
        found.add(new Rewritten(slip, formula, share, detail));
    }

    /** The slip in each place of {@code turn}, and in all of them. */
    void each(Slip slip, Turn turn) {
        each(slip, 1, turn);
    }

    void each(Slip slip, double share, Turn turn) {
        for (Occurrences.Changed changed : occurrences(turn)) {
            add(slip, changed.expr(), share, changed.detail());
        }
    }

    /** The formula with each place of {@code turn} changed, and with all. */
    List<Occurrences.Changed> occurrences(Turn turn) {
        return Occurrences.of(formula, turn, Math.clamp(NODES / size, 1, MOST));
    }

    List<Rewritten> found() {
        return List.copyOf(found);
    }
}
