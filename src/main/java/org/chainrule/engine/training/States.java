package org.chainrule.engine.training;

import java.util.ArrayList;
import java.util.List;

/** States at every n-th epoch, with n doubled whenever their memory is full. */
final class States {
    /** Enough to go back to, however large a state is. */
    private static final int FEWEST = 8;

    private final int most;
    private final int size;

    /** The state after i · stride epochs. */
    private final List<double[]> states = new ArrayList<>();

    private int stride = 1;

    States(long bytes, double[] first) {
        size = first.length;
        most = (int) Math.max(FEWEST, bytes / (Math.max(1, size) * (long) Double.BYTES));
        states.add(first);
    }

    /** Whether the state after {@code epoch} epochs is the next to be kept. */
    boolean wants(int epoch) {
        return epoch == states.size() * stride;
    }

    void add(double[] state) {
        states.add(state);
        if (states.size() > most) {
            for (int i = 1; i < states.size(); i++) {
                states.remove(i);
            }
            stride *= 2;
        }
    }

    /** The last epoch up to {@code epoch} that has its state kept. */
    int before(int epoch) {
        return Math.min(epoch / stride, states.size() - 1) * stride;
    }

    /** The state after {@code epoch} epochs, which must be kept. */
    double[] at(int epoch) {
        return states.get(epoch / stride);
    }

    /** At most {@code most} kept epochs, evenly apart, from 0. */
    int[] epochs(int most) {
        int step = Math.ceilDiv(states.size(), most);
        int[] epochs = new int[Math.ceilDiv(states.size(), step)];
        for (int i = 0; i < epochs.length; i++) {
            epochs[i] = i * step * stride;
        }
        return epochs;
    }

    long bytes() {
        return states.size() * (long) size * Double.BYTES;
    }
}
