package org.chainrule.derivation;

import static org.chainrule.derivation.Expr.apply;
import static org.chainrule.derivation.Expr.minus;
import static org.chainrule.derivation.Expr.num;
import static org.chainrule.derivation.Expr.product;
import static org.chainrule.derivation.Expr.sum;

import java.util.List;
import org.chainrule.derivation.Expr.Function;
import org.chainrule.derivation.Expr.SumOver;
import org.chainrule.derivation.Expr.Symbol;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.engine.Optimizer;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Reduction;
import org.jspecify.annotations.Nullable;

/** The formula of a step, with letters for indices: k a receiving neuron, t a source. */
public final class General {
    private final Problem problem;
    private final Network network;
    private final @Nullable Rounding paper;
    private final Form form;

    private General(Problem problem, @Nullable Rounding paper, Form form) {
        this.problem = problem;
        this.network = problem.network();
        this.paper = paper;
        this.form = form;
    }

    /** The left side: {@code quantity} with letters for its indices. */
    public static Expr subject(Quantity quantity) {
        boolean source = quantity.kind() == Kind.DZ || quantity.kind() == Kind.X;
        return new Symbol(
                quantity.kind(),
                quantity.layer(),
                quantity.k() == 0 ? "" : source ? "t" : "k",
                quantity.t() == 0 ? "" : "t");
    }

    /**
     * The same for a number of {@code network}: in the last layer an error gradient is of the
     * receiver k.
     */
    public static Expr subject(Network network, Quantity quantity) {
        boolean output =
                quantity.kind() == Kind.DZ && quantity.layer().equals(network.last().name());
        return output ? new Symbol(Kind.DZ, quantity.layer(), "k", "") : subject(quantity);
    }

    static Expr of(Problem problem, @Nullable Rounding paper, Ref ref, Form form) {
        Quantity q = ref.quantity();
        if (ref.isBatch()
                && problem.samples().size() > 1
                && !q.isOfSample()
                && q.kind() != Kind.NW
                && q.kind() != Kind.NB) {
            Expr sum = new SumOver("s", new Expr.Named("s", subject(q)));
            return problem.reduction() == Reduction.MEAN
                    ? product(new Expr.Quotient(num(1), num(problem.samples().size())), sum)
                    : sum;
        }
        return new General(problem, paper, form).formula(q, Math.max(0, ref.sample()));
    }

    private Expr formula(Quantity q, int s) {
        int l = network.indexOf(q.layer());
        return switch (q.kind()) {
            case P -> preactivation(network, l);
            case Z -> activation(network.layer(l));
            case J -> Loss.value(problem);
            case DZ ->
                    l == network.depth() - 1
                            ? Loss.slope(problem)
                            : errorGradient(network.layer(l + 1), s);
            case DP -> preactivationGradient(network.layer(l), s);
            case DW -> product(delta(network.layer(l), s), source(network, l));
            case DB -> delta(network.layer(l), s);
            case NW, NB -> update(problem, q);
            case X, Y, W, B, LR ->
                    throw new IllegalArgumentException(q + " is typed, not computed");
        };
    }

    private static Symbol neuron(Kind kind, Layer layer, String index) {
        return new Symbol(kind, layer.name(), index, "");
    }

    private static Expr preactivation(Network network, int l) {
        Layer layer = network.layer(l);
        Expr sum =
                new SumOver(
                        "t",
                        product(new Symbol(Kind.W, layer.name(), "k", "t"), source(network, l)));
        return layer.biases() == null ? sum : sum(sum, neuron(Kind.B, layer, "k"));
    }

    private static Expr source(Network network, int l) {
        return l == 0 ? new Symbol(Kind.X, "", "t", "") : neuron(Kind.Z, network.layer(l - 1), "t");
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
        Expr delta = delta(next, s);
        Symbol weight = new Symbol(Kind.W, next.name(), "k", "t");
        return new SumOver("k", product(delta, weight));
    }

