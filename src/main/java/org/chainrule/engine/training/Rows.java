package org.chainrule.engine.training;

/**
 * Sums over rows of samples. The order of every sum is fixed, and the same whether a loop becomes
 * vector instructions or not.
 */
final class Rows {
    private Rows() {}

    /** {@code sum[s] += Σᵢ factors[at + i · stride] · rows[i][s]} over the first {@code count}. */
    static void addCombination(
            double[] sum,
            double[][] rows,
            int count,
            double[] factors,
            int at,
            int stride,
            int samples) {
        int i = 0;
        int factor = at;
        for (; i < count - 3; i += 4) {
            double f0 = factors[factor];
            double f1 = factors[factor + stride];
            double f2 = factors[factor + 2 * stride];
            double f3 = factors[factor + 3 * stride];
            addFour(sum, rows[i], f0, rows[i + 1], f1, rows[i + 2], f2, rows[i + 3], f3, samples);
            factor += 4 * stride;
        }
        for (; i < count; i++) {
            addOne(sum, rows[i], factors[factor], samples);
            factor += stride;
        }
    }

    private static void addFour(
            double[] sum,
            double[] a,
            double byA,
            double[] b,
            double byB,
            double[] c,
            double byC,
            double[] d,
            double byD,
            int samples) {
        for (int s = 0; s < samples; s++) {
            double ab = Math.fma(byB, b[s], Math.fma(byA, a[s], sum[s]));
            sum[s] = Math.fma(byD, d[s], Math.fma(byC, c[s], ab));
        }
    }

    private static void addOne(double[] sum, double[] a, double byA, int samples) {
        for (int s = 0; s < samples; s++) {
            sum[s] = Math.fma(byA, a[s], sum[s]);
        }
    }

    /** {@code row[s] *= by[s]}. */
    static void multiply(double[] row, double[] by, int samples) {
        for (int s = 0; s < samples; s++) {
            row[s] *= by[s];
        }
    }

    /** {@code sums[at + i] += Σₛ row[s] · rows[i][s]} over the first {@code count}. */
    static void addProducts(
            double[] sums, int at, double[] row, double[][] rows, int count, int samples) {
        int i = 0;
        for (; i < count - 3; i += 4) {
            addFourProducts(
                    sums, at + i, row, rows[i], rows[i + 1], rows[i + 2], rows[i + 3], samples);
        }
        for (; i < count; i++) {
            addProduct(sums, at + i, row, rows[i], samples);
        }
    }

    /* Eight sums at once do not wait for one another's last addition. */
    private static void addFourProducts(
            double[] sums,
            int at,
            double[] row,
            double[] a,
            double[] b,
            double[] c,
            double[] d,
            int samples) {
        double a0 = 0;
        double a1 = 0;
        double b0 = 0;
        double b1 = 0;
        double c0 = 0;
        double c1 = 0;
        double d0 = 0;
        double d1 = 0;
        int s = 0;
        for (; s < samples - 1; s += 2) {
            double even = row[s];
            double odd = row[s + 1];
            a0 = Math.fma(even, a[s], a0);
            a1 = Math.fma(odd, a[s + 1], a1);
            b0 = Math.fma(even, b[s], b0);
            b1 = Math.fma(odd, b[s + 1], b1);
            c0 = Math.fma(even, c[s], c0);
            c1 = Math.fma(odd, c[s + 1], c1);
            d0 = Math.fma(even, d[s], d0);
            d1 = Math.fma(odd, d[s + 1], d1);
        }
        if (s < samples) {
            a0 = Math.fma(row[s], a[s], a0);
            b0 = Math.fma(row[s], b[s], b0);
            c0 = Math.fma(row[s], c[s], c0);
            d0 = Math.fma(row[s], d[s], d0);
        }
        sums[at] += a0 + a1;
        sums[at + 1] += b0 + b1;
        sums[at + 2] += c0 + c1;
        sums[at + 3] += d0 + d1;
    }

    private static void addProduct(double[] sums, int at, double[] row, double[] a, int samples) {
        double a0 = 0;
        double a1 = 0;
        double a2 = 0;
        double a3 = 0;
        int s = 0;
        for (; s < samples - 3; s += 4) {
            a0 = Math.fma(row[s], a[s], a0);
            a1 = Math.fma(row[s + 1], a[s + 1], a1);
            a2 = Math.fma(row[s + 2], a[s + 2], a2);
            a3 = Math.fma(row[s + 3], a[s + 3], a3);
        }
        for (; s < samples; s++) {
            a0 = Math.fma(row[s], a[s], a0);
        }
        sums[at] += (a0 + a1) + (a2 + a3);
    }

    static double sum(double[] row, int samples) {
        double sum0 = 0;
        double sum1 = 0;
        int s = 0;
        for (; s < samples - 1; s += 2) {
            sum0 += row[s];
            sum1 += row[s + 1];
        }
        return sum0 + (s < samples ? sum1 + row[s] : sum1);
    }

    /** 0, or NaN where a number is not finite. */
    static double check(double[] row, int samples) {
        double check0 = 0;
        double check1 = 0;
        int s = 0;
        for (; s < samples - 1; s += 2) {
            check0 += row[s] * 0;
            check1 += row[s + 1] * 0;
        }
        return s < samples ? check0 + check1 + row[s] * 0 : check0 + check1;
    }
}
