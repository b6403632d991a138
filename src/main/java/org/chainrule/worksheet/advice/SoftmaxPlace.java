package org.chainrule.worksheet.advice;

import static org.chainrule.worksheet.advice.Objection.Deed;
import static org.chainrule.worksheet.advice.Objection.Reason;
import static org.chainrule.worksheet.advice.Objection.Remedy;

import java.util.List;
import java.util.Optional;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.worksheet.Edit;
import org.chainrule.worksheet.Structure;

/** Edits that would leave softmax elsewhere than in the last layer, and what to do instead. */
final class SoftmaxPlace {
    private SoftmaxPlace() {}

    static Optional<Objection> chosen(Network network, String layer, Activation activation) {
        Layer last = network.last();
        if (activation != Activation.SOFTMAX || layer.equals(last.name())) {
            return Optional.empty();
        }
        Objection objection = Objection.of(Reason.SOFTMAX_HIDDEN, layer);
        Remedy here = use(Activation.SIGMOID, layer);
        return Optional.of(
                last.activation() == Activation.SOFTMAX
                        ? objection.or(here)
                        : objection.or(use(Activation.SOFTMAX, last.name()), here));
    }

    private static Remedy use(Activation activation, String layer) {
        return Remedy.of(
                Deed.ACTIVATION, new Structure.SetActivation(layer, activation), activation, layer);
    }

    /** A layer after the one with softmax could stand before it, or take softmax over. */
    static Optional<Objection> added(Network network, Structure.AddLayer add) {
        Layer last = network.last();
        if (add.activation() == Activation.SOFTMAX && add.at() < network.depth()) {
            return Optional.of(Objection.of(Reason.SOFTMAX_HIDDEN, add.name()));
        }
        if (last.activation() != Activation.SOFTMAX || add.at() < network.depth()) {
            return Optional.empty();
        }
        Activation inside =
                add.activation() == Activation.SOFTMAX ? Activation.SIGMOID : add.activation();
        Edit after =
                new Edit.Several(
                        List.of(
                                new Structure.SetActivation(last.name(), inside),
                                add.at(add.at(), Activation.SOFTMAX, last.size())));
        return Optional.of(
                Objection.of(Reason.SOFTMAX_LEAVES, last.name())
                        .or(
                                Remedy.of(
                                        Deed.ADD_BEFORE,
                                        add.at(add.at() - 1, inside, add.size()),
                                        last.name()),
                                Remedy.of(
                                        Deed.PASS_SOFTMAX,
                                        after,
                                        add.name(),
                                        inside,
                                        last.name())));
    }

    /** The layer that comes last instead could take softmax over. */
    static Optional<Objection> moved(Network network, Structure.MoveLayer move) {
        Layer last = network.last();
        int end = network.depth() - 1;
        int from = network.indexOf(move.layer());
        boolean stays = from == move.to() || (from != end && move.to() != end);
        if (last.activation() != Activation.SOFTMAX || stays) {
            return Optional.empty();
        }
        Layer next = network.layer(from == end ? end - 1 : from);
        Edit passed =
                new Edit.Several(
                        List.of(
                                new Structure.SetActivation(
                                        last.name(), next.activation(), next.shape()),
                                move,
                                new Structure.SetActivation(next.name(), Activation.SOFTMAX)));
        return Optional.of(
                Objection.of(Reason.SOFTMAX_LEAVES, last.name())
                        .or(
                                Remedy.of(
                                        Deed.PASS_SOFTMAX,
                                        passed,
                                        next.name(),
                                        next.activation(),
                                        last.name())));
    }
}
