package org.chainrule.worksheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Rounding;
import org.chainrule.derivation.Values;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.engine.OptimizerState;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Sample;
import org.chainrule.engine.training.Position;
import org.jspecify.annotations.Nullable;

/** A change of a worksheet: the only way in which one becomes another. */
public sealed interface Edit
        permits Edit.SetNumber,
                Edit.Several,
                Edit.ApplyUpdate,
                Edit.Trained,
                Edit.Revisit,
                Edit.SetArithmetic,
                Edit.Replace,
                SampleEdit,
                Structure {
    Worksheet apply(Worksheet worksheet);

    /**
     * Sets a parameter, input, target or the learning rate. Inputs and targets are those of {@code
     * sample}. A number that cannot be worked with on paper makes the worksheet exact.
     */
    record SetNumber(Quantity quantity, int sample, double value) implements Edit {
        @Override
        public Worksheet apply(Worksheet worksheet) {
            Problem problem = worksheet.problem();
            Problem changed =
                    switch (quantity.kind()) {
                        case X, Y -> problem.with(samples(problem.samples()));
                        case W, B -> problem.with(network(problem.network()));
                        case LR -> problem.with(problem.optimizer().withLearningRate(value));
                        case P, Z, S, DZ, DP, DW, DB, NW, NB, U, M, V, NU, NM, NV, MH, VH, DX, J ->
                                throw new IllegalArgumentException(quantity + " cannot be set");
                    };
            return worksheet.with(changed).exactIfLarge();
        }

        private List<Sample> samples(List<Sample> samples) {
            List<Sample> changed = new ArrayList<>(samples);
            Sample old = samples.get(sample);
            int i = quantity.k() - 1;
            changed.set(
                    sample,
                    quantity.kind() == Quantity.Kind.X
                            ? new Sample(old.x().with(i, value), old.y())
                            : new Sample(old.x(), old.y().with(i, value)));
            return changed;
        }

        private Network network(Network network) {
            int l = network.indexOf(quantity.layer());
            Layer layer = network.layer(l);
            int k = quantity.k() - 1;
            return network.with(
                    l,
                    quantity.kind() == Quantity.Kind.W
                            ? layer.withWeights(layer.weights().with(k, quantity.t() - 1, value))
                            : layer.withBiases(
                                    Objects.requireNonNull(layer.biases()).with(k, value)));
        }
    }

    /** Several edits as one. */
    record Several(List<? extends Edit> edits) implements Edit {
        public Several {
            edits = List.copyOf(edits);
        }

        @Override
        public Worksheet apply(Worksheet worksheet) {
            Worksheet changed = worksheet;
            for (Edit edit : edits) {
                changed = edit.apply(changed);
            }
            return changed;
        }
    }

    /**
     * Makes the updated parameters the current ones, and what the optimizer keeps after the update
     * what it has kept, where that is carried on.
     */
    record ApplyUpdate() implements Edit {
        @Override
        public Worksheet apply(Worksheet worksheet) {
            return apply(worksheet, worksheet.values());
        }

        /**
         * The same where the numbers are known.
         *
         * @param values of {@code worksheet}
         */
        public static Worksheet apply(Worksheet worksheet, Values values) {
            Worksheet changed = KeptState.after(worksheet, values);
            for (Layer layer : worksheet.problem().network().layers()) {
                for (int k = 1; k <= layer.size(); k++) {
                    for (int t = 1; t <= layer.sources(); t++) {
                        changed =
                                set(
                                        changed,
                                        values,
                                        Quantity.nw(layer.name(), k, t),
                                        Quantity.w(layer.name(), k, t));
                    }
                    if (layer.biases() != null) {
                        changed =
                                set(
                                        changed,
                                        values,
                                        Quantity.nb(layer.name(), k),
                                        Quantity.b(layer.name(), k));
                    }
                }
            }
            return changed;
        }

        /** A parameter that would overflow stays as it is: a worksheet holds finite numbers. */
        private static Worksheet set(
                Worksheet worksheet, Values values, Quantity from, Quantity to) {
            double value = values.value(from, Values.BATCH);
            return Double.isFinite(value)
                    ? new SetNumber(to, 0, value).apply(worksheet)
                    : worksheet;
        }
    }

    /**
     * Puts the parameters of a training run on the worksheet. They are full doubles, so what is
     * worked out from them is exact too.
     *
     * @param network of the same layers and neurons
     * @param state what the optimizer has kept by then; put there where the worksheet carries it on
     * @param run which of the history's runs, from 1
     * @param at where in the run
     */
    record Trained(Network network, OptimizerState state, int run, Position at) implements Edit {
        /** Parameters from which the optimizer begins anew. */
        public Trained(Network network, int run, Position at) {
            this(network, OptimizerState.ZERO, run, at);
        }

        @Override
        public Worksheet apply(Worksheet worksheet) {
            Problem problem = worksheet.problem();
            return worksheet.with(problem.with(network).with(state(problem))).with((Rounding) null);
        }

        private OptimizerState state(Problem problem) {
            return problem.state().carried() ? state : OptimizerState.NONE;
        }
    }

    /**
     * Puts the parameters of a state of the history on the worksheet, of the same layers and
     * neurons, and with them what the optimizer had kept. What updates leave alone stays as it is:
     * the learning rate, say.
     */
    record Revisit(History.Entry entry) implements Edit {
        @Override
        public Worksheet apply(Worksheet worksheet) {
            Problem present = worksheet.problem();
            Problem then = entry.worksheet().problem();
            OptimizerState state =
                    then.state().carried() ? then.state() : present.state().restarted();
            return worksheet.with(
                    present.with(then.network())
                            .with(present.state().carried() ? state : present.state()));
        }
    }

    /** Chooses the arithmetic: as on paper with this rounding, or exact. */
    record SetArithmetic(@Nullable Rounding paper) implements Edit {
        @Override
        public Worksheet apply(Worksheet worksheet) {
            return worksheet.with(paper);
        }
    }

    /** Puts another worksheet in the place of this one. */
    record Replace(Worksheet by) implements Edit {
        @Override
        public Worksheet apply(Worksheet worksheet) {
            return by;
        }
    }
}
