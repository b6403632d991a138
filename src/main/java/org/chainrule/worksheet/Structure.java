package org.chainrule.worksheet;

import java.util.List;
import java.util.Objects;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Loss;
import org.chainrule.engine.Network;
import org.chainrule.engine.Optimizer;
import org.chainrule.engine.OptimizerState;
import org.chainrule.engine.Penalty;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Reduction;
import org.chainrule.engine.Vector;

/**
 * An edit of what the worksheet is made of. It keeps every value that still has a place; new
 * weights come from an {@link Initialiser}, new biases, inputs and targets are 0. What {@code
 * Refusals} has nothing against gives a worksheet within the format's limits; one that is too large
 * to be worked as on paper becomes exact.
 *
 * <p>Layers are named; {@link #INPUTS} stands for the inputs where these are meant too.
 */
public sealed interface Structure extends Edit {
    /** The place of a layer's name where the inputs are meant. */
    String INPUTS = "";

    /** What it makes of {@code worksheet}, whatever its size. */
    Worksheet reshape(Worksheet worksheet);

    @Override
    default Worksheet apply(Worksheet worksheet) {
        Worksheet reshaped = reshape(worksheet);
        Problem problem = reshaped.problem();
        return (isMoved(worksheet.problem(), problem)
                        ? reshaped.with(problem.with(problem.state().restarted()))
                        : reshaped)
                .exactIfLarge();
    }

    /** Whether parameters are others than before: what was kept of updates is not theirs. */
    private static boolean isMoved(Problem before, Problem after) {
        List<Layer> layers = after.network().layers();
        boolean same = layers.size() == before.network().depth();
        for (int l = 0; same && l < layers.size(); l++) {
            Layer old = before.network().layer(l);
            same =
                    old.weights().equals(layers.get(l).weights())
                            && Objects.equals(old.biases(), layers.get(l).biases());
        }
        return !same;
    }

    record SetTitle(String title) implements Structure {
        public SetTitle {
            // Control characters and halves of surrogate pairs have no place in a link.
            title = title.replaceAll("[\\p{Cc}\\p{Cs}]+", " ").strip();
        }

        @Override
        public Worksheet reshape(Worksheet worksheet) {
            return new Worksheet(title, worksheet.problem(), worksheet.paper());
        }
    }

    /** Gives a layer, or the inputs, {@code size} neurons: more at its end, or fewer from there. */
    record SetSize(String layer, int size, Initialiser initialiser) implements Structure {
        @Override
        public Worksheet reshape(Worksheet worksheet) {
            return new Reshaping(worksheet, initialiser).resized(layer, size);
        }
    }

    /** Adds a neuron, or an input, at place {@code k}, from 1. */
    record AddNeuron(String layer, int k, Initialiser initialiser) implements Structure {
        @Override
        public Worksheet reshape(Worksheet worksheet) {
            return new Reshaping(worksheet, initialiser).withNeuron(layer, k - 1);
        }
    }

    /** Removes the neuron, or the input, at place {@code k}, from 1. */
    record RemoveNeuron(String layer, int k, Initialiser initialiser) implements Structure {
        @Override
        public Worksheet reshape(Worksheet worksheet) {
            return new Reshaping(worksheet, initialiser).withoutNeuron(layer, k - 1);
        }
    }

    /**
     * Adds a layer.
     *
     * @param at its place, from 0: what stands there comes after it
     */
    record AddLayer(
            int at,
            String name,
            Activation activation,
            int size,
            boolean biased,
            Initialiser initialiser)
            implements Structure {
        @Override
        public Worksheet reshape(Worksheet worksheet) {
            return new Reshaping(worksheet, initialiser)
                    .withLayer(at, name, activation, size, biased);
        }

        /** The same layer elsewhere, with another activation and size. */
        public AddLayer at(int place, Activation changed, int neurons) {
            return new AddLayer(place, name, changed, neurons, biased, initialiser);
        }
    }

    record RemoveLayer(String layer, Initialiser initialiser) implements Structure {
        @Override
        public Worksheet reshape(Worksheet worksheet) {
            return new Reshaping(worksheet, initialiser).withoutLayer(layer);
        }
    }

    /** Moves a layer to place {@code to}, from 0. */
    record MoveLayer(String layer, int to, Initialiser initialiser) implements Structure {
        @Override
        public Worksheet reshape(Worksheet worksheet) {
            return new Reshaping(worksheet, initialiser).moved(layer, to);
        }
    }