    private Expr delta(Layer layer, int s) {
        return form == Form.DELTAS ? neuron(Kind.DP, layer, "k") : preactivationGradient(layer, s);
    }

    private Expr preactivationGradient(Layer layer, int s) {
        if (paper != null && CleanGradient.isOf(problem, layer.name())) {
            return clean(layer, CleanGradient.isDifference(problem, s));
        }
        if (Slopes.isSoftmax(layer)) {
            Expr z = neuron(Kind.Z, layer, "j");
            return new SumOver(
                    "j",
                    product(
                            neuron(Kind.DZ, layer, "j"),
                            z,
                            minus(
                                    new Expr.Named("δ", new Symbol(Kind.LR, "", "jk", "")),
                                    neuron(Kind.Z, layer, "k"))));
        }
        return product(
                neuron(Kind.DZ, layer, "k"), new Expr.Named("g′", neuron(Kind.P, layer, "k")));
    }

    private static Expr clean(Layer layer, boolean difference) {
        Expr z = neuron(Kind.Z, layer, "k");
        Expr y = new Symbol(Kind.Y, "", "k", "");
        Expr sum = new SumOver("j", new Symbol(Kind.Y, "", "j", ""));
        return minus(difference ? z : product(z, sum), y);
    }

    private static Expr update(Problem problem, Quantity q) {
        boolean weight = q.kind() == Kind.NW;
        Expr parameter = new Symbol(weight ? Kind.W : Kind.B, q.layer(), "k", weight ? "t" : "");
        if (Derivation.isFrozen(problem, q)) {
            return parameter;
        }
        Expr gradient = new Symbol(weight ? Kind.DW : Kind.DB, q.layer(), "k", weight ? "t" : "");
        Expr rate = new Symbol(Kind.LR, "", "", "");
        Expr direction =
                problem.optimizer() instanceof Optimizer.Adam adam
                        ? new Expr.Quotient(
                                gradient, sum(apply(Function.ABS, gradient), num(adam.epsilon())))
                        : gradient;
        return minus(parameter, product(rate, direction));
    }

    /** Losses with letters for indices. */
    private static final class Loss {
        static Expr value(Problem problem) {
            Expr z = neuron(Kind.Z, problem.network().last(), "k");
            Expr y = new Symbol(Kind.Y, "", "k", "");
            Expr one = num(1);
            Expr square = new SumOver("k", new Expr.Square(minus(z, y)));
            Expr log = product(y, apply(Function.LN, z));
            return switch (problem.loss()) {
                case SQUARED_ERROR -> square;
                case HALF_SQUARED_ERROR -> product(new Expr.Quotient(one, num(2)), square);
                case MEAN_SQUARED_ERROR ->
                        product(new Expr.Quotient(one, num(problem.network().outputs())), square);
                case CROSS_ENTROPY -> new Expr.Neg(new SumOver("k", log));
                case BINARY_CROSS_ENTROPY ->
                        new Expr.Neg(
                                new SumOver(
                                        "k",
                                        new Expr.Sum(
                                                List.of(
                                                        log,
                                                        product(
                                                                minus(one, y),
                                                                apply(
                                                                        Function.LN,
                                                                        minus(one, z)))))));
            };
        }

        static Expr slope(Problem problem) {
            Expr z = neuron(Kind.Z, problem.network().last(), "k");
            Expr y = new Symbol(Kind.Y, "", "k", "");
            Expr one = num(1);
            return switch (problem.loss()) {
                case SQUARED_ERROR -> product(num(2), minus(z, y));
                case HALF_SQUARED_ERROR -> minus(z, y);
                case MEAN_SQUARED_ERROR ->
                        product(
                                new Expr.Quotient(num(2), num(problem.network().outputs())),
                                minus(z, y));
                case CROSS_ENTROPY -> new Expr.Neg(new Expr.Quotient(y, z));
                case BINARY_CROSS_ENTROPY ->
                        sum(
                                new Expr.Neg(new Expr.Quotient(y, z)),
                                new Expr.Quotient(minus(one, y), minus(one, z)));
            };
        }
    }
}
