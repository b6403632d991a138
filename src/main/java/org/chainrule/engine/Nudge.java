package org.chainrule.engine;

import java.math.BigDecimal;
import java.util.List;

/**
 * A parameter θ nudged by h to either side: what J is there, and what slopes follow.
 *
 * @param value θ at present
 * @param h positive
 * @param below J(θ − h)
 * @param loss J(θ)
 * @param above J(θ + h)
 * @param gradient ∂J/∂θ by backpropagation
 * @param crossings the kinks of J between θ − h and θ + h
 */
public record Nudge(
        double value,
        double h,
        double below,
        double loss,
        double above,
        double gradient,
        List<Crossing> crossings) {
    /** The h to choose from, the largest first. */
    public static final List<Double> SIZES = List.of(0.1, 0.01, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8);

    public Nudge {
        crossings = List.copyOf(crossings);
    }

    /** {@code value + by} as one adds by hand: 0.1 + 0.2 is 0.3. Where it overflows, the value. */
    public static double moved(double value, BigDecimal by) {
        double moved = BigDecimal.valueOf(value).add(by).doubleValue();
        return Double.isFinite(moved) ? moved : value;
    }

    public static double moved(double value, double by) {
        return moved(value, BigDecimal.valueOf(by));
    }

    /** (J(θ + h) − J(θ)) / h. */
    public double forward() {
        return (above - loss) / h;
    }

    /** (J(θ) − J(θ − h)) / h. */
    public double backward() {
        return (loss - below) / h;
    }

    /** (J(θ + h) − J(θ − h)) / 2h. */
    public double central() {
        return (above - below) / (2 * h);
    }

    /** How far {@code slope} is from the gradient. */
    public double error(double slope) {
        return Math.abs(slope - gradient);
    }

    /** Whether J is a number at all three places. */
    public boolean isFinite() {
        return Double.isFinite(below) && Double.isFinite(loss) && Double.isFinite(above);
    }

    /** Whether a double has room for h beside the value: beside a large one, h is rounded away. */
    public boolean isFelt() {
        return moved(value, h) != value && moved(value, -h) != value;
    }
}
