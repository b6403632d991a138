package org.chainrule.engine;

/**
 * What J has besides for large parameters: a factor times the sum of their squares, once for all
 * samples.
 *
 * @param lambda λ, not negative; 0 where there is no penalty
 * @param biases whether biases count too
 */
public record Penalty(double lambda, Scale scale, boolean biases) {
    /** What the sum of squares is multiplied by. */
    public enum Scale {
        /** λ/2. */
        HALF("half"),
        /** λ/2m of m samples. */
        HALF_MEAN("half-mean"),
        /** λ. */
        WHOLE("whole");

        private final String key;

        Scale(String key) {
            this.key = key;
        }

        /** Its name in documents and links. */
        public String key() {
            return key;
        }
    }

    public static final Penalty NONE = new Penalty(0, Scale.HALF, false);

    public Penalty withLambda(double changed) {
        return new Penalty(changed, scale, biases);
    }

    public Penalty with(Scale changed) {
        return new Penalty(lambda, changed, biases);
    }

    public Penalty withBiases(boolean changed) {
        return new Penalty(lambda, scale, changed);
    }

    public boolean isNone() {
        return lambda == 0;
    }

    /** What the sum of squares is multiplied by, for so many samples. */
    public double factor(int samples) {
        return switch (scale) {
            case HALF -> lambda / 2;
            case HALF_MEAN -> lambda / (2.0 * samples);
            case WHOLE -> lambda;
        };
    }

    /** What a parameter is multiplied by in its gradient. */
    public double slope(int samples) {
        return switch (scale) {
            case HALF -> lambda;
            case HALF_MEAN -> lambda / samples;
            case WHOLE -> 2 * lambda;
        };
    }

    /** Its part of J. */
    public double value(Network network, int samples) {
        if (isNone()) {
            return 0;
        }
        double sum = 0;
        for (Layer layer : network.layers()) {
            sum += squares(layer.weights().raw());
            if (biases && layer.biases() != null) {
                sum += squares(layer.biases().raw());
            }
        }
        return factor(samples) * sum;
    }

    private static double squares(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum;
    }
}
