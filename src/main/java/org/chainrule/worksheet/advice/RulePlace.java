package org.chainrule.worksheet.advice;

import java.util.List;
import java.util.Optional;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Loss;
import org.chainrule.engine.Network;
import org.chainrule.engine.Problem;
import org.chainrule.worksheet.Edit;
import org.chainrule.worksheet.Structure;
import org.chainrule.worksheet.Worksheet;
import org.chainrule.worksheet.advice.Objection.Deed;
import org.chainrule.worksheet.advice.Objection.Reason;
import org.chainrule.worksheet.advice.Objection.Remedy;

/** Where a perceptron rule can stand: in a single layer, behind half the squared error. */
final class RulePlace {
    private static final Loss ITS_LOSS = Loss.HALF_SQUARED_ERROR;

    private RulePlace() {}

    /** Why {@code layer} cannot have this activation, or nothing. */
    static Optional<Objection> chosen(
            Worksheet worksheet, String layer, Activation activation, double shape) {
        Problem problem = worksheet.problem();
        if (!activation.isRule()) {
            return Optional.empty();
        }
        if (problem.network().depth() > 1) {
            return Optional.of(Objection.of(Reason.RULE_LAYER, layer));
        }
        if (problem.loss() == ITS_LOSS) {
            return Optional.empty();
        }
        Edit both =
                new Edit.Several(
                        List.of(
                                new Structure.SetLoss(ITS_LOSS),
                                new Structure.SetActivation(layer, activation, shape)));
        return Optional.of(
                Objection.of(Reason.RULE_LOSS, layer)
                        .or(Remedy.of(Deed.BOTH, both, activation, layer, ITS_LOSS)));
    }

    /** Why the worksheet cannot have this loss, or nothing. */
    static Optional<Objection> chosen(Worksheet worksheet, Loss loss) {
        return loss(worksheet.problem().with(loss))
                .map(objection -> {
                    String last = worksheet.problem().network().last().name();
                    return objection.or(Remedy.both(last, Activation.SIGMOID, loss));
                });
    }

    /** Why a problem cannot have its loss, or nothing. */
    static Optional<Objection> loss(Problem problem) {
        return problem.network().last().activation().isRule() && problem.loss() != ITS_LOSS
                ? Optional.of(Objection.of(Reason.RULE_LOSS, problem.network().last().name()))
                : Optional.empty();
    }

    /** Why a layer with this activation cannot be added, or nothing. */
    static Optional<Objection> added(Network network, Activation activation) {
        boolean rule = activation.isRule() || network.last().activation().isRule();
        return rule
                ? Optional.of(Objection.of(Reason.RULE_LAYER, network.last().name()))
                : Optional.empty();
    }
}
