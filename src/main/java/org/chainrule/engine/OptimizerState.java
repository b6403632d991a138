package org.chainrule.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * What an optimizer has kept of the updates before: the velocity u of momentum, Adam's m and v, the
 * mean square v of RMSProp.
 *
 * @param carried whether an update carries it on; else every update begins from zero
 * @param updates how many updates there were: Adam's t
 * @param first u or m, layer by layer: weights row by row, then biases; empty where there is none
 * @param second v, in the same order
 */
public record OptimizerState(
        boolean carried, long updates, List<Vector> first, List<Vector> second) {
    /** The most updates that are counted. */
    public static final int MOST_UPDATES = 1_000_000;

    /** Every update begins from zero. */
    public static final OptimizerState NONE = new OptimizerState(false, 0, List.of(), List.of());

    /** Nothing is kept yet, and what comes is carried on. */
    public static final OptimizerState ZERO = new OptimizerState(true, 0, List.of(), List.of());

    public OptimizerState {
        if (updates < 0 || updates > MOST_UPDATES) {
            throw new IllegalArgumentException(updates + " updates");
        }
        first = List.copyOf(first);
        second = List.copyOf(second);
    }

    /** From zero, carried on or not as here. */
    public OptimizerState restarted() {
        return carried ? ZERO : NONE;
    }

    /**
     * This state as {@code optimizer} has it for {@code network}: from zero where it is another's.
     */
    OptimizerState of(Optimizer optimizer, Network network) {
        boolean one = optimizer.keepsFirst();
        boolean two = optimizer.keepsSecond();
        if (!carried || !(one || two)) {
            return NONE;
        }
        List<Vector> zeros = zeros(network);
        boolean fits = fits(first, one, zeros) && fits(second, two, zeros);
        return new OptimizerState(
                true,
                fits ? updates : 0,
                one ? (fits && !first.isEmpty() ? first : zeros) : List.of(),
                two ? (fits && !second.isEmpty() ? second : zeros) : List.of());
    }

    private static boolean fits(List<Vector> kept, boolean wanted, List<Vector> zeros) {
        if (kept.isEmpty()) {
            return true;
        }
        boolean fits = wanted && kept.size() == zeros.size();
        for (int l = 0; fits && l < kept.size(); l++) {
            fits = kept.get(l).size() == zeros.get(l).size();
        }
        return fits;
    }

    private static List<Vector> zeros(Network network) {
        List<Vector> zeros = new ArrayList<>();
        for (Layer layer : network.layers()) {
            zeros.add(Vector.of(new double[layer.parameters()]));
        }
        return zeros;
    }

    /** Whether u or m is 0 throughout: nothing of it needs to be written. */
    public boolean isFirstZero() {
        return isZero(first);
    }

    /** The same of v. */
    public boolean isSecondZero() {
        return isZero(second);
    }

    private static boolean isZero(List<Vector> numbers) {
        return numbers.stream().allMatch(each -> each.equals(Vector.of(new double[each.size()])));
    }

    /**
     * The place of the weight from source t to neuron k among a layer's numbers, or of the neuron's
     * bias where t is −1.
     */
    public static int place(Layer layer, int k, int t) {
        return t < 0 ? layer.size() * layer.sources() + k : k * layer.sources() + t;
    }

    /** u or m of one parameter of layer l, or 0. */
    public double first(int l, int place) {
        return first.isEmpty() ? 0 : first.get(l).at(place);
    }

    /** v of one parameter of layer l, or 0. */
    public double second(int l, int place) {
        return second.isEmpty() ? 0 : second.get(l).at(place);
    }
}
