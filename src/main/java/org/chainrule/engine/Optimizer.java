package org.chainrule.engine;

/**
 * How a parameter moves along its gradient, as PyTorch defines it (torch.optim.SGD,
 * torch.optim.Adam).
 */
public sealed interface Optimizer {
    double learningRate();

    Optimizer withLearningRate(double changed);

    /** The parameter {@code value} after the first step from zero state along {@code gradient}. */
    double step(double value, double gradient);

    /** Whether it keeps a velocity, or a mean of gradients, from update to update. */
    default boolean keepsFirst() {
        return false;
    }

    /** Whether it keeps a mean of squares. */
    default boolean keepsSecond() {
        return false;
    }

    /**
     * Stochastic gradient descent.
     *
     * @param weightDecay λ: λ times the parameter is added to its gradient for the update
     */
    record Sgd(double learningRate, double momentum, boolean nesterov, double weightDecay)
            implements Optimizer {
        public Sgd(double learningRate) {
            this(learningRate, 0, false, 0);
        }

        @Override
        public Sgd withLearningRate(double changed) {
            return new Sgd(changed, momentum, nesterov, weightDecay);
        }

        @Override
        public double step(double value, double gradient) {
            double decayed = weightDecay == 0 ? gradient : gradient + weightDecay * value;
            // From zero state the momentum buffer is the gradient itself.
            double direction = nesterov ? decayed + momentum * decayed : decayed;
            return value - learningRate * direction;
        }

        @Override
        public boolean keepsFirst() {
            return momentum != 0;
        }
    }

    /**
     * Nesterov's momentum as textbooks have it: the gradient is taken where the velocity v leads,
     * at θ + μv. The first velocity is 0.
     */
    record LookAhead(double learningRate, double momentum) implements Optimizer {
        @Override
        public LookAhead withLearningRate(double changed) {
            return new LookAhead(changed, momentum);
        }

        @Override
        public double step(double value, double gradient) {
            return value - learningRate * gradient;
        }
    }

    /**
     * RMSProp, not centred and without momentum.
     *
     * @param decay ρ: the share of the mean square that is kept
     */
    record RmsProp(double learningRate, double decay, double epsilon) implements Optimizer {
        @Override
        public RmsProp withLearningRate(double changed) {
            return new RmsProp(changed, decay, epsilon);
        }

        /** The first step: the mean square is (1 − ρ)g². */
        @Override
        public double step(double value, double gradient) {
            double root = Math.sqrt((1 - decay) * gradient * gradient);
            return value - learningRate * (gradient / (root + epsilon));
        }

        @Override
        public boolean keepsSecond() {
            return true;
        }
    }

    /** Adam without weight decay. */
    record Adam(double learningRate, double beta1, double beta2, double epsilon)
            implements Optimizer {
        @Override
        public Adam withLearningRate(double changed) {
            return new Adam(changed, beta1, beta2, epsilon);
        }

        /** The first step: both bias corrections undo the decay, so m̂ = g and √v̂ = |g|. */
        @Override
        public double step(double value, double gradient) {
            double direction =
                    gradient == 0 && epsilon == 0
                            ? Double.NaN
                            : gradient / (Math.abs(gradient) + epsilon);
            return value - learningRate * direction;
        }

        @Override
        public boolean keepsFirst() {
            return true;
        }

        @Override
        public boolean keepsSecond() {
            return true;
        }
    }
}
