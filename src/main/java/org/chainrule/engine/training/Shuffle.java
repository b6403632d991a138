package org.chainrule.engine.training;

/**
 * The order of the samples in an epoch: a Fisher–Yates shuffle by SplitMix64 (Steele, Lea, Flood,
 * "Fast splittable pseudorandom number generators", 2014).
 *
 * <p>The generator of epoch e (from 0) starts at {@code mix(mix(seed) + e)}, where mix is its
 * output function. For i = n − 1 … 1 position i changes places with the upper 64 bits of the
 * generator's next number times i + 1 (both unsigned), which favours no place by more than n/2⁶⁴.
 */
final class Shuffle {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private Shuffle() {}

    /** The order of epoch {@code epoch}, from 0, into {@code order}. */
    static void into(int[] order, long seed, int epoch) {
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        long state = mix(mix(seed) + epoch);
        for (int i = order.length - 1; i > 0; i--) {
            state += GOLDEN_GAMMA;
            int j = (int) Math.unsignedMultiplyHigh(mix(state), i + 1L);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }

    private static long mix(long z) {
        long first = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long second = (first ^ (first >>> 27)) * 0x94d049bb133111ebL;
        return second ^ (second >>> 31);
    }
}
