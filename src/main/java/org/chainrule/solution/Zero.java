package org.chainrule.solution;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.chainrule.derivation.CleanGradient;
import org.chainrule.derivation.Decimal;
import org.chainrule.derivation.DecimalEvaluation;
import org.chainrule.derivation.Expr;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Reads;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Rounding;
import org.chainrule.derivation.Values;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Loss;
import org.chainrule.engine.Network;
import org.chainrule.engine.Problem;
import org.chainrule.solution.Cause.Reason;

/** Why a number is 0: the first of its factors that is, followed to where that comes from. */
final class Zero {
    private final Display display;
    private final Problem problem;
    private final Network network;
    private final Values values;

    Zero(Display display) {
        this.display = display;
        problem = display.problem();
        network = problem.network();
        values = display.values();
    }

    Cause cause(Ref ref) {
        Rounding paper = display.worksheet().paper();
        if (paper != null && paper.isWritten(ref.quantity().kind())) {
            Decimal before = unrounded(ref);
            if (!before.isZero()) {
                int decimals = paper.decimalsOf(ref.quantity().kind());
                double exactly = before.toDouble();
                return new Cause(
                        exactly == 0 ? Reason.UNDERFLOW : Reason.ROUNDED, ref, decimals, exactly);
            }
        }
        Quantity q = ref.quantity();
        return switch (q.kind()) {
            case P -> inflow(ref);
            case Z -> activation(ref);
            case S -> slope(ref);
            case DZ ->
                    isLast(q)
                            ? output(ref)
                            : backTo(ref, network.layer(network.indexOf(q.layer()) + 1), q.k());
            case DX -> backTo(ref, network.layer(0), q.k());
            case DP -> delta(ref);
            case DW, DB -> ref.isBatch() && display.isBatch() ? batch(ref) : gradient(ref);
            case NW, NB -> update(ref);
            case J -> Cause.of(problem.loss() == Loss.GIVEN ? Reason.CANCELS : Reason.ALL_MET, ref);
            case NU, NM, NV, MH, VH -> state(ref);
            case X, Y, W, B, U, M, V, LR -> throw new IllegalArgumentException(q + " is typed");
        };
    }

    private Decimal unrounded(Ref ref) {
        DecimalEvaluation evaluation = new DecimalEvaluation(this::decimal);
        return evaluation.value(Solution.line(display, ref).formula());
    }

    private Decimal decimal(Ref ref) {
        BigDecimal written = values.written(ref);
        return written == null ? Decimal.of(values.value(ref)) : Decimal.of(written);
    }

    private boolean isZero(Ref ref) {
        return Why.isZero(values, ref);
    }

    private boolean isLast(Quantity q) {
        return q.layer().equals(network.last().name());
    }

    private Layer layer(Quantity q) {
        return network.layer(network.indexOf(q.layer()));
    }

    private static Ref as(Ref ref, Kind kind) {
        Quantity q = ref.quantity();
        return new Ref(new Quantity(kind, q.layer(), q.k(), 0), Math.max(0, ref.sample()));
    }

    /** What flows along an edge into {@code layer} from its source t. */
    private Ref source(String layer, int t, int sample) {
        int l = network.indexOf(layer);
        Quantity q = l == 0 ? Quantity.x(t) : Quantity.z(network.layer(l - 1).name(), t);
        return new Ref(q, sample);
    }

    private Cause inflow(Ref ref) {
        Quantity q = ref.quantity();
        Layer layer = layer(q);
        if (layer.isWeightless()) {
            return Cause.of(Reason.NOTHING_IN, ref);
        }
        boolean nothing =
                IntStream.rangeClosed(1, layer.sources())
                        .allMatch(t ->
                                isZero(Ref.shown(Quantity.w(q.layer(), q.k(), t), ref.sample()))
                                        || isZero(source(q.layer(), t, ref.sample())));
        return Cause.of(nothing ? Reason.NOTHING_IN : Reason.CANCELS, ref);
    }

    private Cause activation(Ref ref) {
        Ref p = as(ref, Kind.P);
        Reason reason =
                isOff(ref) || layer(ref.quantity()).activation() == Activation.STEP
                        ? Reason.SENDS_NOTHING
                        : isZero(p) ? Reason.ORIGIN : Reason.VANISHED;
        return Cause.of(reason, p);
    }

    /** Whether the neuron is a ReLU, or a leaky one that does not leak, whose p is not above 0. */
    private boolean isOff(Ref ref) {
        Layer layer = layer(ref.quantity());
        boolean shuts =
                layer.activation() == Activation.RELU
                        || (layer.activation() == Activation.LEAKY_RELU && layer.shape() == 0);
        return shuts && values.value(as(ref, Kind.P)) <= 0;
    }

    private Cause slope(Ref ref) {
        return Cause.of(isOff(ref) ? Reason.OFF : Reason.FLAT, as(ref, Kind.P));
    }

