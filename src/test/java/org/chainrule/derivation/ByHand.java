package org.chainrule.derivation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Loss;
import org.chainrule.engine.Optimizer;
import org.chainrule.engine.Penalty;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Reduction;
import org.chainrule.engine.Sample;
import org.chainrule.engine.Vector;

/**
 * One sample after another worked through as the sheet says, in straight lines over lists of
 * decimals: an oracle that knows no formulas.
 */
final class ByHand {

    private final Problem problem;
    private final Rounding rounding;
    private final int decimals;
    private final int gradientDecimals;
    private final Map<Ref, Figure> figures = new LinkedHashMap<>();

    private ByHand(Problem problem, Rounding rounding) {
        this.problem = problem;
        this.rounding = rounding;
        decimals = rounding.decimals();
        gradientDecimals = rounding.gradientDecimals();
    }

    /** Every number, by its name: the written ones as they are written. */
    static Map<Ref, Figure> written(Problem problem, Rounding rounding) {
        ByHand hand = new ByHand(problem, rounding);
        for (int s = 0; s < problem.samples().size(); s++) {
            hand.forward(s);
            hand.backward(s);
        }
        hand.reduceAndUpdate();
        return hand.figures;
    }

    private Figure write(Quantity quantity, int s, Figure value, int places) {
        Figure written = value.written(places);
        figures.put(new Ref(quantity, s), written);
        return written;
    }

    private Layer layer(int l) {
        return problem.network().layer(l);
    }

    private int last() {
        return problem.network().depth() - 1;
    }

    private Figure z(int l, int k, int s) {
        Sample sample = problem.samples().get(s);
        return l < 0
                ? Figure.of(sample.x().at(k - 1))
                : figures.get(new Ref(Quantity.z(layer(l).name(), k), s));
    }

    private Figure y(int k, int s) {
        return Figure.of(problem.samples().get(s).y().at(k - 1));
    }

    private static Figure weight(Layer layer, int k, int t) {
        return Figure.of(layer.weights().at(k - 1, t - 1));
    }

    private void forward(int s) {
        for (int l = 0; l <= last(); l++) {
            Layer layer = layer(l);
            Figure[] p = new Figure[layer.size()];
            for (int k = 1; k <= layer.size(); k++) {
                Figure sum = Figure.of(layer.biases() == null ? 0 : layer.biases().at(k - 1));
                for (int t = 1; t <= layer.sources(); t++) {
                    sum = sum.plus(weight(layer, k, t).times(z(l - 1, t, s)));
                }
                Figure inflow = layer.isWeightless() ? z(l - 1, k, s) : sum;
                p[k - 1] = write(Quantity.p(layer.name(), k), s, inflow, decimals);
            }
            for (int k = 1; k <= layer.size(); k++) {
                Figure z = activation(layer, p, k - 1);
                write(Quantity.z(layer.name(), k), s, z, decimals);
            }
        }
        write(Quantity.loss(), s, loss(s), decimals);
    }

    private static Figure activation(Layer layer, Figure[] p, int k) {
        Figure steep = Figure.of(layer.shape()).times(p[k]);
        return switch (layer.activation()) {
            case IDENTITY -> p[k];
            case RELU -> p[k].rough() > 0 ? p[k] : Figure.NOTHING;
            case SIGMOID -> Figure.ONE.over(Figure.ONE.plus(Figure.MINUS_ONE.times(steep).exp()));
            case BIPOLAR_SIGMOID -> {
                Figure e = Figure.MINUS_ONE.times(steep).exp();
                yield Figure.of(2).over(Figure.ONE.plus(e)).minus(Figure.ONE);
            }
            case TANH -> {
                Figure e = Figure.of(2).times(steep).exp();
                yield e.minus(Figure.ONE).over(e.plus(Figure.ONE));
            }
            case SOFTMAX -> {
                Figure sum = Figure.NOTHING;
                for (Figure each : p) {
                    sum = sum.plus(each.exp());
                }
                yield p[k].exp().over(sum);
            }
            case STEP, SIGN ->
                    p[k].rough() > 0
                            ? Figure.ONE
                            : Figure.of(
                                    p[k].rough() == 0
                                            ? layer.shape()
                                            : layer.activation() == Activation.STEP ? 0 : -1);
            case LEAKY_RELU, ELU, SOFTPLUS, SILU, GELU ->
                    throw new IllegalArgumentException("not by hand: " + layer.activation());
        };
    }

