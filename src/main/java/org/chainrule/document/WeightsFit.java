package org.chainrule.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.chainrule.document.Brought.Assumption;
import org.chainrule.document.Brought.Assumption.Kind;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Sample;
import org.chainrule.engine.Vector;
import org.chainrule.worksheet.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Puts bare weights in the place of a worksheet's own. What they do not say stays as it is where it
 * fits: the first layers' names and activations, the last layer's, loss, optimizer, samples.
 */
final class WeightsFit {
    private final Worksheet present;
    private final List<Layer> old;
    private final int depth;
    private final boolean sayBiases;
    private final List<Assumption> assumptions = new ArrayList<>();
    private final List<String> fresh = new ArrayList<>();
    private final List<String> ruled = new ArrayList<>();
    private final List<String> keptBiases = new ArrayList<>();
    private final List<String> droppedBiases = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private WeightsFit(int depth, boolean sayBiases, Worksheet present) {
        this.depth = depth;
        this.sayBiases = sayBiases;
        this.present = present;
        List<Layer> all = present.problem().network().layers();
        List<Layer> weighted = all.stream().filter(layer -> !layer.isWeightless()).toList();
        old = weighted.isEmpty() ? all : weighted;
    }

    /**
     * The worksheet with these weights.
     *
     * @param sayBiases whether a layer that comes without biases is meant to have none
     * @param said what was assumed before
     */
    static Brought.Weights of(
            List<Bare> bare, boolean sayBiases, Worksheet present, List<Assumption> said) {
        WeightsFit fit = new WeightsFit(bare.size(), sayBiases, present);
        fit.assumptions.addAll(said);
        return fit.fit(bare);
    }

    private Brought.Weights fit(List<Bare> bare) {
        List<Layer> layers = new ArrayList<>();
        names.add(old.getLast().name());
        present.problem().network().layers().stream()
                .filter(Layer::isWeightless)
                .forEach(layer -> names.add(layer.name()));
        for (int l = 0; l < depth; l++) {
            Layer like = like(l);
            layers.add(like == null ? fresh(l, bare.get(l)) : changed(like, bare.get(l)));
        }
        int inputs = bare.getFirst().weights().columns();
        Network network = new Network(inputs, withWeightless(layers, inputs));
        if (!fresh.isEmpty()) {
            fresh.addFirst(model().activation().key());
        }
        assume(Kind.ACTIVATION, fresh);
        assume(Kind.RULE, ruled);
        assume(Kind.BIASES_KEPT, keptBiases);
        assume(Kind.BIASES_DROPPED, droppedBiases);
        Worksheet fitted = present.with(problem(network));
        Worksheet worksheet = fitted.exactIfLarge();
        if (!worksheet.equals(fitted)) {
            assume(Kind.EXACT, List.of(Integer.toString(network.parameters())));
        }
        return new Brought.Weights(worksheet, assumptions);
    }

    /** {@code layers} with those without weights where they stood, behind the same layers. */
    private List<Layer> withWeightless(List<Layer> layers, int inputs) {
        List<Layer> all = new ArrayList<>();
        int weighted = 0;
        int placed = 0;
        for (Layer layer : present.problem().network().layers()) {
            boolean stays = weighted == 0 || weighted == old.size() || weighted < depth;
            if (!layer.isWeightless()) {
                weighted++;
                int end = weighted == old.size() ? depth : Math.min(weighted, depth - 1);
                all.addAll(layers.subList(placed, end));
                placed = end;
            } else if (stays) {
                int size = all.isEmpty() ? inputs : all.getLast().size();
                all.add(Layer.weightless(layer.name(), layer.activation(), layer.shape(), size));
            }
        }
        return weighted == 0 ? layers : all;
    }

    private void assume(Kind kind, List<String> about) {
        if (!about.isEmpty()) {
            assumptions.add(new Assumption(kind, about));
        }
    }

    /** The present layer in whose place layer l comes, or null. */
    private @Nullable Layer like(int l) {
        return l == depth - 1 ? old.getLast() : l < old.size() - 1 ? old.get(l) : null;
    }

    private Layer changed(Layer like, Bare bare) {
        names.add(like.name());
        Vector biases = bare.biases();
        if (biases == null && !sayBiases && like.biases() != null) {
            boolean fit = like.size() == bare.weights().rows();
            (fit ? keptBiases : droppedBiases).add(like.name());
            biases = fit ? like.biases() : null;
        }
        return behind(like)
                .with(bare.weights(), biases)
                .withFrozen(like.weightsFrozen(), biases != null && like.biasesFrozen());
    }

    /** Behind other layers a step, which no gradient leads through, becomes its smooth kin. */
    private Layer behind(Layer like) {
        if (depth == 1 || !like.activation().isRule()) {
            return like;
        }
        Activation smooth =
                like.activation() == Activation.SIGN ? Activation.TANH : Activation.SIGMOID;
        ruled.addAll(List.of(like.name(), smooth.key()));
        return like.withActivation(smooth, smooth.usualShape());
    }

    private Layer fresh(int l, Bare bare) {
        int number = l + 1;
        while (!names.add("h" + number)) {
            number++;
        }
        fresh.add("h" + number);
        Layer model = model();
        return new Layer(
                "h" + number,
                model.activation(),
                model.shape(),
                bare.weights(),
                bare.biases(),
                false,
                false);
    }

    /** What a new hidden layer's activation is taken from: the last hidden layer, or ReLU. */
    private Layer model() {
        return old.size() > 1
                ? old.get(old.size() - 2)
                : new Layer("", Activation.RELU, old.getLast().weights());
    }

    private Problem problem(Network network) {
        Problem problem = present.problem();
        Network before = problem.network();
        if (before.inputs() != network.inputs() || before.outputs() != network.outputs()) {
            assume(
                    Kind.SAMPLES,
                    Stream.of(
                                    before.inputs(),
                                    network.inputs(),
                                    before.outputs(),
                                    network.outputs())
                            .map(String::valueOf)
                            .toList());
        }
        List<Sample> samples =
                problem.samples().stream()
                        .map(sample ->
                                new Sample(
                                        resized(sample.x(), network.inputs()),
                                        resized(sample.y(), network.outputs())))
                        .toList();
        return problem.with(network, samples).with(problem.state().restarted());
    }

    private static Vector resized(Vector vector, int size) {
        return vector.size() == size ? vector : Vector.of(Arrays.copyOf(vector.toArray(), size));
    }
}
