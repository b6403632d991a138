package org.chainrule.engine;

/**
 * One parameter after one update that carries the optimizer's state on, and what the update came
 * by.
 *
 * @param value the parameter
 * @param first the velocity u, or Adam's m
 * @param second v
 * @param firstHat m̂ = m/(1 − β₁ᵗ)
 * @param secondHat v̂ = v/(1 − β₂ᵗ)
 */
public record Moved(double value, double first, double second, double firstHat, double secondHat) {

    /**
     * @param number which update it is, from 1
     * @param first u or m before it
     * @param second v before it
     */
    static Moved of(
            Optimizer optimizer,
            long number,
            double value,
            double gradient,
            double first,
            double second) {
        Moved moved =
                switch (optimizer) {
                    case Optimizer.Sgd sgd -> rolled(sgd, value, gradient, first);
                    case Optimizer.RmsProp prop -> evened(prop, value, gradient, second);
                    case Optimizer.Adam adam ->
                            adapted(adam, number, value, gradient, first, second);
                    case Optimizer.LookAhead ahead ->
                            new Moved(ahead.step(value, gradient), 0, 0, 0, 0);
                };
        // From zero it is the very number that an update from zero gives.
        return number == 1 && first == 0 && second == 0
                ? moved.withValue(optimizer.step(value, gradient))
                : moved;
    }

    private Moved withValue(double changed) {
        return new Moved(changed, first, second, firstHat, secondHat);
    }

    private static Moved rolled(Optimizer.Sgd sgd, double value, double gradient, double first) {
        double decay = sgd.weightDecay();
        double decayed = decay == 0 ? gradient : gradient + decay * value;
        double buffer = sgd.momentum() * first + gradient;
        double velocity = decay == 0 ? buffer : buffer + decay * value;
        double direction = sgd.nesterov() ? decayed + sgd.momentum() * velocity : velocity;
        return new Moved(value - sgd.learningRate() * direction, velocity, 0, 0, 0);
    }

    private static Moved evened(
            Optimizer.RmsProp prop, double value, double gradient, double second) {
        double square = prop.decay() * second + (1 - prop.decay()) * (gradient * gradient);
        double direction = gradient / (Math.sqrt(square) + prop.epsilon());
        return new Moved(value - prop.learningRate() * direction, 0, square, 0, 0);
    }

    private static Moved adapted(
            Optimizer.Adam adam,
            long number,
            double value,
            double gradient,
            double first,
            double second) {
        double mean = adam.beta1() * first + (1 - adam.beta1()) * gradient;
        double square = adam.beta2() * second + (1 - adam.beta2()) * (gradient * gradient);
        double meanHat = mean / (1 - Math.pow(adam.beta1(), (double) number));
        double squareHat = square / (1 - Math.pow(adam.beta2(), (double) number));
        double direction = meanHat / (Math.sqrt(squareHat) + adam.epsilon());
        return new Moved(value - adam.learningRate() * direction, mean, square, meanHat, squareHat);
    }
}
