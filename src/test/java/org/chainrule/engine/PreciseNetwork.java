package org.chainrule.engine;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.engine.Precise.Var;

/**
 * One sample's forward pass by the definitions of the format alone, its gradients left to {@link
 * Precise}.
 */
final class PreciseNetwork {
    final Precise tape = new Precise();
    final List<Var> x;
    final List<List<Var>> p = new ArrayList<>();
    final List<List<Var>> z = new ArrayList<>();
    final List<Var[][]> weights = new ArrayList<>();
    final List<Var[]> biases = new ArrayList<>();
    final Var loss;
    private final Var one = tape.of(1);

    PreciseNetwork(Problem problem, int s) {
        x = vars(problem.samples().get(s).x());
        List<Var> source = x;
        for (Layer layer : problem.network().layers()) {
            source = layer(layer, source);
        }
        loss = loss(problem, source, vars(problem.samples().get(s).y()));
        tape.backward(loss);
    }

    private List<Var> vars(Vector vector) {
        List<Var> vars = new ArrayList<>();
        for (double value : vector.toArray()) {
            vars.add(tape.of(value));
        }
        return vars;
    }

    private List<Var> layer(Layer layer, List<Var> source) {
        Var[][] w = new Var[layer.size()][layer.sources()];
        Var[] b = new Var[layer.size()];
        List<Var> sums = new ArrayList<>();
        for (int k = 0; k < layer.size(); k++) {
            Var sum = layer.isWeightless() ? tape.plus(tape.of(0), source.get(k)) : tape.of(0);
            for (int t = 0; t < layer.sources(); t++) {
                w[k][t] = tape.of(layer.weights().at(k, t));
                sum = tape.plus(sum, tape.times(w[k][t], source.get(t)));
            }
            if (layer.biases() != null) {
                b[k] = tape.of(layer.biases().at(k));
                sum = tape.plus(sum, b[k]);
            }
            sums.add(sum);
        }
        weights.add(w);
        biases.add(b);
        p.add(sums);
        List<Var> sent = new ArrayList<>();
        for (Var sum : sums) {
            sent.add(
                    layer.activation() == Activation.SOFTMAX
                            ? softmax(sum, sums)
                            : activate(layer, sum));
        }
        z.add(sent);
        return sent;
    }

    private Var softmax(Var p, List<Var> all) {
        Var sum = tape.of(0);
        for (Var other : all) {
            sum = tape.plus(sum, tape.exp(other));
        }
        return tape.over(tape.exp(p), sum);
    }

    private Var activate(Layer layer, Var p) {
        Var zero = tape.of(0);
        boolean positive = p.sign() > 0;
        return switch (layer.activation()) {
            case IDENTITY -> tape.plus(p, zero);
            case RELU -> positive ? tape.plus(p, zero) : tape.times(p, zero);
            case LEAKY_RELU ->
                    positive ? tape.plus(p, zero) : tape.times(p, tape.of(layer.shape()));
            case ELU -> positive ? tape.plus(p, zero) : tape.minus(tape.exp(p), one);
            case SIGMOID -> sigmoid(steep(layer, p));
            case BIPOLAR_SIGMOID -> bipolar(steep(layer, p));
            case TANH -> bipolar(tape.times(tape.of(2), steep(layer, p)));
            case SOFTPLUS -> tape.ln(tape.plus(one, tape.exp(p)));
            case SILU -> tape.times(p, sigmoid(p));
            case GELU ->
                    tape.times(
                            tape.times(p, tape.of(0.5)),
                            tape.plus(one, tape.erf(tape.times(p, tape.sqrtHalf()))));
            case STEP, SIGN, SOFTMAX -> throw new AssertionError();
        };
    }

    private Var steep(Layer layer, Var p) {
        return tape.times(tape.of(layer.shape()), p);
    }

    private Var bipolar(Var p) {
        return tape.minus(tape.times(tape.of(2), sigmoid(p)), one);
    }

    private Var sigmoid(Var p) {
        return tape.over(one, tape.plus(one, tape.exp(tape.minus(tape.of(0), p))));
    }

    private Var loss(Problem problem, List<Var> z, List<Var> y) {
        Var sum = tape.of(0);
        for (int k = 0; k < z.size(); k++) {
            sum = tape.plus(sum, term(problem, z.get(k), y.get(k)));
        }
        return switch (problem.loss()) {
            case SQUARED_ERROR, ABSOLUTE_ERROR, HUBER, GIVEN -> sum;
            case HALF_MEAN_SQUARED_ERROR -> tape.over(sum, tape.of(2 * z.size()));
            case MEAN_BINARY_CROSS_ENTROPY ->
                    tape.over(tape.minus(tape.of(0), sum), tape.of(z.size()));
            case HALF_SQUARED_ERROR -> tape.over(sum, tape.of(2));
            case MEAN_SQUARED_ERROR -> tape.over(sum, tape.of(z.size()));
            case CROSS_ENTROPY, BINARY_CROSS_ENTROPY -> tape.minus(tape.of(0), sum);
        };
    }

    private Var term(Problem problem, Var z, Var y) {
        return switch (problem.loss()) {
            case ABSOLUTE_ERROR -> distance(z, y);
            case HUBER -> huber(distance(z, y), problem.delta());
            case GIVEN -> tape.times(y, z);
            case SQUARED_ERROR, HALF_SQUARED_ERROR, MEAN_SQUARED_ERROR, HALF_MEAN_SQUARED_ERROR ->
                    tape.times(tape.minus(z, y), tape.minus(z, y));
            case CROSS_ENTROPY -> weighted(y, z);
            case BINARY_CROSS_ENTROPY, MEAN_BINARY_CROSS_ENTROPY ->
                    tape.plus(weighted(y, z), weighted(tape.minus(one, y), tape.minus(one, z)));
        };
    }

    private Var distance(Var z, Var y) {
        Var difference = tape.minus(z, y);
        return tape.times(tape.of(difference.sign()), difference);
    }

    private Var huber(Var distance, double delta) {
        boolean near = distance.value.compareTo(new java.math.BigDecimal(delta)) <= 0;
        return near
                ? tape.times(tape.of(0.5), tape.times(distance, distance))
                : tape.times(tape.of(delta), tape.minus(distance, tape.of(delta / 2)));
    }

    /** y ln z, with 0 · ln 0 = 0. */
    private Var weighted(Var y, Var z) {
        return y.sign() == 0 ? tape.of(0) : tape.times(y, tape.ln(z));
    }
}
