package org.chainrule.workbench.build;

import java.util.List;
import org.chainrule.derivation.Values;
import org.chainrule.workbench.kit.Actions;
import org.chainrule.workbench.kit.Refused;
import org.chainrule.workbench.kit.Workspace;
import org.chainrule.worksheet.Initialiser;
import org.chainrule.worksheet.advice.Advice;
import org.chainrule.worksheet.advice.Objection;
import tools.jackson.databind.JsonNode;

/** Does what the form and the drawing ask for. */
public final class BuildCommands {
    /** The place of the drawing's controls. */
    public static final String DRAWING = "drawing";

    /** The place of advice; its remedies are counted through all of it. */
    static final String ADVICE = "advice";

    private final Actions actions;

    public BuildCommands(Actions actions) {
        this.actions = actions;
    }

    public void hear(JsonNode detail) {
        actions.change(workspace -> obey(workspace, detail));
    }

    static void obey(Workspace workspace, JsonNode detail) {
        Asked asked = Asked.of(workspace, detail);
        if (asked.isCurrent()) {
            obey(asked);
        }
    }

    private static void obey(Asked asked) {
        switch (asked.act()) {
            case "remedy" -> remedy(asked);
            case "dismiss" -> asked.workspace().forgive(asked.at());
            default -> {
                if (!LayerCommands.obey(asked)) {
                    LearningCommands.obey(asked);
                }
            }
        }
    }

    private static void remedy(Asked asked) {
        Workspace workspace = asked.workspace();
        List<Objection.Remedy> remedies = remedies(workspace, asked.at());
        if (asked.number() >= 0 && asked.number() < remedies.size()) {
            String at = asked.at().equals(ADVICE) ? Asked.LAYERS : asked.at();
            workspace.attempt(at, null, remedies.get(asked.number()).edit());
        }
    }

    private static List<Objection.Remedy> remedies(Workspace workspace, String at) {
        if (at.equals(ADVICE)) {
            Values values = workspace.solved().values();
            Initialiser initialiser = workspace.view().initialiser();
            return Advice.of(workspace.worksheet(), values, initialiser).stream()
                    .flatMap(objection -> objection.remedies().stream())
                    .toList();
        }
        Refused refused = workspace.refused().get(at);
        return refused == null ? List.of() : refused.why().remedies();
    }
}
