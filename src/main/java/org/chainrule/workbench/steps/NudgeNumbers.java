package org.chainrule.workbench.steps;

import org.chainrule.engine.Nudge;
import org.chainrule.notation.Numbers;

/** The numbers of a nudge, each with the digits that it takes to see what it does. */
record NudgeNumbers(Numbers numbers, int digits) {
    /** Significant digits of a slope. */
    private static final int SLOPE = 7;

    private static final int DOUBLE = 16;

    /** J with so many digits that a change as small as {@code change} can be read off. */
    String loss(double loss, double change) {
        if (loss == 0 || change == 0 || !Double.isFinite(loss) || !Double.isFinite(change)) {
            return numbers.format(loss, digits);
        }
        int size = exponent(loss);
        int last = exponent(change) - 2;
        return size < -4 || size > 8
                ? numbers.significant(loss, Math.clamp(size - last + 1L, digits, DOUBLE))
                : numbers.format(loss, Math.max(digits, Math.min(-last, DOUBLE - 1 - size)));
    }

    String change(double change) {
        return numbers.signed(change, 3);
    }

    /** The way of a parameter, with its sign. */
    String step(double step) {
        return (step > 0 ? "+" : "") + numbers.brief(step, digits);
    }

    /** A slope with as many decimals as all that are compared with this gradient. */
    String slope(double slope, double gradient) {
        int exponent = gradient == 0 || !Double.isFinite(gradient) ? 0 : exponent(gradient);
        return exponent < -4
                ? numbers.significant(slope, SLOPE - 2)
                : numbers.format(slope, Math.clamp(SLOPE - 1 - exponent, 2, 10));
    }

    /** A slope without the digits that matter to its error alone. */
    String brief(double slope) {
        return numbers.significant(slope, 4);
    }

    String error(Nudge nudge, double slope) {
        double error = nudge.error(slope);
        return error < 1 ? numbers.scientific(error, 2) : numbers.significant(error, 2);
    }

    private static int exponent(double value) {
        return (int) Math.floor(Math.log10(Math.abs(value)));
    }
}
