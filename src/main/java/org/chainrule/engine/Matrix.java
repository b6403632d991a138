package org.chainrule.engine;

import java.util.Arrays;

/** An immutable table of doubles, {@code rows × columns}, equal to another bit for bit. */
public final class Matrix {
    private final int rows;
    private final int columns;
    private final double[] values;

    private Matrix(int rows, int columns, double[] values) {
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    /** A matrix of these rows, all of one length. */
    public static Matrix of(double[]... rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        double[] values = new double[rows.length * columns];
        for (int k = 0; k < rows.length; k++) {
            if (rows[k].length != columns) {
                throw new IllegalArgumentException(
                        "row " + k + ": " + rows[k].length + " numbers for " + columns);
            }
            System.arraycopy(rows[k], 0, values, k * columns, columns);
        }
        return new Matrix(rows.length, columns, values);
    }

    /** A matrix of so many rows without columns. */
    public static Matrix ofRows(int rows) {
        return new Matrix(rows, 0, new double[0]);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /** The number in row {@code k}, column {@code t}, both from 0. */
    public double at(int k, int t) {
        return values[k * columns + t];
    }

    /** This matrix with {@code value} in row {@code k}, column {@code t}. */
    public Matrix with(int k, int t, double value) {
        double[] changed = values.clone();
        changed[k * columns + t] = value;
        return new Matrix(rows, columns, changed);
    }

    public double[] row(int k) {
        return Arrays.copyOfRange(values, k * columns, (k + 1) * columns);
    }

    /** The numbers row by row, for kernels of this package that only read. */
    double[] raw() {
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Matrix that
                && rows == that.rows
                && columns == that.columns
                && Bits.equal(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * columns + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("[");
        for (int k = 0; k < rows; k++) {
            text.append(k == 0 ? "" : ", ").append(Arrays.toString(row(k)));
        }
        return text.append(']').toString();
    }
}
