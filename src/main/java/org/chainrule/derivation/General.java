package org.chainrule.derivation;

import static org.chainrule.derivation.Expr.apply;
import static org.chainrule.derivation.Expr.minus;
import static org.chainrule.derivation.Expr.num;
import static org.chainrule.derivation.Expr.product;
import static org.chainrule.derivation.Expr.sum;

import org.chainrule.derivation.Expr.Function;
import org.chainrule.derivation.Expr.SumOver;
import org.chainrule.derivation.Expr.Symbol;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Reduction;

/** The formula of a step, with letters for indices: k a receiving neuron, t a source. */
public final class General {
    private final Problem problem;
    private final Network network;
    private final Way way;

    private General(Problem problem, Way way) {
        this.problem = problem;
        this.network = problem.network();
        this.way = way;
    }

    /** The left side: {@code quantity} with letters for its indices. */
    public static Expr subject(Quantity quantity) {
        boolean source =
                switch (quantity.kind()) {
                    case X, DX, DZ -> true;
                    case Y, W, B, P, Z, S, DP, DW, DB, NW, NB, U, M, V, NU, NM, NV, MH, VH, J, LR ->
                            false;
                };
        return new Symbol(
                quantity.kind(),
                quantity.layer(),
                quantity.k() == 0 ? "" : source ? "t" : "k",
                quantity.t() == 0 ? "" : "t");
    }

    /**
     * The same for a number of {@code network}: what flows back is of the receiver k in the last
     * layer, and of the source t in the others.
     */
    public static Expr subject(Network network, Quantity quantity) {
        return isOfError(quantity.kind())
                ? new Symbol(
                        quantity.kind(), quantity.layer(), index(network, quantity.layer()), "")
                : subject(quantity);
    }

    private static boolean isOfError(Kind kind) {
        return kind == Kind.DZ || kind == Kind.DP;
    }

    private static String index(Network network, String layer) {
        return layer.equals(network.last().name()) ? "k" : "t";
    }

    static Expr of(Problem problem, Ref ref, Way way) {
        Quantity q = ref.quantity();
        if (ref.isBatch()
                && problem.isReduced()
                && !q.isOfSample()
                && q.kind() != Kind.NW
                && q.kind() != Kind.NB
                && !q.isOfState()) {
            Expr sum = new SumOver("s", new Expr.Named("s", subject(q)));
            int samples = problem.samples().size();
            Expr reduced =
                    problem.reduction() == Reduction.MEAN && samples > 1
                            ? product(new Expr.Quotient(num(1), num(samples)), sum)
                            : sum;
            return problem.penalty().isNone() ? reduced : penalised(problem, q, reduced);
        }
        return new General(problem, way).formula(q, Math.max(0, ref.sample()));
    }

    private static Expr penalised(Problem problem, Quantity q, Expr reduced) {
        if (q.kind() == Kind.J) {
            return Penalties.generalValue(problem, reduced);
        }
        boolean weight = q.kind() == Kind.DW;
        Symbol parameter = new Symbol(weight ? Kind.W : Kind.B, q.layer(), "k", weight ? "t" : "");
        return Penalties.slope(problem, q.kind(), reduced, parameter);
    }

    private Expr formula(Quantity q, int s) {
        int l = network.indexOf(q.layer());
        return switch (q.kind()) {
            case P -> preactivation(network, l);
            case Z -> activation(network.layer(l));
            case J ->
                    Losses.value(
                            problem, new SumOver("k", Losses.term(problem, output(), target())));
            case DZ ->
                    l == network.depth() - 1
                            ? Losses.slope(problem, output(), target())
                            : errorGradient(network.layer(l + 1), s);
            case S -> meaning(network.layer(l));
            case DX -> errorGradient(network.layer(0), s);
            case DP -> preactivationGradient(network.layer(l), index(network, q.layer()), s);
            case DW -> product(delta(network.layer(l), "k", s), source(network, l, "t"));
            case DB -> delta(network.layer(l), "k", s);
            case NW, NB, NU, NM, NV, MH, VH -> Updates.formula(problem, q, kind -> symbol(kind, q));
            case X, Y, W, B, LR, U, M, V ->
                    throw new IllegalArgumentException(q + " is typed, not computed");
        };
    }

    private Expr output() {
        return neuron(Kind.Z, network.last(), "k");
    }

    private static Expr target() {
        return new Symbol(Kind.Y, "", "k", "");
    }

