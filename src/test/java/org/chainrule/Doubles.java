package org.chainrule;

import java.util.SplittableRandom;

/** Random doubles over all that there are. */
public final class Doubles {
    private Doubles() {}

    /** Any finite double: first those at the edges, then any of all bits. */
    public static double finite(long seed) {
        double[] edges = {
            0.0,
            -0.0,
            1,
            -1,
            0.1,
            Double.MIN_VALUE,
            -Double.MIN_VALUE,
            Double.MIN_NORMAL,
            Math.nextDown(Double.MIN_NORMAL),
            Double.MAX_VALUE,
            -Double.MAX_VALUE,
            0x1p53,
            Math.nextUp(1.0),
            1e21,
            1e-7,
            1e22,
            1e23
        };
        if (seed < edges.length) {
            return edges[(int) seed];
        }
        return new SplittableRandom(seed)
                .longs()
                .mapToDouble(Double::longBitsToDouble)
                .filter(Double::isFinite)
                .findFirst()
                .orElseThrow();
    }
}
