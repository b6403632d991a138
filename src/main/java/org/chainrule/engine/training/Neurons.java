package org.chainrule.engine.training;

import java.util.EnumMap;
import java.util.Map;
import org.chainrule.engine.Activation;

/**
 * Activations z and their slopes g′(p) of many preactivations p at once.
 *
 * <p>Slopes come from the exponential and not from z, so that they keep their digits where z is
 * nearly 1.
 */
final class Neurons {
    /** A sum below this may have lost its sign to rounding. */
    static final double DOUBTFUL = 1e-10;

    /** What is faster than one value after another. */
    private interface Kernel {
        void run(double shape, double[] p, double[] z, double[] slope, int size);
    }

    private static final Map<Activation, Kernel> KERNELS =
            new EnumMap<>(
                    Map.of(
                            Activation.TANH, Neurons::tanh,
                            Activation.BIPOLAR_SIGMOID,
                                    (c, p, z, slope, size) -> tanh(c / 2, p, z, slope, size),
                            Activation.SIGMOID, Neurons::sigmoid,
                            Activation.SILU, (_, p, z, slope, size) -> silu(p, z, slope, size),
                            Activation.ELU, (_, p, z, slope, size) -> elu(p, z, slope, size),
                            Activation.RELU, (_, p, z, slope, size) -> leaky(0, p, z, slope, size),
                            Activation.LEAKY_RELU, Neurons::leaky));

    private Neurons() {}

    /** Whether the slope jumps at 0, so that there the sign of p must be the true one. */
    static boolean hasKink(Activation activation) {
        return activation == Activation.RELU
                || activation == Activation.LEAKY_RELU
                || activation.isRule();
    }

    /** From {@code p} to {@code z} and {@code slope} of {@code size} neurons. */
    static void activate(
            Activation activation, double shape, double[] p, double[] z, double[] slope, int size) {
        Kernel kernel = KERNELS.get(activation);
        if (kernel == null) {
            others(activation, shape, p, z, slope, size);
        } else {
            kernel.run(shape, p, z, slope, size);
        }
    }

    /** With e = e^(−2c|p|): tanh|cp| = (1 − e)/(1 + e), and its slope is 4ce/(1 + e)². */
    private static void tanh(double c, double[] p, double[] z, double[] slope, int size) {
        for (int i = 0; i < size; i++) {
            double y = Exponential.bounded(-2 * c * Math.abs(p[i]));
            double shifted = Exponential.shifted(y);
            double power = Exponential.power(shifted);
            double rest = Exponential.rest(y, shifted);
            double minusOne = Math.fma(power, rest, power - 1);
            double inverse = 1 / (2 + minusOne);
            z[i] = Math.copySign(minusOne * inverse, p[i]);
            slope[i] = 4 * c * Math.fma(power, rest, power) * inverse * inverse;
        }
    }

    /** With e = e^−cp: σ = 1/(1 + e), and its slope is ce/(1 + e)². */
    private static void sigmoid(double c, double[] p, double[] z, double[] slope, int size) {
        for (int i = 0; i < size; i++) {
            double y = Exponential.bounded(-c * p[i]);
            double shifted = Exponential.shifted(y);
            double power = Exponential.power(shifted);
            double e = Math.fma(power, Exponential.rest(y, shifted), power);
            double inverse = 1 / (1 + e);
            z[i] = inverse;
            slope[i] = c * (e * inverse * inverse);
        }
    }

    private static void silu(double[] p, double[] z, double[] slope, int size) {
        sigmoid(1, p, z, slope, size);
        for (int i = 0; i < size; i++) {
            slope[i] = Math.fma(p[i], slope[i], z[i]);
            z[i] *= p[i];
        }
    }

    private static void elu(double[] p, double[] z, double[] slope, int size) {
        for (int i = 0; i < size; i++) {
            double y = Exponential.bounded(p[i]);
            double shifted = Exponential.shifted(y);
            double power = Exponential.power(shifted);
            double rest = Exponential.rest(y, shifted);
            z[i] = p[i] > 0 ? p[i] : Math.fma(power, rest, power - 1);
            slope[i] = p[i] > 0 ? 1 : Math.fma(power, rest, power);
        }
    }

    private static void leaky(double leak, double[] p, double[] z, double[] slope, int size) {
        for (int i = 0; i < size; i++) {
            z[i] = p[i] > 0 ? p[i] : leak * p[i];
            slope[i] = p[i] > 0 ? 1 : leak;
        }
    }

    private static void others(
            Activation activation, double shape, double[] p, double[] z, double[] slope, int size) {
        for (int i = 0; i < size; i++) {
            z[i] = activation.value(p[i], shape);
            slope[i] = activation.derivative(p[i], shape);
        }
    }
}
