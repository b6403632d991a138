package org.chainrule.engine.training;

import java.util.List;
import java.util.stream.IntStream;

/** J and its gradient's norm at every n-th epoch, with n doubled whenever the series is full. */
final class Series {
    static final int MOST = 1_024;

    private final int[] epochs = new int[MOST];
    private final double[] losses = new double[MOST];
    private final double[] norms = new double[MOST];
    private int size;
    private int stride = 1;

    boolean wants(int epoch) {
        return epoch % stride == 0;
    }

    /** An epoch that was not wanted stands only until the next one. */
    void add(int epoch, double loss, double norm) {
        if (size > 0 && (epochs[size - 1] % stride != 0 || epochs[size - 1] == epoch)) {
            size--;
        }
        if (size == MOST) {
            thin();
        }
        epochs[size] = epoch;
        losses[size] = loss;
        norms[size++] = norm;
    }

    private void thin() {
        stride *= 2;
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (epochs[i] % stride == 0) {
                epochs[kept] = epochs[i];
                losses[kept] = losses[i];
                norms[kept++] = norms[i];
            }
        }
        size = kept;
    }

    List<Measured> copy() {
        return IntStream.range(0, size)
                .mapToObj(i -> new Measured(epochs[i], losses[i], norms[i]))
                .toList();
    }

    static long bytes() {
        return MOST * (Integer.BYTES + 2L * Double.BYTES);
    }
}