    private Figure loss(int s) {
        Figure sum = Figure.NOTHING;
        int outputs = layer(last()).size();
        for (int k = 1; k <= outputs; k++) {
            Figure z = z(last(), k, s);
            Figure y = y(k, s);
            Figure error = z.minus(y);
            sum =
                    switch (problem.loss()) {
                        case SQUARED_ERROR,
                                HALF_SQUARED_ERROR,
                                MEAN_SQUARED_ERROR,
                                HALF_MEAN_SQUARED_ERROR ->
                                sum.plus(error.times(error));
                        case ABSOLUTE_ERROR -> sum.plus(size(error));
                        case HUBER -> sum.plus(huber(error));
                        case GIVEN -> sum.plus(y.times(z));
                        case CROSS_ENTROPY -> sum.minus(vanishing(y, z.ln()));
                        case BINARY_CROSS_ENTROPY, MEAN_BINARY_CROSS_ENTROPY ->
                                sum.minus(vanishing(y, z.ln()))
                                        .minus(
                                                vanishing(
                                                        Figure.ONE.minus(y),
                                                        Figure.ONE.minus(z).ln()));
                    };
        }
        return switch (problem.loss()) {
            case HALF_SQUARED_ERROR -> sum.over(Figure.of(2));
            case MEAN_SQUARED_ERROR, MEAN_BINARY_CROSS_ENTROPY -> sum.over(Figure.of(outputs));
            case HALF_MEAN_SQUARED_ERROR -> sum.over(Figure.of(2 * outputs));
            case SQUARED_ERROR, ABSOLUTE_ERROR, HUBER, GIVEN, CROSS_ENTROPY, BINARY_CROSS_ENTROPY ->
                    sum;
        };
    }

    private static Figure size(Figure error) {
        return error.rough() < 0 ? Figure.NOTHING.minus(error) : error;
    }

    private boolean isNear(Figure error) {
        return !(size(error).minus(Figure.of(problem.delta())).rough() > 0);
    }

    private Figure huber(Figure error) {
        Figure delta = Figure.of(problem.delta());
        Figure half = Figure.of(0.5);
        return isNear(error)
                ? half.times(error.times(error))
                : delta.times(size(error).minus(half.times(delta)));
    }

    private static Figure vanishing(Figure factor, Figure other) {
        return factor.isZero() ? Figure.NOTHING : factor.times(other);
    }

    private Figure slopeOfLoss(int k, int s) {
        Figure z = z(last(), k, s);
        Figure y = y(k, s);
        Figure error = z.minus(y);
        Figure twice = Figure.of(2).times(error);
        return switch (problem.loss()) {
            case SQUARED_ERROR -> twice;
            case HALF_SQUARED_ERROR -> error;
            case MEAN_SQUARED_ERROR -> twice.over(Figure.of(layer(last()).size()));
            case HALF_MEAN_SQUARED_ERROR -> error.over(Figure.of(layer(last()).size()));
            case ABSOLUTE_ERROR -> Figure.of(error.rough() < 0 ? -1 : error.rough() > 0 ? 1 : 0);
            case HUBER ->
                    isNear(error)
                            ? error
                            : Figure.of(error.rough() < 0 ? -problem.delta() : problem.delta());
            case GIVEN -> y;
            case MEAN_BINARY_CROSS_ENTROPY ->
                    vanishingOver(Figure.ONE.minus(y), Figure.ONE.minus(z))
                            .minus(vanishingOver(y, z))
                            .over(Figure.of(layer(last()).size()));
            case CROSS_ENTROPY -> Figure.NOTHING.minus(vanishingOver(y, z));
            case BINARY_CROSS_ENTROPY ->
                    vanishingOver(Figure.ONE.minus(y), Figure.ONE.minus(z))
                            .minus(vanishingOver(y, z));
        };
    }

