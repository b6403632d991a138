package org.chainrule.solution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainrule.derivation.CleanGradient;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.States;
import org.chainrule.derivation.Values;
import org.chainrule.derivation.Way;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.notation.Sentences;
import org.chainrule.worksheet.Step;

/**
 * The worked solution of a worksheet: its steps, in each of them groups of one general formula, in
 * each of those a line for every number. What page, paper and exports show of it is theirs; what it
 * says is said here alone.
 */
public final class Solution {
    private final Display display;
    private final Network network;

    private Solution(Display display) {
        this.display = display;
        network = display.problem().network();
    }

    public static Solution of(Display display) {
        return new Solution(display);
    }

    /** The line of one number of a sample, or of the batch. */
    public static Line line(Display display, Ref ref) {
        return new Line(display, ref);
    }

    /** The sentences of a face, over those of the steps, which all faces share. */
    public static Sentences words(String face, Locale locale) {
        return Sentences.of(face, locale)
                .over(Sentences.of("org.chainrule.solution.steps", locale));
    }

    /** Whether the numbers of {@code step} are the batch's; else they are the shown sample's. */
    public static boolean isOfBatch(Step step) {
        return step == Step.REDUCE || step == Step.UPDATE;
    }

    /** The key of the words that say what {@code step} is about. */
    public String about(Step step) {
        Way way = display.way();
        String key = "step." + step.key();
        boolean clean = CleanGradient.isOf(display.problem(), network.last().name());
        return switch (step) {
            case REDUCE -> key + "." + display.problem().reduction();
            case OUTPUT_ERROR -> key + (way.hasErrors() || clean ? ".text" : ".deltas");
            case HIDDEN_ERROR -> key + (way.hasErrors() ? ".text" : ".deltas");
            case OUTPUT_WEIGHTS -> key + (way.hasDeltas() ? ".deltas" : ".text");
            case UPDATE -> key + (Change.areIn(display) ? ".changes" : ".text");
            case FORWARD, HIDDEN_WEIGHTS -> key + ".text";
        };
    }

    /** What {@code step} consists of. */
    public List<Passage> passages(Step step) {
        return display.view().wholeLayers() ? withWholeLayers(numbers(step)) : numbers(step);
    }

    private List<Passage> withWholeLayers(List<Passage> passages) {
        List<Passage> parts = new ArrayList<>();
        for (Passage passage : passages) {
            parts.add(passage);
            if (passage instanceof Passage.Group(var lines)) {
                Stream.of(WholeLayer.of(display, lines), WholeLayer.ofSamples(display, lines))
                        .flatMap(Optional::stream)
                        .map(Passage.Whole::new)
                        .forEach(parts::add);
            }
        }
        return parts;
    }

    private List<Passage> numbers(Step step) {
        List<Layer> layers = network.layers();
        List<Layer> hidden = layers.subList(0, layers.size() - 1).reversed();
        List<Layer> last = List.of(layers.getLast());
        return switch (step) {
            case FORWARD -> forward(layers);
            case OUTPUT_ERROR -> outputError(layers.getLast());
            case HIDDEN_ERROR -> each(hidden, this::error);
            case OUTPUT_WEIGHTS -> each(last, parameters(step, Kind.DW, Kind.DB));
            case HIDDEN_WEIGHTS -> {
                List<Passage> parts = each(hidden, parameters(step, Kind.DW, Kind.DB));
                parts.add(new Passage.OfInputs(group(step, inputs())));
                yield parts;
            }
            case REDUCE -> {
                List<Passage> parts = new ArrayList<>();
                if (!display.problem().penalty().isNone()) {
                    parts.add(new Passage.Said(Passage.Saying.PENALTY));
                }
                parts.add(group(step, List.of(Quantity.loss())));
                parts.addAll(each(layers, parameters(step, Kind.DW, Kind.DB)));
                yield parts;
            }
            case UPDATE -> update(layers);
        };
    }

    /** What the optimizer keeps, where that is carried on, and then the parameters. */
    private List<Passage> update(List<Layer> layers) {
        List<Kind> kept = States.computed(display.problem());
        List<Passage> parts = new ArrayList<>();
        if (!kept.isEmpty()) {
            parts.add(new Passage.Carried(display.problem().state().updates() + 1));
        }
        parts.addAll(
                each(
                        layers,
                        layer -> {
                            List<Passage> passages = new ArrayList<>(state(layer, kept));
                            passages.addAll(parameters(Step.UPDATE, Kind.NW, Kind.NB).apply(layer));
                            return passages;
                        }));
        return parts;
    }

    private List<Passage> state(Layer layer, List<Kind> kinds) {
        List<Passage> parts = new ArrayList<>();
        if (!layer.weightsFrozen() && !layer.isWeightless()) {
            kinds.forEach(kind -> parts.add(group(Step.UPDATE, edges(kind, layer))));
        }
        if (layer.biases() != null && !layer.biasesFrozen()) {
            kinds.forEach(kind -> parts.add(group(Step.UPDATE, neurons(kind, layer))));
        }
        return parts;
    }

    private List<Passage> forward(List<Layer> layers) {
        List<Passage> parts = new ArrayList<>();
        for (Layer layer : layers) {
            parts.add(new Passage.OfLayer(layer));
            parts.add(group(Step.FORWARD, neurons(Kind.P, layer)));
            parts.add(group(Step.FORWARD, neurons(Kind.Z, layer)));
        }
        parts.add(new Passage.OfLoss());
        parts.add(group(Step.FORWARD, List.of(Quantity.loss())));
        parts.add(new Passage.Advised());
        return parts;
    }

