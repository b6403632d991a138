package org.chainrule.engine;

/**
 * What a neuron makes of its preactivation p: z = g(p), and its slope g′(p).
 *
 * <p>All but {@link #SOFTMAX} act on one neuron alone; softmax reads its whole layer and is
 * computed by {@link Softmax}. Each is finite wherever its true value is.
 */
public enum Activation {
    IDENTITY("identity", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false) {
        @Override
        public double value(double p, double shape) {
            return p;
        }

        @Override
        public double derivative(double p, double shape) {
            return Double.isNaN(p) ? p : 1;
        }
    },
    /** max(0, p); its slope at 0 is 0 (sheet). */
    RELU("relu", 0, Double.POSITIVE_INFINITY, true) {
        @Override
        public double value(double p, double shape) {
            return p > 0 ? p : Double.isNaN(p) ? p : 0;
        }

        @Override
        public double derivative(double p, double shape) {
            return p > 0 ? 1 : Double.isNaN(p) ? p : 0;
        }
    },
    LEAKY_RELU("leaky-relu", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, true) {
        @Override
        public double least(double shape) {
            return shape > 0 ? super.least(shape) : 0;
        }

        @Override
        public double value(double p, double shape) {
            return p > 0 ? p : shape * p;
        }

        @Override
        public double derivative(double p, double shape) {
            return p > 0 ? 1 : Double.isNaN(p) ? p : shape;
        }
    },
    /** e^p − 1 where p ≤ 0. */
    ELU("elu", -1, Double.POSITIVE_INFINITY, true) {
        @Override
        public double value(double p, double shape) {
            return p > 0 ? p : Math.expm1(p);
        }

        @Override
        public double derivative(double p, double shape) {
            return p > 0 ? 1 : Math.exp(p);
        }
    },
    SIGMOID("sigmoid", 0, 1, false) {
        @Override
        public double value(double p, double shape) {
            return sigmoid(shape * p);
        }

        @Override
        public double derivative(double p, double shape) {
            return shape * (sigmoid(shape * p) * sigmoid(-shape * p));
        }
    },
    /** 2/(1 + e^−p) − 1, which is tanh(p/2). */
    BIPOLAR_SIGMOID("bipolar-sigmoid", -1, 1, false) {
        @Override
        public double value(double p, double shape) {
            return Math.tanh(shape * p / 2);
        }

        @Override
        public double derivative(double p, double shape) {
            return 2 * shape * (sigmoid(shape * p) * sigmoid(-shape * p));
        }
    },
    TANH("tanh", -1, 1, false) {
        @Override
        public double value(double p, double shape) {
            return Math.tanh(shape * p);
        }

        /* 1 − tanh²(p), taken as 1/cosh²(p) to keep its digits far from 0. */
        @Override
        public double derivative(double p, double shape) {
            double cosh = Math.cosh(shape * p);
            return shape / cosh / cosh;
        }
    },
    /** ln(1 + e^p). */
    SOFTPLUS("softplus", 0, Double.POSITIVE_INFINITY, true) {
        @Override
        public double value(double p, double shape) {
            return softplus(p);
        }

        @Override
        public double derivative(double p, double shape) {
            return sigmoid(p);
        }
    },
    /** p · σ(p), also called swish. */
    SILU("silu", -0.27846454276107, Double.POSITIVE_INFINITY, true) {
        @Override
        public double value(double p, double shape) {
            return p == Double.NEGATIVE_INFINITY ? 0 : p * sigmoid(p);
        }

        @Override
        public double derivative(double p, double shape) {
            return sigmoid(p) + timesVanishing(p, sigmoid(p) * sigmoid(-p));
        }
    },
    /**
     * p · Φ(p) with the normal distribution function Φ: the exact one, by erf (Hendrycks and
     * Gimpel, arXiv:1606.08415).
     */
    GELU("gelu", -0.16997120747990, Double.POSITIVE_INFINITY, true) {
        @Override
        public double value(double p, double shape) {
            return timesVanishing(p, Normal.cdf(p));
        }

        @Override
        public double derivative(double p, double shape) {
            return Normal.cdf(p) + timesVanishing(p, Normal.pdf(p));
        }
    },
    /** 1 where p is above 0, and 0 below; the perceptron rule takes its slope as 1. */
    STEP("step", 0, 1, false) {
        @Override
        public double value(double p, double shape) {
            return threshold(p, 0, shape);
        }

        @Override
        public double derivative(double p, double shape) {
            return Double.isNaN(p) ? p : 1;
        }
    },
    /** 1 where p is above 0, and −1 below; the perceptron rule takes its slope as 1. */
    SIGN("sign", -1, 1, false) {
        @Override
        public double value(double p, double shape) {
            return threshold(p, -1, shape);
        }

        @Override
        public double derivative(double p, double shape) {
            return Double.isNaN(p) ? p : 1;
        }
    },
    /** e^pₖ over the sum of e^pⱼ of its layer. Only the last layer may have it. */
    SOFTMAX("softmax", 0, 1, false) {
        @Override
        public double value(double p, double shape) {
            throw new UnsupportedOperationException("softmax reads a whole layer");
        }

        @Override
        public double derivative(double p, double shape) {
            throw new UnsupportedOperationException("softmax has a Jacobian, not one slope");
        }
    };