    private static Figure vanishingOver(Figure factor, Figure under) {
        return factor.isZero() ? Figure.NOTHING : factor.over(under);
    }

    private void backward(int s) {
        Figure[] delta = {};
        for (int l = last(); l >= 0; l--) {
            Layer layer = layer(l);
            Figure[] dz = new Figure[layer.size()];
            for (int k = 1; k <= layer.size(); k++) {
                Figure value = l == last() ? slopeOfLoss(k, s) : back(layer(l + 1), delta, k);
                Quantity quantity = Quantity.dz(layer.name(), k);
                dz[k - 1] = writesDelta() ? value : write(quantity, s, value, decimals);
                figures.put(new Ref(quantity, s), dz[k - 1]);
            }
            delta = deltas(l, dz, s);
            for (int k = 1; k <= layer.size(); k++) {
                Quantity quantity = Quantity.dp(layer.name(), k);
                Figure value = delta[k - 1];
                delta[k - 1] = writesDelta() ? write(quantity, s, value, decimals) : value;
                figures.put(new Ref(quantity, s), delta[k - 1]);
            }
            gradients(l, delta, s);
        }
        for (int t = 1; t <= problem.network().inputs(); t++) {
            write(Quantity.dx(t), s, back(layer(0), delta, t), decimals);
        }
    }

    private boolean writesDelta() {
        return rounding.writes() == Rounding.Writes.DELTA;
    }

    private static Figure back(Layer layer, Figure[] delta, int t) {
        if (layer.isWeightless()) {
            return delta[t - 1];
        }
        Figure sum = Figure.NOTHING;
        for (int k = 1; k <= layer.size(); k++) {
            sum = sum.plus(delta[k - 1].times(weight(layer, k, t)));
        }
        return sum;
    }

    private Figure[] deltas(int l, Figure[] dz, int s) {
        Layer layer = layer(l);
        boolean softmax = layer.activation() == Activation.SOFTMAX;
        boolean cancels =
                l == last()
                        && (problem.loss() == Loss.CROSS_ENTROPY && softmax
                                || problem.loss().isBinary()
                                        && layer.activation() == Activation.SIGMOID);
        Figure targets = Figure.NOTHING;
        for (int k = 1; k <= problem.network().outputs(); k++) {
            targets = targets.plus(y(k, s));
        }
        Figure[] delta = new Figure[layer.size()];
        for (int k = 1; k <= layer.size(); k++) {
            Figure z = z(l, k, s);
            delta[k - 1] =
                    cancels
                            ? (softmax ? z.times(targets) : z)
                                    .minus(y(k, s))
                                    .times(Figure.of(softmax ? 1 : layer.shape()))
                                    .over(Figure.of(isMean() ? dz.length : 1))
                            : softmax
                                    ? throughSoftmax(l, dz, k, s)
                                    : dz[k - 1].times(slope(layer, k, s));
            if (!softmax && !layer.activation().isRule()) {
                figures.put(new Ref(Quantity.slope(layer.name(), k), s), slope(layer, k, s));
            }
        }
        return delta;
    }

    private boolean isMean() {
        return problem.loss() == Loss.MEAN_BINARY_CROSS_ENTROPY;
    }

    private Figure throughSoftmax(int l, Figure[] dz, int j, int s) {
        Figure sum = Figure.NOTHING;
        for (int k = 1; k <= dz.length; k++) {
            Figure own = k == j ? Figure.ONE.minus(z(l, j, s)) : Figure.NOTHING.minus(z(l, j, s));
            sum = sum.plus(dz[k - 1].times(z(l, k, s)).times(own));
        }
        return sum;
    }

    private Figure slope(Layer layer, int k, int s) {
        Figure p = figures.get(new Ref(Quantity.p(layer.name(), k), s));
        Figure g =
                rounding.slope() == Rounding.Slope.Z
                        ? z(problem.network().indexOf(layer.name()), k, s)
                        : activation(layer, new Figure[] {p}, 0);
        return switch (layer.activation()) {
            case IDENTITY -> Figure.ONE;
            case RELU -> p.rough() > 0 ? Figure.ONE : Figure.NOTHING;
            case SIGMOID -> Figure.of(layer.shape()).times(g).times(Figure.ONE.minus(g));
            case BIPOLAR_SIGMOID ->
                    Figure.of(layer.shape()).times(Figure.ONE.minus(g.times(g))).over(Figure.of(2));
            case TANH -> Figure.of(layer.shape()).times(Figure.ONE.minus(g.times(g)));
            case STEP, SIGN -> Figure.ONE;
            case SOFTMAX, LEAKY_RELU, ELU, SOFTPLUS, SILU, GELU ->
                    throw new IllegalArgumentException("not by hand: " + layer.activation());
        };
    }