    /** ∂J/∂z of an output, or ∂J/∂p where it is worked out without that. */
    private Cause output(Ref ref) {
        Ref z = as(ref, Kind.Z);
        Ref y = new Ref(Quantity.y(ref.quantity().k()), ref.sample());
        if (problem.loss() == Loss.GIVEN) {
            return isZero(y) ? Cause.of(Reason.NOT_GIVEN, z) : summed(ref, 1);
        }
        return values.value(z) == values.value(y)
                ? Cause.of(Reason.MET, z)
                : problem.loss() == Loss.CROSS_ENTROPY && isZero(y)
                        ? Cause.of(Reason.UNASKED, z)
                        : summed(ref, problem.loss().isCrossEntropy() ? 2 : 1);
    }

    /** ∂J/∂p. */
    private Cause delta(Ref ref) {
        Layer layer = layer(ref.quantity());
        if (CleanGradient.isOf(problem, layer.name())) {
            return output(ref);
        }
        if (layer.activation() == Activation.SOFTMAX) {
            return softmax(ref, layer);
        }
        Ref error = as(ref, Kind.DZ);
        if (layer.activation().isRule()) {
            return cause(error);
        }
        Ref slope = as(ref, Kind.S);
        return isZero(slope) ? slope(slope) : isZero(error) ? cause(error) : summed(ref, 1);
    }

    /** A share that has come to 0 or 1 moves no more. */
    private Cause softmax(Ref ref, Layer layer) {
        boolean noError =
                all(layer, k -> isZero(new Ref(Quantity.dz(layer.name(), k), ref.sample())));
        double share = values.value(as(ref, Kind.Z));
        return noError
                ? cause(as(ref, Kind.DZ))
                : share == 0 || share == 1
                        ? Cause.of(Reason.FLAT, as(ref, Kind.P))
                        : summed(ref, layer.size());
    }

    private static boolean all(Layer layer, IntPredicate of) {
        return IntStream.rangeClosed(1, layer.size()).allMatch(of);
    }

    /** What {@code next} sends back to its source t, all in all. */
    private Cause backTo(Ref ref, Layer next, int t) {
        if (next.isWeightless()) {
            return delta(new Ref(Quantity.dp(next.name(), t), ref.sample()));
        }
        List<Ref> open =
                IntStream.rangeClosed(1, next.size())
                        .filter(k -> next.weights().at(k - 1, t - 1) != 0)
                        .mapToObj(k -> new Ref(Quantity.dp(next.name(), k), ref.sample()))
                        .toList();
        if (open.isEmpty()) {
            return Cause.of(Reason.NO_WEIGHT, ref);
        }
        long shares = open.stream().filter(delta -> !isZero(delta)).count();
        if (shares > 0) {
            return summed(ref, shares);
        }
        if (open.size() == 1) {
            return cause(open.getFirst());
        }
        boolean off = open.stream().allMatch(this::isOff);
        return Cause.of(off ? Reason.PATHS_OFF : Reason.BLOCKED, ref, open.size());
    }

    /** A parameter's gradient in one sample. */
    private Cause gradient(Ref ref) {
        Quantity q = ref.quantity();
        Ref delta = as(ref, Kind.DP);
        if (isZero(delta)) {
            return delta(delta);
        }
        Ref source = source(q.layer(), q.t(), delta.sample());
        return q.kind() == Kind.DW && isZero(source)
                ? Cause.of(Reason.SOURCE, source)
                : summed(ref, 1);
    }

    /** A parameter's gradient of all samples. */
    private Cause batch(Ref ref) {
        int samples = problem.samples().size();
        List<Ref> shares =
                IntStream.range(0, samples).mapToObj(s -> new Ref(ref.quantity(), s)).toList();
        long others = shares.stream().filter(share -> !isZero(share)).count();
        if (others > 0) {
            return summed(ref, others);
        }
        boolean dead = shares.stream().allMatch(this::isOff);
        return Cause.of(dead ? Reason.DEAD : Reason.SHARES, ref, samples);
    }

    private Cause update(Ref ref) {
        boolean weight = ref.quantity().kind() == Kind.NW;
        Ref parameter = Ref.shown(ref.quantity().as(weight ? Kind.W : Kind.B), 0);
        return isZero(parameter) ? Cause.of(Reason.UNMOVED, ref) : summed(ref, 2);
    }

    /** What an optimizer keeps. */
    private Cause state(Ref ref) {
        Expr formula = Solution.line(display, ref).formula();
        DecimalEvaluation evaluation = new DecimalEvaluation(this::decimal);
        long terms =
                Reads.parts(formula).stream()
                        .filter(term -> term instanceof Expr.Leaf || term instanceof Expr.Product)
                        .filter(term -> !evaluation.value(term).isZero())
                        .count();
        return terms == 0 ? Cause.of(Reason.STILL, ref) : summed(ref, terms);
    }

    /** So many terms that are not 0 add up to it; a single one is too small for a double. */
    private static Cause summed(Ref ref, long terms) {
        return Cause.of(terms > 1 ? Reason.CANCELS : Reason.UNDERFLOW, ref);
    }
}