    private static Symbol neuron(Kind kind, Layer layer, String index) {
        return new Symbol(kind, layer.name(), index, "");
    }

    private static Expr preactivation(Network network, int l) {
        Layer layer = network.layer(l);
        if (layer.isWeightless()) {
            return source(network, l, "k");
        }
        Expr sum =
                new SumOver(
                        "t",
                        product(
                                new Symbol(Kind.W, layer.name(), "k", "t"),
                                source(network, l, "t")));
        return layer.biases() == null ? sum : sum(sum, neuron(Kind.B, layer, "k"));
    }

    private static Expr source(Network network, int l, String index) {
        return l == 0
                ? new Symbol(Kind.X, "", index, "")
                : neuron(Kind.Z, network.layer(l - 1), index);
    }

    private static Expr activation(Layer layer) {
        Expr p = neuron(Kind.P, layer, "k");
        if (!Slopes.isSoftmax(layer)) {
            return new Expr.Named("g", p);
        }
        return new Expr.Quotient(
                apply(Function.EXP, p),
                new SumOver("j", apply(Function.EXP, neuron(Kind.P, layer, "j"))));
    }

    private Expr errorGradient(Layer next, int s) {
        if (next.isWeightless()) {
            return delta(next, "t", s);
        }
        Expr delta = delta(next, "k", s);
        Symbol weight = new Symbol(Kind.W, next.name(), "k", "t");
        return new SumOver("k", product(delta, weight));
    }

    private Expr delta(Layer layer, String index, int s) {
        return way.hasDeltas()
                ? neuron(Kind.DP, layer, index)
                : preactivationGradient(layer, index, s);
    }

    /**
     * @param index the letter of the neuron
     */
    private Expr preactivationGradient(Layer layer, String index, int s) {
        if (CleanGradient.isOf(problem, layer.name())) {
            return clean(layer, index, CleanGradient.isDifference(problem, s));
        }
        boolean last = layer.equals(network.last());
        if (Slopes.isSoftmax(layer)) {
            Expr error = way.hasErrors() ? neuron(Kind.DZ, layer, "j") : outputError("j");
            return Losses.scaled(error, throughSoftmax(layer, index, Losses.unscaled(error)));
        }
        if (layer.activation().isRule()) {
            return way.hasErrors() ? neuron(Kind.DZ, layer, index) : outputError(index);
        }
        if (way.hasErrors()) {
            return product(neuron(Kind.DZ, layer, index), slope(layer, index));
        }
        return last
                ? Rules.flat(outputError(index), slope(layer, index))
                : Rules.flat(
                        slope(layer, index),
                        errorGradient(network.layer(network.indexOf(layer.name()) + 1), s));
    }

    private Expr outputError(String index) {
        return Losses.slope(
                problem, neuron(Kind.Z, network.last(), index), new Symbol(Kind.Y, "", index, ""));
    }

    private static Expr throughSoftmax(Layer layer, String index, Expr error) {
        return new SumOver(
                "j",
                Rules.flat(
                        error,
                        product(
                                neuron(Kind.Z, layer, "j"),
                                minus(
                                        new Expr.Named(
                                                "δ", new Symbol(Kind.LR, "", "j" + index, "")),
                                        neuron(Kind.Z, layer, index)))));
    }

    /** What g′ is. */
    private Expr meaning(Layer layer) {
        return way.readsActivation(layer)
                ? slope(layer, "k")
                : Slopes.named(layer, neuron(Kind.P, layer, "k"));
    }

    private Expr slope(Layer layer, String index) {
        return way.readsActivation(layer)
                ? Slopes.ofActivation(layer, neuron(Kind.Z, layer, index))
                : new Expr.Named("g′", neuron(Kind.P, layer, index));
    }

    private Expr clean(Layer layer, String index, boolean difference) {
        Expr z = neuron(Kind.Z, layer, index);
        Expr y = new Symbol(Kind.Y, "", index, "");
        Expr sum = new SumOver("j", new Symbol(Kind.Y, "", "j", ""));
        Expr clean = minus(difference ? z : product(z, sum), y);
        return Losses.perOutput(problem, Slopes.scaled(layer, clean));
    }

    private static Expr symbol(Kind kind, Quantity q) {
        return kind == Kind.LR
                ? new Symbol(kind, "", "", "")
                : new Symbol(kind, q.layer(), "k", q.t() > 0 ? "t" : "");
    }
}
