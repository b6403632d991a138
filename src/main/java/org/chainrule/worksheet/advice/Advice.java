package org.chainrule.worksheet.advice;

import static org.chainrule.worksheet.advice.Objection.Deed;
import static org.chainrule.worksheet.advice.Objection.Reason;
import static org.chainrule.worksheet.advice.Objection.Remedy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Values;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Loss;
import org.chainrule.engine.Network;
import org.chainrule.engine.Optimizer;
import org.chainrule.engine.Problem;
import org.chainrule.worksheet.Initialiser;
import org.chainrule.worksheet.Structure;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;

/** What can be computed and yet makes little sense, with the reason and what to do instead. */
public final class Advice {
    private static final Ref BATCH_LOSS = new Ref(Quantity.loss(), Values.BATCH);

    private final Problem problem;
    private final Network network;
    private final Layer last;
    private final Initialiser initialiser;
    private final List<Objection> found = new ArrayList<>();

    private Advice(Problem problem, Initialiser initialiser) {
        this.problem = problem;
        this.initialiser = initialiser;
        network = problem.network();
        last = network.last();
    }

    /**
     * All there is to say against {@code worksheet}, and against drawing by {@code initialiser}.
     *
     * @param values of {@code worksheet}, in its arithmetic
     */
    public static List<Objection> of(Worksheet worksheet, Values values, Initialiser initialiser) {
        Advice advice = new Advice(worksheet.problem(), initialiser);
        advice.lossAndActivation();
        TargetAdvice.of(worksheet.problem()).ifPresent(advice.found::add);
        PaperAdvice.of(worksheet, values).ifPresent(advice.found::add);
        RuleAdvice.of(worksheet, values).ifPresent(advice.found::add);
        advice.hiddenLayers();
        advice.initialiser();
        advice.optimizer();
        return List.copyOf(advice.found);
    }

    /** Why numbers of {@code worksheet} are not finite, where it is the loss that makes them so. */
    public static Optional<Objection> ofInfinite(Worksheet worksheet, Values values) {
        Optional<Objection> onPaper = PaperAdvice.of(worksheet, values);
        if (onPaper.isPresent() || Double.isFinite(values.value(BATCH_LOSS))) {
            return onPaper;
        }
        Advice advice = new Advice(worksheet.problem(), View.INITIAL.initialiser());
        advice.lossAndActivation();
        return advice.found.stream()
                .filter(objection -> objection.reason() == Reason.LOG_RANGE)
                .findFirst();
    }

    /** What a reader has to know of the numbers of {@code worksheet} as they stand. */
    public static Optional<Objection> ofNumbers(Worksheet worksheet, Values values) {
        return Double.isFinite(values.value(BATCH_LOSS))
                ? RuleAdvice.of(worksheet, values)
                : ofInfinite(worksheet, values);
    }

    private void lossAndActivation() {
        if (last.activation().isRule()) {
            say(Reason.RULE, List.of(last.name()), use(Activation.SIGMOID));
        }
        boolean softmax = last.activation() == Activation.SOFTMAX;
        boolean one = network.outputs() == 1;
        Loss loss = problem.loss();
        if (softmax && one) {
            say(Reason.SOFTMAX_ONE, List.of(last.name()), use(Activation.SIGMOID));
        } else if (loss.isCrossEntropy() && !loss.readsPreactivation(last.activation())) {
            say(
                    Reason.LOG_RANGE,
                    List.of(loss, last.activation()),
                    loss.isBinary()
                            ? use(Activation.SIGMOID)
                            : one
                                    ? Remedy.both(
                                            last.name(),
                                            Activation.SIGMOID,
                                            Loss.BINARY_CROSS_ENTROPY)
                                    : use(Activation.SOFTMAX),
                    use(Loss.SQUARED_ERROR));
        } else if (loss == Loss.CROSS_ENTROPY && !softmax) {
            Remedy binary = use(Loss.BINARY_CROSS_ENTROPY);
            Remedy classes = use(Activation.SOFTMAX);
            found.add(
                    new Objection(
                            Reason.CROSS_ENTROPY_SIGMOID,
                            List.of(),
                            one ? List.of(binary) : List.of(binary, classes)));
        } else if (loss.isBinary() && softmax) {
            say(Reason.BINARY_SOFTMAX, List.of(), use(Loss.CROSS_ENTROPY), use(Activation.SIGMOID));
        } else if (loss.isSquared() && softmax) {
            say(Reason.SQUARED_SOFTMAX, List.of(), use(Loss.CROSS_ENTROPY));
        }
    }