    private void gradients(int l, Figure[] delta, int s) {
        Layer layer = layer(l);
        for (int k = 1; k <= layer.size(); k++) {
            for (int t = 1; t <= layer.sources(); t++) {
                Figure value = delta[k - 1].times(z(l - 1, t, s));
                write(Quantity.dw(layer.name(), k, t), s, value, gradientDecimals);
            }
            if (layer.biases() != null) {
                write(Quantity.db(layer.name(), k), s, delta[k - 1], gradientDecimals);
            }
        }
    }

    private void reduceAndUpdate() {
        reduce(Quantity.loss(), decimals);
        for (Layer layer : problem.network().layers()) {
            for (int k = 1; k <= layer.size(); k++) {
                for (int t = 1; t <= layer.sources(); t++) {
                    Quantity q = Quantity.dw(layer.name(), k, t);
                    boolean frozen = layer.weightsFrozen();
                    update(q, q.as(Quantity.Kind.NW), weight(layer, k, t), frozen);
                }
                if (layer.biases() != null) {
                    Figure old = Figure.of(layer.biases().at(k - 1));
                    Quantity q = Quantity.db(layer.name(), k);
                    update(q, q.as(Quantity.Kind.NB), old, layer.biasesFrozen());
                }
            }
        }
    }

    private Figure reduce(Quantity quantity, int places) {
        int count = problem.samples().size();
        Figure sum =
                IntStream.range(0, count)
                        .mapToObj(s -> figures.get(new Ref(quantity, s)))
                        .reduce(Figure.NOTHING, Figure::plus);
        boolean mean = problem.reduction() == Reduction.MEAN && count > 1;
        Figure reduced = mean ? sum.over(Figure.of(count)) : sum;
        return write(quantity, Values.BATCH, penalised(quantity, reduced), places);
    }

    private Figure penalised(Quantity quantity, Figure reduced) {
        Penalty penalty = problem.penalty();
        Figure lambda = Figure.of(penalty.lambda());
        Figure twice = Figure.of(penalty.scale() == Penalty.Scale.WHOLE ? 2 : 1).times(lambda);
        int divisor = penalty.scale() == Penalty.Scale.HALF_MEAN ? problem.samples().size() : 1;
        Figure pulled =
                switch (quantity.kind()) {
                    case J -> squares(penalty.biases()).times(twice).over(Figure.of(2 * divisor));
                    case DW ->
                            twice.times(Figure.of(typed(quantity.as(Quantity.Kind.W))))
                                    .over(Figure.of(divisor));
                    case DB ->
                            penalty.biases()
                                    ? twice.times(Figure.of(typed(quantity.as(Quantity.Kind.B))))
                                            .over(Figure.of(divisor))
                                    : Figure.NOTHING;
                    default -> throw new IllegalArgumentException(quantity.toString());
                };
        return penalty.isNone() ? reduced : reduced.plus(pulled);
    }

    private double typed(Quantity parameter) {
        return ExactValues.typed(problem, parameter, 0);
    }

    private Figure squares(boolean biases) {
        Figure sum = Figure.NOTHING;
        for (Layer layer : problem.network().layers()) {
            for (int k = 1; k <= layer.size(); k++) {
                for (int t = 1; t <= layer.sources(); t++) {
                    sum = sum.plus(weight(layer, k, t).times(weight(layer, k, t)));
                }
                if (biases && layer.biases() != null) {
                    Figure b = Figure.of(layer.biases().at(k - 1));
                    sum = sum.plus(b.times(b));
                }
            }
        }
        return sum;
    }