    record RenameLayer(String layer, String name) implements Structure {
        @Override
        public Worksheet reshape(Worksheet worksheet) {
            return worksheet.with(layer, old -> old.withName(name));
        }
    }

    /** Sets the activation, and the number that it has of its own. */
    record SetActivation(String layer, Activation activation, double shape) implements Structure {
        public SetActivation(String layer, Activation activation) {
            this(layer, activation, activation.usualShape());
        }

        @Override
        public Worksheet reshape(Worksheet worksheet) {
            return worksheet.with(layer, old -> old.withActivation(activation, shape));
        }
    }

    /**
     * Gives a layer weights, drawn, or takes weights and biases away: it then applies its
     * activation to what it is given, and has as many neurons.
     */
    record SetWeights(String layer, boolean weighted, Initialiser initialiser)
            implements Structure {
        @Override
        public Worksheet reshape(Worksheet worksheet) {
            return new Reshaping(worksheet, initialiser).withWeights(layer, weighted);
        }
    }

    /** Gives a layer biases of 0, or takes its biases away. One without weights never has any. */
    record SetBiases(String layer, boolean biased) implements Structure {
        @Override
        public Worksheet reshape(Worksheet worksheet) {
            return worksheet.with(layer, this::changed);
        }

        private Layer changed(Layer old) {
            boolean has = old.biases() != null;
            return has == biased || old.isWeightless()
                    ? old
                    : biased
                            ? old.withBiases(Vector.of(new double[old.size()]))
                            : old.withBiases(null).withFrozen(old.weightsFrozen(), false);
        }
    }

    /** Says what of a layer an update leaves alone; what it has not cannot be frozen. */
    record Freeze(String layer, boolean weights, boolean biases) implements Structure {
        @Override
        public Worksheet reshape(Worksheet worksheet) {
            return worksheet.with(
                    layer,
                    old ->
                            old.withFrozen(
                                    weights && !old.isWeightless(),
                                    biases && old.biases() != null));
        }
    }

    record SetLoss(Loss loss) implements Structure {
        @Override
        public Worksheet reshape(Worksheet worksheet) {
            return worksheet.with(worksheet.problem().with(loss));
        }
    }

    /** Sets the δ of a Huber loss. */
    record SetDelta(double delta) implements Structure {
        @Override
        public Worksheet reshape(Worksheet worksheet) {
            return worksheet.with(worksheet.problem().withDelta(delta));
        }
    }

    record SetPenalty(Penalty penalty) implements Structure {
        @Override
        public Worksheet reshape(Worksheet worksheet) {
            return worksheet.with(worksheet.problem().with(penalty));
        }
    }

    record SetReduction(Reduction reduction) implements Structure {
        @Override
        public Worksheet reshape(Worksheet worksheet) {
            return worksheet.with(worksheet.problem().with(reduction));
        }
    }

    record SetOptimizer(Optimizer optimizer) implements Structure {
        @Override
        public Worksheet reshape(Worksheet worksheet) {
            Problem problem = worksheet.problem();
            boolean same = optimizer.getClass().equals(problem.optimizer().getClass());
            OptimizerState state = problem.state();
            return worksheet.with(problem.with(optimizer).with(same ? state : state.restarted()));
        }
    }

    /** Has every update begin from zero, or carry on what the optimizer keeps, from zero now. */
    record CarryOn(boolean carried) implements Structure {
        @Override
        public Worksheet reshape(Worksheet worksheet) {
            return worksheet.with(
                    worksheet.problem().with(carried ? OptimizerState.ZERO : OptimizerState.NONE));
        }
    }

    /** Draws a layer's weights anew and sets its biases to 0. */
    record Randomise(String layer, Initialiser initialiser) implements Structure {
        @Override
        public Worksheet reshape(Worksheet worksheet) {
            Reshaping reshaping = new Reshaping(worksheet, initialiser);
            return worksheet.with(layer, reshaping::drawn);
        }

        /** The same for all layers, as one edit. */
        public static Edit all(Network network, Initialiser initialiser) {
            return new Edit.Several(
                    network.layers().stream()
                            .map(layer -> new Randomise(layer.name(), initialiser))
                            .toList());
        }
    }
}
