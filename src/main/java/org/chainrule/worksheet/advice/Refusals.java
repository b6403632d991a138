package org.chainrule.worksheet.advice;

import static org.chainrule.worksheet.advice.Objection.Deed;
import static org.chainrule.worksheet.advice.Objection.Reason;
import static org.chainrule.worksheet.advice.Objection.Remedy;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Network;
import org.chainrule.engine.Optimizer;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Shape;
import org.chainrule.worksheet.Edit;
import org.chainrule.worksheet.Limits;
import org.chainrule.worksheet.Names;
import org.chainrule.worksheet.SampleEdit;
import org.chainrule.worksheet.Structure;
import org.chainrule.worksheet.Worksheet;

/** What edits cannot be done, and why: the format's rules, asked before instead of after. */
public final class Refusals {
    private final Worksheet worksheet;
    private final Network network;

    private Refusals(Worksheet worksheet) {
        this.worksheet = worksheet;
        network = worksheet.problem().network();
    }

    /** Why {@code edit} cannot be done to {@code worksheet}, or nothing. */
    public static Optional<Objection> of(Edit edit, Worksheet worksheet) {
        return switch (edit) {
            case SampleEdit samples -> samples(samples.in(worksheet).size());
            case Structure structure -> new Refusals(worksheet).of(structure);
            case Edit.Several(var edits) -> several(edits, worksheet);
            case Edit.SetArithmetic(var paper) ->
                    paper == null ? Optional.empty() : onPaper(worksheet.problem());
            case Edit.SetNumber _,
                    Edit.ApplyUpdate _,
                    Edit.Trained _,
                    Edit.Revisit _,
                    Edit.Replace _ ->
                    Optional.empty();
        };
    }

    private static Optional<Objection> several(List<? extends Edit> edits, Worksheet worksheet) {
        Worksheet changed = worksheet;
        for (Edit edit : edits) {
            Optional<Objection> objection = of(edit, changed);
            if (objection.isPresent()) {
                return objection;
            }
            changed = edit.apply(changed);
        }
        return Optional.empty();
    }

    private static Optional<Objection> samples(int count) {
        return count == 0
                ? Optional.of(Objection.of(Reason.LAST_SAMPLE))
                : atMost(Reason.SAMPLES, count, Limits.SAMPLES);
    }

    /** Why {@code problem} cannot be worked as on paper, or nothing. */
    public static Optional<Objection> onPaper(Problem problem) {
        return Limits.onPaper(problem).map(Refusals::of);
    }

    /** The same, as far as it can be told of a problem that is not whole. */
    public static Optional<Objection> onPaper(int parameters, int samples) {
        return Limits.onPaper(parameters, samples).map(Refusals::of);
    }

    private static Objection of(Limits.Excess excess) {
        Reason reason =
                switch (excess.counted()) {
                    case PARAMETERS -> Reason.PAPER_PARAMETERS;
                    case SAMPLES -> Reason.PAPER_SAMPLES;
                    case DIGITS -> Reason.PAPER_DIGITS;
                };
        return Objection.of(reason, excess.count(), excess.most());
    }

    private Optional<Objection> of(Structure edit) {
        return switch (edit) {
            case Structure.SetTitle(var title) -> title(title);
            case Structure.SetSize(var layer, int size, var init) ->
                    size(layer, size)
                            .or(() ->
                                    parameters(
                                            n -> new Structure.SetSize(layer, n, init),
                                            size,
                                            sizeOf(layer)));
            case Structure.AddNeuron(var layer, _, _) ->
                    size(layer, sizeOf(layer) + 1).or(() -> parameters(edit));
            case Structure.RemoveNeuron(var layer, _, _) -> size(layer, sizeOf(layer) - 1);
            case Structure.AddLayer add -> add(add);
            case Structure.RemoveLayer _ -> remove().or(() -> parameters(edit));
            case Structure.MoveLayer move ->
                    SoftmaxPlace.moved(network, move).or(() -> parameters(edit));
            case Structure.RenameLayer(var layer, var name) ->
                    layer.equals(name) ? Optional.empty() : rename(layer, name);
            case Structure.SetActivation(var layer, var activation, var shape) ->
                    SoftmaxPlace.chosen(network, layer, activation)
                            .or(() -> shape(activation, shape))
                            .or(() -> RulePlace.chosen(worksheet, layer, activation, shape));
            case Structure.SetWeights _, Structure.SetBiases _ -> parameters(edit);
            case Structure.SetOptimizer(var optimizer) -> optimizer(optimizer);
            case Structure.CarryOn _ -> Optional.empty();
            case Structure.SetLoss(var loss) -> RulePlace.chosen(worksheet, loss);
            case Structure.SetPenalty(var penalty) -> negative(penalty.lambda());
            case Structure.SetDelta(var delta) -> notPositive(delta);
            case Structure.Freeze _, Structure.SetReduction _, Structure.Randomise _ ->
                    Optional.empty();
        };
    }

    private int sizeOf(String layer) {
        return layer.isEmpty() ? network.inputs() : network.layer(network.indexOf(layer)).size();
    }

    private static Optional<Objection> atMost(Reason reason, int count, int most) {
        return count <= most ? Optional.empty() : Optional.of(Objection.of(reason, count, most));
    }