    private void update(Quantity gradient, Quantity updated, Figure old, boolean frozen) {
        Figure g = reduce(gradient, gradientDecimals);
        Figure rate = Figure.of(problem.optimizer().learningRate());
        Figure step =
                problem.state().carried() && !frozen
                        ? carriedOn(updated, old, g)
                        : fromZero(old, g);
        if (frozen) {
            figures.put(new Ref(updated, Values.BATCH), old);
        } else {
            write(updated, Values.BATCH, old.minus(rate.times(step)), gradientDecimals + 1);
        }
    }

    /** Nothing of it is rounded. */
    private Figure keep(Quantity of, Quantity.Kind kind, Figure value) {
        figures.put(new Ref(of.as(kind), Values.BATCH), value);
        return value;
    }

    /** What the optimizer has kept in the place of this parameter. */
    private Figure kept(List<Vector> all, Quantity updated) {
        int l = problem.network().indexOf(updated.layer());
        Layer layer = layer(l);
        int weights = layer.size() * layer.sources();
        int place =
                updated.t() == 0
                        ? weights + updated.k() - 1
                        : (updated.k() - 1) * layer.sources() + updated.t() - 1;
        return Figure.of(all.get(l).at(place));
    }

    private Figure mean(double share, Figure kept, Figure fresh) {
        Figure old = Figure.of(share);
        return old.times(kept).plus(Figure.ONE.minus(old).times(fresh));
    }

    private Figure carriedOn(Quantity updated, Figure old, Figure g) {
        return switch (problem.optimizer()) {
            case Optimizer.Sgd(_, var momentum, var nesterov, var decay) -> {
                Figure decayed = g.plus(Figure.of(decay).times(old));
                Figure rolled = Figure.of(momentum).times(kept(problem.state().first(), updated));
                Figure velocity = keep(updated, Quantity.Kind.NU, rolled.plus(decayed));
                yield nesterov ? decayed.plus(Figure.of(momentum).times(velocity)) : velocity;
            }
            case Optimizer.RmsProp(_, var decay, var epsilon) -> {
                Figure kept = kept(problem.state().second(), updated);
                Figure square = keep(updated, Quantity.Kind.NV, mean(decay, kept, g.times(g)));
                yield g.over(square.root().plus(Figure.of(epsilon)));
            }
            case Optimizer.Adam(_, var beta1, var beta2, var epsilon) -> {
                Figure first = mean(beta1, kept(problem.state().first(), updated), g);
                Figure second = mean(beta2, kept(problem.state().second(), updated), g.times(g));
                Figure left1 = Figure.ONE;
                Figure left2 = Figure.ONE;
                for (int t = 0; t <= problem.state().updates(); t++) {
                    left1 = left1.times(Figure.of(beta1));
                    left2 = left2.times(Figure.of(beta2));
                }
                keep(updated, Quantity.Kind.NM, first);
                keep(updated, Quantity.Kind.NV, second);
                Figure hat = keep(updated, Quantity.Kind.MH, first.over(Figure.ONE.minus(left1)));
                Figure square =
                        keep(updated, Quantity.Kind.VH, second.over(Figure.ONE.minus(left2)));
                yield hat.over(square.root().plus(Figure.of(epsilon)));
            }
            case Optimizer.LookAhead _ -> g;
        };
    }

    private Figure fromZero(Figure old, Figure g) {
        return switch (problem.optimizer()) {
            case Optimizer.Sgd(_, var momentum, var nesterov, var decay) -> {
                Figure decayed = g.plus(Figure.of(decay).times(old));
                Figure ahead = decayed.plus(Figure.of(momentum).times(decayed));
                yield nesterov ? ahead : decayed;
            }
            case Optimizer.LookAhead _ -> g;
            case Optimizer.RmsProp(_, var decay, var epsilon) -> {
                Figure square = Figure.of(1).minus(Figure.of(decay)).times(g.times(g));
                yield g.over(square.root().plus(Figure.of(epsilon)));
            }
            case Optimizer.Adam(_, _, _, var epsilon) -> {
                Figure size = g.rough() < 0 ? Figure.NOTHING.minus(g) : g;
                yield g.over(size.plus(Figure.of(epsilon)));
            }
        };
    }
}
