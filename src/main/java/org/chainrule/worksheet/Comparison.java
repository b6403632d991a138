package org.chainrule.worksheet;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.States;
import org.chainrule.derivation.Values;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.engine.Optimizer;
import org.chainrule.engine.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A worksheet beside what it was when it was pinned, number by number: numbers of one address are
 * compared.
 *
 * @param before the numbers of {@code pinned}, in its own arithmetic
 * @param after the numbers of {@code present}, in its own
 */
public record Comparison(Worksheet pinned, Values before, Worksheet present, Values after) {

    private static final List<Kind> OF_NEURON =
            List.of(Kind.P, Kind.Z, Kind.S, Kind.DZ, Kind.DP, Kind.DB, Kind.NB);

    /** What effects are listed by. */
    public enum Group {
        FORWARD,
        ERROR,
        GRADIENT,
        UPDATE;

        /** The group of a computed number. */
        static Group of(Kind kind) {
            return switch (kind) {
                case P, Z, J -> FORWARD;
                case S, DZ, DP, DX -> ERROR;
                case DW, DB -> GRADIENT;
                case NW, NB, NU, NM, NV, MH, VH -> UPDATE;
                case X, Y, W, B, U, M, V, LR ->
                        throw new IllegalArgumentException(kind + " is typed");
            };
        }
    }

    /** What of a worksheet may differ beside its numbers. */
    public enum Choice {
        LAYERS,
        ACTIVATIONS,
        SAMPLES,
        LOSS,
        REDUCTION,
        OPTIMIZER,
        STATE,
        FROZEN,
        ARITHMETIC
    }

    /** Whether the pin has no such number. */
    public boolean isNew(Ref ref) {
        Problem problem = pinned.problem();
        return !ref.quantity().existsIn(problem) || ref.sample() >= problem.samples().size();
    }

    /** What became of the number, or null where it is what it was, or new. */
    public @Nullable Change change(Ref ref) {
        if (isNew(ref)) {
            return null;
        }
        double then = before.value(ref);
        double now = after.value(ref);
        if (then == now || (Double.isNaN(then) && Double.isNaN(now))) {
            return null;
        }
        boolean finite = Double.isFinite(then) && Double.isFinite(now);
        return new Change(
                ref,
                then,
                now,
                finite ? decimal(after, ref, now).subtract(decimal(before, ref, then)) : null);
    }

    /** The number as it is written, or the shortest decimal that is this double. */
    private static BigDecimal decimal(Values values, Ref ref, double value) {
        BigDecimal written = values.written(ref);
        return written == null ? new BigDecimal(Double.toString(value)) : written;
    }

    /** The numbers that were typed anew. */
    public List<Change> causes() {
        return TypedNumbers.differing(present, pinned).flatMap(this::changed).toList();
    }

    /** The computed numbers that changed while sample {@code s} is on show, the biggest first. */
    public List<Change> effects(Group group, int s, boolean relative) {
        Comparator<Change> bySize = Comparator.comparingDouble(Change::size);
        Comparator<Change> byShare = Comparator.comparingDouble(c -> Math.abs(c.share()));
        return computed(group)
                .flatMap(q -> changed(Ref.shown(q, s)))
                .sorted((relative ? byShare : bySize).reversed())
                .toList();
    }

    private Stream<Change> changed(Ref ref) {
        return Stream.ofNullable(change(ref));
    }

    private Stream<Quantity> computed(Group group) {
        Network network = present.problem().network();
        Stream<Quantity> ofLayers =
                network.layers().stream()
                        .flatMap(layer -> Stream.concat(ofLayer(network, layer), ofState(layer)));
        Stream<Quantity> ofInputs =
                IntStream.rangeClosed(1, network.inputs()).mapToObj(Quantity::dx);
        return Stream.of(Stream.of(Quantity.loss()), ofLayers, ofInputs)
                .flatMap(Function.identity())
                .filter(q -> Group.of(q.kind()) == group);
    }

    /** What the optimizer keeps, where that is carried on. */
    private Stream<Quantity> ofState(Layer layer) {
        Problem problem = present.problem();
        return IntStream.rangeClosed(1, layer.size())
                .boxed()
                .flatMap(k ->
                        IntStream.rangeClosed(0, layer.sources())
                                .mapToObj(t -> new Quantity(Kind.NU, layer.name(), k, t)))
                .flatMap(number -> States.computed(problem).stream().map(number::as))
                .filter(number -> number.existsIn(problem));
    }

    private static Stream<Quantity> ofLayer(Network network, Layer layer) {
        return IntStream.rangeClosed(1, layer.size())
                .boxed()
                .flatMap(k -> {
                    Quantity neuron = Quantity.p(layer.name(), k);
                    Stream<Quantity> numbers =
                            OF_NEURON.stream().map(neuron::as).filter(q -> q.existsIn(network));
                    return Stream.concat(numbers, edges(layer, k));
                });
    }

    private static Stream<Quantity> edges(Layer layer, int k) {
        return IntStream.rangeClosed(1, layer.sources())
                .boxed()
                .flatMap(t ->
                        Stream.of(
                                Quantity.dw(layer.name(), k, t), Quantity.nw(layer.name(), k, t)));
    }

    /** What else differs. */
    public Set<Choice> choices() {
        Problem then = pinned.problem();
        Problem now = present.problem();
        Set<Choice> choices = EnumSet.noneOf(Choice.class);
        add(choices, Choice.LAYERS, shape(then.network()), shape(now.network()));
        add(choices, Choice.SAMPLES, then.samples().size(), now.samples().size());
        add(choices, Choice.LOSS, loss(then), loss(now));
        add(choices, Choice.REDUCTION, then.reduction(), now.reduction());
        add(choices, Choice.OPTIMIZER, rateless(then.optimizer()), rateless(now.optimizer()));
        add(choices, Choice.STATE, then.state(), now.state());
        add(choices, Choice.ARITHMETIC, pinned.paper(), present.paper());
        if (!choices.contains(Choice.LAYERS)) {
            add(choices, Choice.ACTIVATIONS, functions(then.network()), functions(now.network()));
            add(choices, Choice.FROZEN, frozen(then.network()), frozen(now.network()));
        }
        return choices;
    }

    private static void add(
            Set<Choice> choices, Choice choice, @Nullable Object then, @Nullable Object now) {
        if (!Objects.equals(then, now)) {
            choices.add(choice);
        }
    }

    private static Optimizer rateless(Optimizer optimizer) {
        return optimizer.withLearningRate(0);
    }

    private static List<Object> loss(Problem problem) {
        return List.of(problem.loss(), problem.delta(), problem.penalty());
    }

    private static List<Object> shape(Network network) {
        return each(
                network,
                layer ->
                        List.of(
                                layer.name(),
                                layer.size(),
                                layer.sources(),
                                layer.biases() != null));
    }

    private static List<Object> functions(Network network) {
        return each(network, layer -> List.of(layer.activation(), layer.shape()));
    }

    private static List<Object> frozen(Network network) {
        return each(network, layer -> List.of(layer.weightsFrozen(), layer.biasesFrozen()));
    }

    private static List<Object> each(Network network, Function<Layer, Object> of) {
        return network.layers().stream().map(of).toList();
    }
}
