package org.chainrule.solution;

import java.util.List;
import org.chainrule.derivation.Chain;
import org.chainrule.derivation.Quantity;
import org.chainrule.notation.Language;
import org.chainrule.notation.Typesetter;

/**
 * A parameter gradient of the sample on show by the chain rule: a sum over paths of products of
 * partial derivatives.
 */
public final class ChainLines {
    /** So many lines it has. */
    public static final int COUNT = 2;

    private static final int MOST_PATHS = 4;

    private final Display display;
    private final Chain chain;
    private final long paths;

    /**
     * @param gradient of a weight or a bias
     */
    public ChainLines(Display display, Quantity gradient) {
        this.display = display;
        chain =
                Chain.of(
                        display.problem(),
                        display.worksheet().paper(),
                        gradient,
                        display.view().sample(),
                        MOST_PATHS);
        paths = Chain.count(display.problem(), gradient);
    }

    /** With symbols, and with numbers put in. */
    public List<String> in(Language language) {
        Typesetter symbols = display.symbols(language);
        Insertion inserted = new Insertion(display, chain.subject(), chain.formula());
        Quantity.Kind kind = chain.subject().quantity().kind();
        return List.of(
                symbols.equation(
                        symbols.letter(chain.subject()), symbols.side(kind, chain.formula())),
                symbols.equation("", inserted.typeset(kind, language)));
    }

    /** How many paths there are beside those that are written. */
    public long more() {
        return Math.max(0, paths - MOST_PATHS);
    }
}
