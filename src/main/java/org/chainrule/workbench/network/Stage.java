package org.chainrule.workbench.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Ref;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Layer;
import org.chainrule.notation.Notation;
import org.chainrule.solution.Line;
import org.chainrule.solution.Paths;
import org.chainrule.solution.Solution;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.worksheet.Step;
import org.jspecify.annotations.Nullable;

/**
 * What of the network's drawing is in emphasis, and which way numbers run in it: what the step
 * works out, or the path of the selected number; the shape of {@code stage.ts}.
 *
 * @param step the key of the step on show
 * @param flow 1 forward, −1 backward, 0 neither
 * @param nodes by column, inputs first and targets last: the lit row, {@link #ALL} or {@link #NONE}
 * @param layers those whose edges are lit, where both their ends are; from 0
 * @param errors the first column whose error gradients stand there
 * @param role what gives the numbers that run their colour
 * @param carried what lit edges carry
 */
record Stage(
        String step,
        int flow,
        List<Integer> nodes,
        List<Integer> layers,
        int errors,
        String role,
        List<Carried> carried) {
    private static final int ALL = -1;
    private static final int NONE = -2;

    /**
     * A number on an edge beside its weight.
     *
     * @param edge the weight's address
     * @param q the address of the number, or of the sum that it is a term of
     * @param role what gives it its colour
     */
    record Carried(String edge, String q, String text, String role) {}

    static Stage of(Shown shown) {
        return new Staging(shown).stage();
    }

    /** Makes a stage. */
    private static final class Staging {
        private final Shown shown;
        private final int depth;
        private final List<Integer> nodes;
        private final List<Integer> layers = new ArrayList<>();
        private final List<Carried> carried = new ArrayList<>();
        private int flow;

        Staging(Shown shown) {
            this.shown = shown;
            depth = shown.network().depth();
            nodes = new ArrayList<>(Collections.nCopies(depth + 2, NONE));
        }

        Stage stage() {
            Quantity selection = shown.view().selection();
            if (selection == null) {
                step();
            } else {
                select(selection);
            }
            return new Stage(
                    shown.view().step().key(),
                    flow,
                    List.copyOf(nodes),
                    List.copyOf(layers),
                    errors(),
                    Notation.role(running(selection)),
                    List.copyOf(carried));
        }

        /** An error gradient stands there from its step on, and while it is selected. */
        private int errors() {
            int first =
                    switch (shown.view().step()) {
                        case FORWARD -> depth + 1;
                        case OUTPUT_ERROR -> depth;
                        case HIDDEN_ERROR, OUTPUT_WEIGHTS, HIDDEN_WEIGHTS, REDUCE, UPDATE -> 1;
                    };
            Quantity selection = shown.view().selection();
            return selection != null && selection.kind() == shown.display().way().error()
                    ? Math.min(first, column(selection))
                    : first;
        }

        /** The kind of number that runs along the edges. */
        private Kind running(@Nullable Quantity selection) {
            if (selection != null) {
                return selection.kind() == Kind.P ? Kind.Z : selection.kind();
            }
            return switch (shown.view().step()) {
                case FORWARD -> Kind.Z;
                case OUTPUT_ERROR, HIDDEN_ERROR -> Kind.DZ;
                case OUTPUT_WEIGHTS, HIDDEN_WEIGHTS, REDUCE -> Kind.DW;
                case UPDATE -> Kind.NW;
            };
        }

        private void step() {
            switch (shown.view().step()) {
                case FORWARD -> {
                    flow = 1;
                    light(0, depth + 1);
                }
                case OUTPUT_ERROR -> {
                    flow = -1;
                    light(depth, depth + 1);
                }
                case HIDDEN_ERROR -> {
                    flow = -1;
                    if (depth > 1) {
                        light(1, depth);
                        hidden().forEach(layer -> neurons(layer).forEach(this::shares));
                    }
                }
                case OUTPUT_WEIGHTS -> {
                    flow = -1;
                    light(depth - 1, depth);
                    carry(Kind.DW, List.of(shown.network().last()));
                }
                case HIDDEN_WEIGHTS -> {
                    flow = -1;
                    if (depth > 1) {
                        light(0, depth - 1);
                        carry(Kind.DW, hidden());
                    }
                }
                case REDUCE -> {
                    light(0, depth);
                    carry(Kind.DW, shown.network().layers());
                }
                case UPDATE -> {
                    light(0, depth);
                    carry(Kind.NW, shown.network().layers());
                }
            }
        }

        private void select(Quantity selected) {
            int column = column(selected);
            switch (selected.kind()) {
                case X -> nodes.set(0, selected.k() - 1);
                case Y -> nodes.set(depth + 1, selected.k() - 1);
                case W -> edge(selected);
                case U, M, V, NU, NM, NV, MH, VH ->
                        select(selected.as(selected.t() > 0 ? Kind.W : Kind.B));
                case B, S, NB -> nodes.set(column, selected.k() - 1);
                case P -> {
                    flow = 1;
                    layers.add(column - 1);
                    boolean own = shown.network().layer(column - 1).isWeightless();
                    nodes.set(column - 1, own ? selected.k() - 1 : ALL);
                    nodes.set(column, selected.k() - 1);
                    shares(selected);
                }
                case Z -> {
                    flow = 1;
                    nodes.set(column, isSoftmax(column) ? ALL : selected.k() - 1);
                }
                case DZ, DP, DB, DX -> {
                    back(column, selected.k());
                    shares(selected);
                }
                case DW -> {
                    back(column, selected.k());
                    edge(selected);
                    carry(selected, shown.ref(selected));
                }
                case NW -> {
                    edge(selected);
                    carry(selected, shown.ref(selected));
                }
                case J -> {
                    flow = 1;
                    light(depth, depth + 1);
                }
                case LR -> {
                    light(0, depth);
                    carry(Kind.NW, shown.network().layers());
                }
            }
        }

        /** Its column of the drawing; of what belongs to no layer, 0. */
        private int column(Quantity quantity) {
            return shown.network().indexOf(quantity.layer()) + 1;
        }

        private boolean isSoftmax(int column) {
            return shown.network().layer(column - 1).activation() == Activation.SOFTMAX;
        }

        private void light(int from, int to) {
            for (int column = from; column <= to; column++) {
                nodes.set(column, ALL);
                if (column > from && column <= depth) {
                    layers.add(column - 1);
                }
            }
        }

        private void edge(Quantity parameter) {
            int column = column(parameter);
            nodes.set(column - 1, parameter.t() - 1);
            nodes.set(column, parameter.k() - 1);
            layers.add(column - 1);
        }

        /** All paths from J to neuron {@code k} of a column. */
        private void back(int column, int k) {
            flow = -1;
            light(column, depth + 1);
            nodes.set(column, k - 1);
            boolean own = column == depth && !isSoftmax(column);
            nodes.set(depth + 1, own ? k - 1 : ALL);
        }

        private List<Layer> hidden() {
            return shown.network().layers().subList(0, depth - 1);
        }

        /** What step 2 works out of them: δ, where that has no other number before it. */
        private Stream<Quantity> neurons(Layer layer) {
            Kind kind = shown.display().way().hasErrors() ? Kind.DZ : Kind.DP;
            return IntStream.rangeClosed(1, layer.size())
                    .mapToObj(k -> new Quantity(kind, layer.name(), k, 0));
        }

        /** The terms of a sum, each on its edge. */
        private void shares(Quantity sum) {
            if (!NetworkScene.isDense(shown.network()) && shown.isReached(sum)) {
                Line line = Solution.line(shown.display(), shown.ref(sum));
                for (Paths.Path path : Paths.each(shown.display(), line)) {
                    Quantity weight = path.parameter();
                    if (weight != null && weight.kind() == Kind.W) {
                        put(weight, sum, path.share());
                    }
                }
            }
        }

        private void carry(Kind kind, List<Layer> layers) {
            if (NetworkScene.isDense(shown.network())) {
                return;
            }
            Step step = shown.view().step();
            boolean ofSample = shown.isBatch() && !Solution.isOfBatch(step) && kind == Kind.DW;
            for (Layer layer : layers) {
                for (int k = 1; k <= layer.size(); k++) {
                    for (int t = 1; t <= layer.sources(); t++) {
                        Quantity number = new Quantity(kind, layer.name(), k, t);
                        carry(
                                number,
                                ofSample
                                        ? new Ref(number, shown.view().sample())
                                        : shown.ref(number));
                    }
                }
            }
        }

        private void carry(Quantity number, Ref ref) {
            boolean reached = shown.isReached(number) || !ref.isBatch();
            if (reached && !NetworkScene.isDense(shown.network())) {
                String text = shown.text(ref);
                put(number.as(Kind.W), number, number.kind() == Kind.NW ? "→ " + text : text);
            }
        }

        private void put(Quantity weight, Quantity number, String text) {
            carried.add(
                    new Carried(
                            weight.address(),
                            number.address(),
                            text,
                            Notation.role(number.kind())));
        }
    }
}
