package org.chainrule.workbench.build;

import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import org.chainrule.engine.Network;
import org.chainrule.engine.Problem;
import org.chainrule.notation.Manner;
import org.chainrule.notation.Numbers;
import org.chainrule.notation.Parsed;
import org.chainrule.workbench.kit.Refused;
import org.chainrule.workbench.kit.Workspace;
import org.chainrule.worksheet.Edit;
import org.chainrule.worksheet.Initialiser;
import org.chainrule.worksheet.advice.Objection;
import org.chainrule.worksheet.advice.Objection.Reason;
import org.chainrule.worksheet.advice.Refusals;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the form or the drawing asks of a workspace: the detail of {@code cr-build} in {@code
 * events.ts}.
 *
 * @param layer the name of the layer that is meant; empty for the inputs, or for none
 * @param text what was entered or chosen
 * @param number a neuron, a remedy, or how far to go
 * @param at where it was asked: a refusal is shown there
 */
record Asked(Workspace workspace, String act, String layer, String text, int number, String at) {
    /** The place of the form's buttons. */
    static final String LAYERS = "layers";

    static Asked of(Workspace workspace, JsonNode detail) {
        return new Asked(
                workspace,
                detail.path("act").asString(""),
                detail.path("layer").asString(""),
                detail.path("text").asString(""),
                detail.path("number").asInt(0),
                detail.path("at").asString(LAYERS));
    }

    Problem problem() {
        return workspace.worksheet().problem();
    }

    Network network() {
        return problem().network();
    }

    Initialiser initialiser() {
        return workspace.view().initialiser();
    }

    /** Whether the layer is there: what a page asks may be older than what it has not yet shown. */
    boolean isCurrent() {
        return layer.isEmpty() || network().indexOf(layer) >= 0;
    }

    void attempt(Edit edit) {
        attempt(edit, text);
    }

    void attempt(Edit edit, String entered) {
        workspace.attempt(at, isButton() ? null : entered, edit);
    }

    void refuse(Objection why) {
        workspace.refuse(at, new Refused(isButton() ? null : text, why));
    }

    private boolean isButton() {
        return at.equals(LAYERS) || at.equals(BuildCommands.DRAWING);
    }

    void number(DoubleFunction<@Nullable Edit> edit) {
        number(Manner.TYPED, edit);
    }

    void whole(IntFunction<@Nullable Edit> edit) {
        number(
                Manner.WHOLE,
                value -> {
                    Edit made = edit.apply((int) value);
                    return made == null || (int) value == value ? made : beyond(made, value);
                });
    }

    /** Refuses what is asked with a number that no {@code int} holds, and names that number. */
    private @Nullable Edit beyond(Edit nearest, double value) {
        Refusals.of(nearest, workspace.worksheet()).ifPresent(why -> refuse(why.naming(value)));
        return null;
    }

    private void number(Manner manner, DoubleFunction<@Nullable Edit> edit) {
        switch (Numbers.read(text, manner)) {
            case Parsed.Value(var value) -> {
                Edit made = edit.apply(value);
                if (made != null) {
                    attempt(made);
                }
            }
            case Parsed.Wrong wrong -> refuse(Objection.of(Reason.NUMBER, wrong));
        }
    }
}