    private static Optional<Objection> size(String layer, int size) {
        boolean inputs = layer.isEmpty();
        int most = inputs ? Limits.INPUTS : Limits.NEURONS;
        Reason reason = inputs ? Reason.INPUTS : Reason.NEURONS;
        return size >= 1 && size <= most
                ? Optional.empty()
                : Optional.of(Objection.of(reason, size, most));
    }

    /** Why a worksheet cannot have this title, or nothing. */
    public static Optional<Objection> title(String title) {
        return atMost(Reason.TITLE, title.codePointCount(0, title.length()), Limits.TITLE);
    }

    /** Why a network cannot have so many parameters, or nothing. */
    public static Optional<Objection> parameters(int count) {
        return atMost(Reason.PARAMETERS, count, Limits.PARAMETERS);
    }

    private Optional<Objection> parameters(Edit edit) {
        return parameters(countAfter(edit));
    }

    /**
     * The same for an edit that takes a size: the largest that fits would help, if it is another.
     */
    private Optional<Objection> parameters(IntFunction<Edit> bySize, int size, int present) {
        return parameters(bySize.apply(size))
                .map(objection -> {
                    int one = countAfter(bySize.apply(1));
                    int each = countAfter(bySize.apply(2)) - one;
                    int most = 1 + Math.floorDiv(Limits.PARAMETERS - one, each);
                    return most < 1 || most == present
                            ? objection
                            : objection.or(Remedy.of(Deed.SIZE, bySize.apply(most), most));
                });
    }

    private int countAfter(Edit edit) {
        return edit.apply(worksheet).problem().network().parameters();
    }

    private Optional<Objection> add(Structure.AddLayer add) {
        int layers = network.depth() + 1;
        if (layers > Limits.LAYERS) {
            return Optional.of(Objection.of(Reason.LAYERS, layers, Limits.LAYERS));
        }
        return name(add.name(), add.name())
                .or(() -> size(add.name(), add.size()))
                .or(() -> RulePlace.added(network, add.activation()))
                .or(() -> SoftmaxPlace.added(network, add))
                .or(() ->
                        parameters(
                                size -> add.at(add.at(), add.activation(), size), add.size(), 0));
    }

    private Optional<Objection> remove() {
        return network.depth() > 1
                ? Optional.empty()
                : Optional.of(Objection.of(Reason.LAST_LAYER));
    }

    private Optional<Objection> rename(String layer, String name) {
        return name(layer, name)
                .map(objection ->
                        Names.near(name, network)
                                .map(near ->
                                        objection.or(
                                                Remedy.of(
                                                        Deed.CALL,
                                                        new Structure.RenameLayer(layer, near),
                                                        near)))
                                .orElse(objection));
    }

    private Optional<Objection> name(String layer, String name) {
        if (!Names.isName(name)) {
            return Optional.of(Objection.of(Reason.BAD_NAME, layer));
        }
        return network.indexOf(name) < 0
                ? Optional.empty()
                : Optional.of(Objection.of(Reason.TAKEN_NAME, name));
    }

    private static Optional<Objection> optimizer(Optimizer optimizer) {
        return switch (optimizer) {
            case Optimizer.Sgd(_, var momentum, _, var weightDecay) ->
                    negative(momentum).or(() -> negative(weightDecay));
            case Optimizer.LookAhead(_, var momentum) -> negative(momentum);
            case Optimizer.RmsProp(_, var decay, var epsilon) ->
                    negative(epsilon).or(() -> noDecay(decay));
            case Optimizer.Adam(_, var beta1, var beta2, var epsilon) ->
                    negative(epsilon).or(() -> noDecay(beta1)).or(() -> noDecay(beta2));
        };
    }

    /** Why this cannot be a momentum, a weight decay or an epsilon, or nothing. */
    public static Optional<Objection> negative(double value) {
        return value < 0 ? Optional.of(Objection.of(Reason.NEGATIVE)) : Optional.empty();
    }

    /** Why {@code value} cannot be the number of this activation, or nothing. */
    public static Optional<Objection> shape(Activation activation, double value) {
        return activation.allows(value)
                ? Optional.empty()
                : Optional.of(
                        activation.shape() == Shape.STEEPNESS
                                ? Objection.of(Reason.NOT_POSITIVE)
                                : Objection.of(Reason.AT_ZERO, atZero(activation)));
    }

    private static String atZero(Activation activation) {
        return activation == Activation.SIGN ? "−1, 0, 1" : "0, 1";
    }

    /** Why a problem with a perceptron rule cannot have its loss, or nothing. */
    public static Optional<Objection> rule(Problem problem) {
        return RulePlace.loss(problem);
    }

    /** Why this cannot be a steepness or a δ, or nothing. */
    public static Optional<Objection> notPositive(double value) {
        return value > 0 ? Optional.empty() : Optional.of(Objection.of(Reason.NOT_POSITIVE));
    }

    /** Why this cannot be a beta, or nothing. */
    public static Optional<Objection> noDecay(double value) {
        return value < 0 || value >= 1 ? Optional.of(Objection.of(Reason.DECAY)) : Optional.empty();
    }
}
