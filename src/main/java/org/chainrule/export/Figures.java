package org.chainrule.export;

import java.math.BigDecimal;
import java.util.Locale;
import org.chainrule.derivation.Derivation;
import org.chainrule.derivation.Expr;
import org.chainrule.derivation.General;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Rounding;
import org.chainrule.derivation.Values;
import org.chainrule.engine.Network;
import org.chainrule.engine.Problem;
import org.chainrule.notation.Language;
import org.chainrule.notation.Numbers;
import org.chainrule.notation.Typesetter;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;

/** The worksheet's numbers and formulas in LaTeX, as the page shows them. */
record Figures(Worksheet worksheet, View view, Values values, Numbers numbers, Words words) {
    static Figures of(Worksheet worksheet, View view, Locale locale) {
        Words words = Words.in(locale);
        return new Figures(
                worksheet,
                view.on(worksheet),
                worksheet.values(),
                Numbers.in(words.locale()),
                words);
    }

    Problem problem() {
        return worksheet.problem();
    }

    Network network() {
        return problem().network();
    }

    Ref ref(Quantity quantity) {
        return Ref.shown(quantity, view.sample());
    }

    /** The number as the page displays it, in plain text. */
    String plain(Ref ref) {
        Rounding paper = worksheet.paper();
        if (ref.quantity().isEditable()) {
            boolean parameter = ref.quantity().isParameter();
            return numbers.atLeast(
                    values.value(ref), parameter && paper != null ? paper.decimals() : 0);
        }
        BigDecimal written = values.written(ref);
        return paper != null && written != null
                ? numbers.format(written, paper.decimalsOf(ref.quantity().kind()))
                : numbers.format(values.value(ref), view.digits());
    }

    /** The number as the page displays it, for mathematics. */
    String number(Ref ref) {
        return symbols().number(ref.quantity(), plain(ref));
    }

    String number(Quantity quantity) {
        return number(ref(quantity));
    }

    String name(Quantity quantity) {
        return symbols().name(quantity);
    }

    Typesetter symbols() {
        return Typesetter.symbols(Language.LATEX, view.notation()).inBatch(isBatch());
    }

    boolean isBatch() {
        return problem().samples().size() > 1;
    }

    private Derivation derivation(Ref ref) {
        return Derivation.of(problem(), worksheet.paper(), ref, view.notation().form());
    }

    /** Its step's formula, with letters for indices. */
    String general(Ref ref) {
        Typesetter letters = ref.isBatch() ? symbols() : symbols().ofEachSample();
        return letters.equation(
                letters.of(General.subject(network(), ref.quantity())),
                letters.of(derivation(ref).general()));
    }

    /** name = numbers = value. */
    String worked(Ref ref) {
        Expr formula = derivation(ref).formula();
        Typesetter typesetter =
                formula instanceof Expr.Leaf
                        ? symbols()
                        : Typesetter.numbers(Language.LATEX, view.notation(), this::plain)
                                .inBatch(isBatch());
        return symbols().equation(symbols().name(ref), typesetter.of(formula), number(ref));
    }
}
