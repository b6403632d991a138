package org.chainrule.engine;

/**
 * Inner products as if in twice the working precision (Ogita, Rump, Oishi, "Accurate sum and dot
 * product", 2005, Dot2), so that a sum which cancels keeps its sign, and ReLU its side of 0.
 */
public final class Dot {
    private Dot() {}

    /** {@code start} + Σₜ a[from + t] · b[t] over {@code b}. */
    static double product(double start, double[] a, int from, double[] b) {
        return product(start, a, from, b, 0, b.length);
    }

    /** {@code start} + Σₜ a[fromA + t] · b[fromB + t] over t from 0 to {@code count} − 1. */
    public static double product(
            double start, double[] a, int fromA, double[] b, int fromB, int count) {
        double sum = start;
        double error = 0;
        for (int t = 0; t < count; t++) {
            double product = a[fromA + t] * b[fromB + t];
            double productError = Math.fma(a[fromA + t], b[fromB + t], -product);
            double next = sum + product;
            double part = next - sum;
            error += (sum - (next - part)) + (product - part) + productError;
            sum = next;
        }
        return compensated(sum, error);
    }

    /** Σₖ a[k] · b[k · stride + column] over {@code a}: a row times a matrix's column. */
    static double column(double[] a, double[] b, int stride, int column) {
        double sum = 0;
        double error = 0;
        for (int k = 0; k < a.length; k++) {
            double factor = b[k * stride + column];
            double product = a[k] * factor;
            double productError = Math.fma(a[k], factor, -product);
            double next = sum + product;
            double part = next - sum;
            error += (sum - (next - part)) + (product - part) + productError;
            sum = next;
        }
        return compensated(sum, error);
    }

    /** An overflowed sum has no error term worth adding: it would only turn ∞ into NaN. */
    private static double compensated(double sum, double error) {
        return Double.isFinite(error) && Double.isFinite(sum) ? sum + error : sum;
    }
}
