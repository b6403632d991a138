package org.chainrule.workbench.compare;

import java.util.List;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.worksheet.Change;
import org.chainrule.worksheet.Comparison;

/** The computed numbers that changed most, by what they are. */
final class Effects {
    private static final int MOST = 6;

    private Effects() {}

    static String html(Shown shown, Comparison comparison, boolean relative) {
        ChangeTable table = new ChangeTable(shown, MOST, relative);
        boolean any = false;
        for (Comparison.Group group : Comparison.Group.values()) {
            List<Change> effects =
                    comparison.effects(group, shown.view().sample(), relative).stream()
                            .filter(change -> isShown(shown, change))
                            .toList();
            if (!effects.isEmpty()) {
                any = true;
                table.add(shown.words().of("compare.group." + group), effects);
            }
        }
        return any ? table.html() : "<p>" + shown.words().of("compare.noeffects") + "</p>";
    }

    /**
     * ∂J/∂p has a place on the page where it is worked on with; slopes have one in other numbers'
     * lines.
     */
    private static boolean isShown(Shown shown, Change change) {
        Kind kind = change.ref().quantity().kind();
        return shown.isReached(change.ref().quantity())
                && kind != Kind.S
                && (kind != Kind.DP || shown.display().way().hasDeltas());
    }
}
