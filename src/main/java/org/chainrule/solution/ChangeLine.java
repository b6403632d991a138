package org.chainrule.solution;

import org.chainrule.derivation.Derivation;
import org.chainrule.derivation.Expr;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Ref;
import org.chainrule.notation.Language;
import org.chainrule.notation.Typesetter;

/**
 * What an update adds to one parameter, worked out: ΔΘ = −α · ∂J/∂Θ. It has no address: it is no
 * number of the worksheet, and on paper it is not rounded.
 */
public final class ChangeLine implements Told {
    private final Display display;
    private final Quantity updated;
    private final Kind kind;
    private final Derivation update;

    ChangeLine(Display display, Ref updated, Derivation update) {
        this.display = display;
        this.update = update;
        this.updated = updated.quantity();
        kind = this.updated.kind();
    }

    @Override
    public String general(Language language) {
        Expr.Change change = Change.of(update.general());
        Typesetter symbols = display.symbols(language);
        return Change.atOnce(display, updated)
                .map(whole ->
                        symbols.equation(letters(language, change), symbols.side(kind, whole)))
                .orElseGet(() -> letters(language, change));
    }

    @Override
    public String symbolic(Language language) {
        return letters(language, Change.of(update.formula()));
    }

    private String letters(Language language, Expr.Change change) {
        Typesetter symbols = display.symbols(language);
        return symbols.equation(symbols.side(kind, change), symbols.side(kind, change.value()));
    }

    @Override
    public String worked(Language language) {
        Expr.Change change = Change.of(update.formula());
        Insertion numbers = new Insertion(display, change);
        Typesetter symbols = display.symbols(language);
        return symbols.equation(
                symbols.side(kind, change),
                numbers.typeset(kind, language),
                numbers.typeset(kind, change, language));
    }
}
