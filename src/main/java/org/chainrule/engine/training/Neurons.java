package org.chainrule.engine.training;

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

    private Neurons() {}

    /** Whether the slope jumps at 0, so that there the sign of p must be the true one. */
    static boolean hasKink(Activation activation) {
        return activation == Activation.RELU || activation == Activation.LEAKY_RELU;
    }

    /** From {@code p} to {@code z} and {@code slope} of {@code size} neurons. */
    static void activate(
            Activation activation, double leak, double[] p, double[] z, double[] slope, int size) {
        switch (activation) {
            case TANH -> tanh(p, z, slope, size);
            case SIGMOID -> sigmoid(p, z, slope, size);
            case SILU -> silu(p, z, slope, size);
            case ELU -> elu(p, z, slope, size);
            case RELU -> leaky(0, p, z, slope, size);
            case LEAKY_RELU -> leaky(leak, p, z, slope, size);
            case IDENTITY, SOFTPLUS, GELU, SOFTMAX -> others(activation, p, z, slope, size);
        }
    }

    /** With e = e^(−2|p|): tanh|p| = (1 − e)/(1 + e), and its slope is 4e/(1 + e)². */
    private static void tanh(double[] p, double[] z, double[] slope, int size) {
        for (int i = 0; i < size; i++) {
            double y = Exponential.bounded(-2 * Math.abs(p[i]));
            double shifted = Exponential.shifted(y);
            double power = Exponential.power(shifted);
            double rest = Exponential.rest(y, shifted);
            double minusOne = Math.fma(power, rest, power - 1);
            double inverse = 1 / (2 + minusOne);
            z[i] = Math.copySign(minusOne * inverse, p[i]);
            slope[i] = 4 * Math.fma(power, rest, power) * inverse * inverse;
        }
    }

    /** With e = e^−p: σ = 1/(1 + e), and its slope is e/(1 + e)². */
    private static void sigmoid(double[] p, double[] z, double[] slope, int size) {
        for (int i = 0; i < size; i++) {
            double y = Exponential.bounded(-p[i]);
            double shifted = Exponential.shifted(y);
            double power = Exponential.power(shifted);
            double e = Math.fma(power, Exponential.rest(y, shifted), power);
            double inverse = 1 / (1 + e);
            z[i] = inverse;
            slope[i] = e * inverse * inverse;
        }
    }

    private static void silu(double[] p, double[] z, double[] slope, int size) {
        sigmoid(p, z, slope, size);
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
            Activation activation, double[] p, double[] z, double[] slope, int size) {
        for (int i = 0; i < size; i++) {
            z[i] = activation.value(p[i], 0);
            slope[i] = activation.derivative(p[i], 0);
        }
    }
}
