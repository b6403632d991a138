package org.chainrule.workbench.build;

import java.util.Arrays;
import java.util.Optional;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.workbench.kit.Workspace;
import org.chainrule.worksheet.Edit;
import org.chainrule.worksheet.Initialiser;
import org.chainrule.worksheet.Names;
import org.chainrule.worksheet.Structure;

/** What can be asked of layers and neurons. */
final class LayerCommands {
    /** Neurons of a hidden layer that has no other to take after. */
    private static final int FIRST_HIDDEN = 2;

    private LayerCommands() {}

    /** Whether it was for layers. */
    static boolean obey(Asked asked) {
        String layer = asked.layer();
        Initialiser init = asked.initialiser();
        switch (asked.act()) {
            case "size" -> asked.whole(size -> new Structure.SetSize(layer, size, init));
            case "grow" -> grow(asked);
            case "drop" -> drop(asked);
            case "name", "rename" ->
                    asked.attempt(new Structure.RenameLayer(layer, asked.text().strip()));
            case "activation" -> activation(asked);
            case "slope", "steepness", "atZero" -> {
                Activation activation = own(asked).activation();
                asked.number(shape -> new Structure.SetActivation(layer, activation, shape));
            }
            case "weightless" ->
                    asked.attempt(new Structure.SetWeights(layer, own(asked).isWeightless(), init));
            case "biases" ->
                    asked.attempt(new Structure.SetBiases(layer, own(asked).biases() == null));
            case "freeze" -> freeze(asked);
            case "add" -> add(asked);
            case "remove" -> asked.attempt(new Structure.RemoveLayer(layer, init));
            case "move" -> move(asked);
            case "randomise" -> randomise(asked);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static Layer own(Asked asked) {
        return asked.network().layer(asked.network().indexOf(asked.layer()));
    }

    private static int size(Asked asked) {
        return asked.layer().isEmpty() ? asked.network().inputs() : own(asked).size();
    }

    private static void grow(Asked asked) {
        int size = size(asked) + asked.number();
        asked.attempt(
                new Structure.SetSize(asked.layer(), size, asked.initialiser()),
                Integer.toString(size));
    }

    private static void drop(Asked asked) {
        if (asked.number() >= 1 && asked.number() <= size(asked)) {
            asked.attempt(
                    new Structure.RemoveNeuron(asked.layer(), asked.number(), asked.initialiser()));
        }
    }

    private static void activation(Asked asked) {
        Arrays.stream(Activation.values())
                .filter(activation -> activation.key().equals(asked.text()))
                .findFirst()
                .ifPresent(activation ->
                        asked.attempt(new Structure.SetActivation(asked.layer(), activation)));
    }

    private static void freeze(Asked asked) {
        Layer layer = own(asked);
        boolean weights = asked.text().equals("weights");
        asked.attempt(
                new Structure.Freeze(
                        layer.name(),
                        weights != layer.weightsFrozen(),
                        weights == layer.biasesFrozen()));
    }

    private static void move(Asked asked) {
        int to = asked.network().indexOf(asked.layer()) + asked.number();
        if (to >= 0 && to < asked.network().depth()) {
            asked.attempt(new Structure.MoveLayer(asked.layer(), to, asked.initialiser()));
        }
    }

    /** A new layer takes after its neighbour; one that comes last gives as many outputs. */
    private static void add(Asked asked) {
        Network network = asked.network();
        int l = asked.layer().isEmpty() ? network.depth() - 1 : network.indexOf(asked.layer());
        int at = l + (asked.number() > 0 ? 1 : 0);
        boolean last = at == network.depth();
        Optional<Layer> hidden =
                network.depth() == 1
                        ? Optional.empty()
                        : Optional.of(
                                network.layer(Math.min(Math.max(0, at - 1), network.depth() - 2)));
        Layer output = network.last();
        Activation inside = hidden.map(Layer::activation).orElse(Activation.RELU);
        Activation activation =
                last && output.activation() != Activation.SOFTMAX ? output.activation() : inside;
        int size = last ? output.size() : hidden.map(Layer::size).orElse(FIRST_HIDDEN);
        boolean biased = hidden.orElse(output).biases() != null;
        asked.attempt(
                new Structure.AddLayer(
                        at, Names.free(network), activation, size, biased, asked.initialiser()));
    }

    /** Draws a layer or all of them; where the seed's numbers stand already, by the next seed. */
    private static void randomise(Asked asked) {
        Workspace workspace = asked.workspace();
        Edit drawn = draw(asked);
        if (drawn.apply(workspace.worksheet()).equals(workspace.worksheet())
                && asked.initialiser() instanceof Initialiser.Seeded seeded) {
            Initialiser next = seeded.next();
            workspace.look(view -> view.withInitialiser(next));
            drawn = draw(asked);
        }
        asked.attempt(drawn);
    }

    private static Edit draw(Asked asked) {
        return asked.layer().isEmpty()
                ? Structure.Randomise.all(asked.network(), asked.initialiser())
                : new Structure.Randomise(asked.layer(), asked.initialiser());
    }
}
