package org.chainrule.engine.training;

import org.chainrule.engine.Activation;
import org.chainrule.engine.Problem;

/**
 * A squared error behind neurons that stand alone, which needs no more than z and g′(p).
 *
 * @param perSquare J of one difference of 1
 */
record SquaredError(double perSquare) {
    /** Whether the problem's J is one. */
    static boolean fits(Problem problem) {
        return problem.loss().isSquared()
                && problem.network().last().activation() != Activation.SOFTMAX;
    }

    static SquaredError of(Problem problem) {
        return new SquaredError(
                switch (problem.loss()) {
                    case SQUARED_ERROR -> 1;
                    case HALF_SQUARED_ERROR -> 0.5;
                    case MEAN_SQUARED_ERROR -> 1.0 / problem.network().outputs();
                    case HALF_MEAN_SQUARED_ERROR -> 0.5 / problem.network().outputs();
                    case ABSOLUTE_ERROR,
                            HUBER,
                            BINARY_CROSS_ENTROPY,
                            MEAN_BINARY_CROSS_ENTROPY,
                            CROSS_ENTROPY,
                            GIVEN ->
                            0;
                });
    }
}