    /** Where slopes cancel, it is their product that is worked on with. */
    private List<Passage> outputError(Layer last) {
        List<Passage> parts = new ArrayList<>();
        if (CleanGradient.isOf(display.problem(), last.name())) {
            parts.add(new Passage.Said(Passage.Saying.CLEAN));
            parts.add(group(Step.OUTPUT_ERROR, neurons(Kind.DP, last)));
            parts.add(new Passage.Aside(Passage.Saying.LONG_WAY, longWay(last)));
        } else {
            if (last.activation().isRule()) {
                parts.add(new Passage.Said(Passage.Saying.RULE));
            }
            parts.addAll(error(last));
        }
        parts.add(new Passage.Advised());
        return parts;
    }

    private List<Passage.Group> longWay(Layer last) {
        List<Passage.Group> groups = new ArrayList<>();
        groups.add(group(Step.OUTPUT_ERROR, neurons(Kind.DZ, last)));
        if (display.way().hasSlopes(last)) {
            groups.add(group(Step.OUTPUT_ERROR, neurons(Kind.S, last)));
        }
        return groups;
    }

    /** What flows back to {@code layer}: each number on a line before those that read it. */
    private List<Passage> error(Layer layer) {
        Way way = display.way();
        Step step = layer.equals(network.last()) ? Step.OUTPUT_ERROR : Step.HIDDEN_ERROR;
        List<Passage> parts = new ArrayList<>();
        if (way.hasErrors()) {
            parts.add(group(step, neurons(Kind.DZ, layer)));
        }
        if (way.hasSlopes(layer)) {
            parts.add(new Passage.Said(Passage.Saying.SLOPES));
            parts.add(group(step, neurons(Kind.S, layer)));
        }
        if (way.hasDeltas()) {
            boolean minus = display.view().notation().isOpposite(Kind.DP);
            parts.add(new Passage.Said(minus ? Passage.Saying.MINUS : Passage.Saying.DELTAS));
            parts.add(group(step, neurons(Kind.DP, layer)));
        }
        return parts;
    }

    private Function<Layer, List<Passage>> parameters(Step step, Kind weights, Kind biases) {
        return layer ->
                layer.isWeightless() ? unlearned() : parameters(step, layer, weights, biases);
    }

    private static List<Passage> unlearned() {
        return List.of(new Passage.Said(Passage.Saying.WEIGHTLESS));
    }

    private List<Passage> parameters(Step step, Layer layer, Kind weights, Kind biases) {
        List<Passage> parts = new ArrayList<>();
        for (Kind kind : List.of(weights, biases)) {
            List<Quantity> numbers = numbers(kind, layer);
            if (!numbers.isEmpty()) {
                Passage.Group group = group(step, numbers);
                List<ChangeLine> changes =
                        group.lines().stream().flatMap(line -> line.change().stream()).toList();
                if (!changes.isEmpty()) {
                    parts.add(new Passage.Changes(changes));
                }
                parts.add(group);
            }
        }
        return parts;
    }

    private List<Passage> each(List<Layer> layers, Function<Layer, List<Passage>> passages) {
        List<Passage> parts = new ArrayList<>();
        if (layers.isEmpty()) {
            parts.add(new Passage.Said(Passage.Saying.NO_HIDDEN_LAYER));
        }
        for (Layer layer : layers) {
            if (network.depth() > 2 || layers.size() > 1) {
                parts.add(new Passage.OfLayer(layer));
            }
            parts.addAll(passages.apply(layer));
        }
        return parts;
    }

    private static List<Quantity> numbers(Kind kind, Layer layer) {
        return switch (kind) {
            case DW, NW -> edges(kind, layer);
            case DB, NB -> layer.biases() == null ? List.of() : neurons(kind, layer);
            case P, Z, S, DZ, DP -> neurons(kind, layer);
            case X, Y, W, B, U, M, V, NU, NM, NV, MH, VH, DX, J, LR ->
                    throw new IllegalArgumentException(kind + " is no layer's computed number");
        };
    }

    private List<Quantity> inputs() {
        return IntStream.rangeClosed(1, network.inputs()).mapToObj(Quantity::dx).toList();
    }

    private static List<Quantity> neurons(Kind kind, Layer layer) {
        return IntStream.rangeClosed(1, layer.size())
                .mapToObj(k -> new Quantity(kind, layer.name(), k, 0))
                .toList();
    }

    private static List<Quantity> edges(Kind kind, Layer layer) {
        return IntStream.rangeClosed(1, layer.size())
                .boxed()
                .flatMap(k ->
                        IntStream.rangeClosed(1, layer.sources())
                                .mapToObj(t -> new Quantity(kind, layer.name(), k, t)))
                .toList();
    }

    /**
     * In a batch the gradients are those of the sample on show until the step that reduces them.
     */
    private Passage.Group group(Step step, List<Quantity> quantities) {
        boolean batch = !display.isBatch() || isOfBatch(step);
        boolean ofSample = quantities.getFirst().isOfSample();
        int sample = batch && !ofSample ? Values.BATCH : display.view().sample();
        return new Passage.Group(
                quantities.stream().map(q -> new Line(display, new Ref(q, sample))).toList());
    }
}
