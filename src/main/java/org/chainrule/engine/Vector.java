package org.chainrule.engine;

import java.util.Arrays;

/**
 * An immutable row of doubles. Two are equal when every number is, bit for bit, so that −0 differs
 * from 0.
 */
public final class Vector {
    private final double[] values;

    private Vector(double[] values) {
        this.values = values;
    }

    public static Vector of(double... values) {
        return new Vector(values.clone());
    }

    public int size() {
        return values.length;
    }

    /** The number at {@code i}, from 0. */
    public double at(int i) {
        return values[i];
    }

    /** This vector with {@code value} at {@code i}. */
    public Vector with(int i, double value) {
        double[] changed = values.clone();
        changed[i] = value;
        return new Vector(changed);
    }

    public double[] toArray() {
        return values.clone();
    }

    /** The numbers themselves, for kernels of this package that only read. */
    double[] raw() {
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Vector that && Bits.equal(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
