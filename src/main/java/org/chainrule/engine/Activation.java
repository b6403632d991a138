package org.chainrule.engine;

import org.apache.commons.numbers.gamma.Erfc;

/**
 * What a neuron makes of its preactivation p: z = g(p), and its slope g′(p).
 *
 * <p>All but {@link #SOFTMAX} act on one neuron alone; softmax reads its whole layer and is
 * computed by {@link Softmax}. Each is finite wherever its true value is.
 */
public enum Activation {
    IDENTITY("identity") {
        @Override
        public double value(double p, double slope) {
            return p;
        }

        @Override
        public double derivative(double p, double slope) {
            return Double.isNaN(p) ? p : 1;
        }
    },
    /** max(0, p); its slope at 0 is 0 (sheet). */
    RELU("relu") {
        @Override
        public double value(double p, double slope) {
            return p > 0 ? p : Double.isNaN(p) ? p : 0;
        }

        @Override
        public double derivative(double p, double slope) {
            return p > 0 ? 1 : Double.isNaN(p) ? p : 0;
        }
    },
    LEAKY_RELU("leaky-relu") {
        @Override
        public double value(double p, double slope) {
            return p > 0 ? p : slope * p;
        }

        @Override
        public double derivative(double p, double slope) {
            return p > 0 ? 1 : Double.isNaN(p) ? p : slope;
        }
    },
    /** e^p − 1 where p ≤ 0. */
    ELU("elu") {
        @Override
        public double value(double p, double slope) {
            return p > 0 ? p : Math.expm1(p);
        }

        @Override
        public double derivative(double p, double slope) {
            return p > 0 ? 1 : Math.exp(p);
        }
    },
    SIGMOID("sigmoid") {
        @Override
        public double value(double p, double slope) {
            return sigmoid(p);
        }

        @Override
        public double derivative(double p, double slope) {
            return sigmoid(p) * sigmoid(-p);
        }
    },
    TANH("tanh") {
        @Override
        public double value(double p, double slope) {
            return Math.tanh(p);
        }

        /* 1 − tanh²(p), taken as 1/cosh²(p) to keep its digits far from 0. */
        @Override
        public double derivative(double p, double slope) {
            double cosh = Math.cosh(p);
            return 1 / cosh / cosh;
        }
    },
    /** ln(1 + e^p). */
    SOFTPLUS("softplus") {
        @Override
        public double value(double p, double slope) {
            return softplus(p);
        }

        @Override
        public double derivative(double p, double slope) {
            return sigmoid(p);
        }
    },
    /** p · σ(p), also called swish. */
    SILU("silu") {
        @Override
        public double value(double p, double slope) {
            return p == Double.NEGATIVE_INFINITY ? 0 : p * sigmoid(p);
        }

        @Override
        public double derivative(double p, double slope) {
            return sigmoid(p) + timesVanishing(p, sigmoid(p) * sigmoid(-p));
        }
    },
    /**
     * p · Φ(p) with the normal distribution function Φ: the exact one, by erf (Hendrycks and
     * Gimpel, arXiv:1606.08415).
     */
    GELU("gelu") {
        @Override
        public double value(double p, double slope) {
            return timesVanishing(p, normalCdf(p));
        }

        @Override
        public double derivative(double p, double slope) {
            return normalCdf(p) + timesVanishing(p, normalPdf(p));
        }
    },
    /** e^pₖ over the sum of e^pⱼ of its layer. Only the last layer may have it. */
    SOFTMAX("softmax") {
        @Override
        public double value(double p, double slope) {
            throw new UnsupportedOperationException("softmax reads a whole layer");
        }

        @Override
        public double derivative(double p, double slope) {
            throw new UnsupportedOperationException("softmax has a Jacobian, not one slope");
        }
    };

    private static final double SQRT_HALF = Math.sqrt(0.5);
    private static final double INVERSE_SQRT_2PI = 1 / Math.sqrt(2 * Math.PI);

    private final String key;

    Activation(String key) {
        this.key = key;
    }

    /** Its name in documents and links. */
    public String key() {
        return key;
    }

    /**
     * g(p).
     *
     * @param slope the slope of a leaky ReLU where p ≤ 0; unused by the others
     */
    public abstract double value(double p, double slope);

    /** g′(p), with the same {@code slope}. */
    public abstract double derivative(double p, double slope);

    /**
     * σ(p) = 1/(1 + e^−p). Its complement 1 − σ(p) is σ(−p), which keeps the digits that the
     * subtraction loses.
     */
    public static double sigmoid(double p) {
        if (p >= 0) {
            return 1 / (1 + Math.exp(-p));
        }
        double e = Math.exp(p);
        return e / (1 + e);
    }

    /** ln(1 + e^p). */
    public static double softplus(double p) {
        return Math.max(p, 0) + Math.log1p(Math.exp(-Math.abs(p)));
    }

    /** Φ(p), the distribution function of the standard normal. */
    public static double normalCdf(double p) {
        return 0.5 * Erfc.value(-p * SQRT_HALF);
    }

    /** φ(p), the density of the standard normal. */
    public static double normalPdf(double p) {
        return INVERSE_SQRT_2PI * Math.exp(-0.5 * p * p);
    }

    /** p · factor, where a factor that has vanished wins over a p that has overflowed. */
    private static double timesVanishing(double p, double factor) {
        return factor == 0 ? 0 : p * factor;
    }
}
