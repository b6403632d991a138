package org.chainrule.workbench;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Rounding;
import org.chainrule.gallery.Gallery;
import org.chainrule.notation.Biases;
import org.chainrule.notation.Choice;
import org.chainrule.notation.Language;
import org.chainrule.notation.Notation;
import org.chainrule.notation.Numbers;
import org.chainrule.solution.Display;
import org.chainrule.solution.Solution;
import org.chainrule.solution.Solved;
import org.chainrule.solution.Told;
import org.chainrule.workbench.kit.Text;
import org.chainrule.worksheet.Structure;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;

/**
 * The first worksheet's formulas in a notation: forward, back, weight gradient, update; with biases
 * where the notation writes those otherwise than b.
 */
final class NotationPreview {
    private static final Worksheet SHEET = Gallery.first().with((Rounding) null);
    private static final Solved FIRST = new Solved(SHEET);
    private static final Solved BIASED =
            new Solved(new Structure.SetBiases("out", true).reshape(SHEET));

    private NotationPreview() {}

    /** As HTML. None of its numbers are the page's, so they have no addresses there. */
    static String of(Notation notation, Locale locale) {
        boolean plain = notation.of(Choice.BIASES) == Biases.B;
        Display display =
                Display.of(
                        plain ? FIRST : BIASED,
                        View.INITIAL.withNotation(notation),
                        Numbers.in(locale));
        return Stream.of(
                        Quantity.p("out", 1),
                        Quantity.z("out", 1),
                        Quantity.dp("out", 1),
                        Quantity.dw("out", 1, 2),
                        Quantity.nw("out", 1, 2))
                .map(quantity -> Solution.line(display, display.ref(quantity)))
                .flatMap(line -> Stream.concat(line.change().stream(), Stream.of(line)))
                .map(NotationPreview::formula)
                .collect(Collectors.joining());
    }

    private static String formula(Told line) {
        String formula = line.symbolic(Language.MATHML).replaceAll(" data-ref=\"[^\"]*\"", "");
        return "<div role=\"img\" aria-label=\""
                + Text.escape(line.symbolic(Language.TEXT))
                + "\"><math displaystyle=\"true\">"
                + formula
                + "</math></div>";
    }
}