    private void hiddenLayers() {
        List<Layer> hidden = network.layers().subList(0, network.depth() - 1);
        for (int l = 0; l < hidden.size(); l++) {
            Layer layer = hidden.get(l);
            if (layer.activation() == Activation.IDENTITY && !network.layer(l + 1).isWeightless()) {
                say(
                        Reason.LINEAR_HIDDEN,
                        List.of(layer.name()),
                        use(Activation.RELU, layer),
                        use(Activation.TANH, layer));
            }
        }
        for (int l = 0; l < hidden.size(); l++) {
            twins(hidden.get(l), network.layer(l + 1));
        }
    }

    /**
     * Neurons that compute the same and are read in the same way have the same gradients for ever.
     */
    private void twins(Layer layer, Layer next) {
        if (layer.isWeightless() || next.isWeightless()) {
            return;
        }
        for (int k = 1; k < layer.size(); k++) {
            for (int other = 0; other < k; other++) {
                if (areTwins(layer, next, other, k)) {
                    Initialiser drawn =
                            initialiser instanceof Initialiser.Seeded
                                    ? initialiser
                                    : View.INITIAL.initialiser();
                    say(
                            Reason.TWINS,
                            List.of(layer.name(), other + 1, k + 1),
                            Remedy.of(
                                    Deed.RANDOMISE,
                                    new Structure.Randomise(layer.name(), drawn),
                                    layer.name()));
                    return;
                }
            }
        }
    }

    private static boolean areTwins(Layer layer, Layer next, int a, int b) {
        for (int t = 0; t < layer.sources(); t++) {
            if (layer.weights().at(a, t) != layer.weights().at(b, t)) {
                return false;
            }
        }
        for (int k = 0; k < next.size(); k++) {
            if (next.weights().at(k, a) != next.weights().at(k, b)) {
                return false;
            }
        }
        return layer.biases() == null || layer.biases().at(a) == layer.biases().at(b);
    }

    private void initialiser() {
        switch (initialiser) {
            case Initialiser.Zeros(), Initialiser.Constant(_) -> {
                if (network.depth() > 1) {
                    say(Reason.EQUAL_START, List.of());
                }
            }
            case Initialiser.He(_) -> {
                int most = Math.max(1, network.depth() - 1);
                if (network.layers().subList(0, most).stream()
                        .noneMatch(layer -> layer.activation().rectifies())) {
                    say(Reason.HE, List.of(network.layer(0).activation()));
                }
            }
            case Initialiser.Xavier(_) -> {}
        }
    }

    private void optimizer() {
        Optimizer optimizer = problem.optimizer();
        double rate = optimizer.learningRate();
        if (rate == 0) {
            say(Reason.RATE_ZERO, List.of(), rate(0.1));
        } else if (rate < 0) {
            say(Reason.RATE_NEGATIVE, List.of(), rate(-rate));
        }
        double momentum =
                switch (optimizer) {
                    case Optimizer.Sgd sgd -> sgd.momentum();
                    case Optimizer.LookAhead ahead -> ahead.momentum();
                    case Optimizer.RmsProp _, Optimizer.Adam _ -> 0;
                };
        if (momentum >= 1) {
            say(Reason.MOMENTUM, List.of(momentum));
        }
    }

    private void say(Reason reason, List<Object> values, Remedy... remedies) {
        found.add(new Objection(reason, values, List.of(remedies)));
    }

    private Remedy rate(double rate) {
        Optimizer changed = problem.optimizer().withLearningRate(rate);
        return Remedy.of(Deed.RATE, new Structure.SetOptimizer(changed), rate);
    }

    private Remedy use(Loss loss) {
        return Remedy.of(Deed.LOSS, new Structure.SetLoss(loss), loss);
    }

    private Remedy use(Activation activation) {
        return use(activation, last);
    }

    private static Remedy use(Activation activation, Layer layer) {
        return Remedy.of(
                Deed.ACTIVATION,
                new Structure.SetActivation(layer.name(), activation),
                activation,
                layer.name());
    }
}
