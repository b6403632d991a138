package org.chainrule.engine.training;

import org.chainrule.engine.Network;
import org.chainrule.engine.OptimizerState;
import org.chainrule.engine.Problem;

/**
 * What a run has come to.
 *
 * @param state what the optimizer has kept, where the run's problem carries it on
 */
public record Reached(Network network, OptimizerState state) {
    /** The run's problem there. */
    public Problem in(Problem problem) {
        return problem.with(network).with(state);
    }
}