    private final String key;
    private final double least;
    private final double most;
    private final boolean rectifies;

    /**
     * @param least value, or what values come near to
     * @param most the same above
     * @param rectifies whether it lets p through above 0 and little or nothing below
     */
    Activation(String key, double least, double most, boolean rectifies) {
        this.key = key;
        this.least = least;
        this.most = most;
        this.rectifies = rectifies;
    }

    /** Its name in documents and links. */
    public String key() {
        return key;
    }

    /** What number it has of its own. */
    public Shape shape() {
        return switch (this) {
            case LEAKY_RELU -> Shape.SLOPE;
            case SIGMOID, BIPOLAR_SIGMOID, TANH -> Shape.STEEPNESS;
            case STEP, SIGN -> Shape.AT_ZERO;
            case IDENTITY, RELU, ELU, SOFTPLUS, SILU, GELU, SOFTMAX -> Shape.NONE;
        };
    }

    /** Its {@link #shape} where nothing is said of it. */
    public double usualShape() {
        return shape() == Shape.AT_ZERO ? least : shape().usual();
    }

    /** Whether {@code shape} makes it another function than the one of its name: σ(c · p). */
    public boolean isSteep(double shape) {
        return shape() == Shape.STEEPNESS && shape != usualShape();
    }

    /** Whether {@code shape} can be its own. */
    public boolean allows(double shape) {
        return switch (shape()) {
            case NONE, SLOPE -> true;
            case STEEPNESS -> shape > 0;
            case AT_ZERO -> shape == least || shape == 0 || shape == most;
        };
    }

    /**
     * Whether it has no slope to go back through, and is learnt by a rule instead: the
     * perceptron's, which takes the slope as 1.
     */
    public boolean isRule() {
        return this == STEP || this == SIGN;
    }

    /** Whether each of its neurons has a slope. */
    public boolean hasSlope() {
        return this != SOFTMAX && !isRule();
    }

    /** Whether its values lie between −1 and 1. */
    public boolean isTwoSided() {
        return least == -1 && most == 1;
    }

    /**
     * The least value, or what values come near to; −∞ where there is none.
     *
     * @param shape its {@link #shape}
     */
    public double least(double shape) {
        return least;
    }

    /** The greatest value, or what values come near to; ∞ where there is none. */
    public double most() {
        return most;
    }

    /** Whether it lets p through above 0 and little or nothing below. */
    public boolean rectifies() {
        return rectifies;
    }

    /**
     * g(p).
     *
     * @param shape its {@link #shape}
     */
    public abstract double value(double p, double shape);

    /** g′(p), with the same {@code shape}. */
    public abstract double derivative(double p, double shape);

    private static double threshold(double p, double low, double atZero) {
        return p > 0 ? 1 : p < 0 ? low : Double.isNaN(p) ? p : atZero;
    }

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

    /** p · factor, where a factor that has vanished wins over a p that has overflowed. */
    private static double timesVanishing(double p, double factor) {
        return factor == 0 ? 0 : p * factor;
    }
}
