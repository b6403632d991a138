package org.chainrule.practice;

import java.math.BigDecimal;
import java.util.List;
import org.chainrule.derivation.Evaluation;
import org.chainrule.derivation.Expr;
import org.chainrule.notation.Entry;
import org.chainrule.notation.Language;
import org.chainrule.practice.Exercise.Item;
import org.chainrule.solution.Display;

/**
 * A factor of a product, or a term of a sum, that can be asked for on its own.
 *
 * @param number what it comes to
 */
public record Factor(Expr formula, double number) {
    /** Of larger sums the terms are too many to be asked one by one. */
    private static final int MOST = 8;

    /** What the formula of a number consists of; empty where it has no parts. */
    public static List<Factor> of(Display display, Item item) {
        List<Expr> parts = parts(item.line().formula());
        return parts.size() < 2 || parts.size() > MOST
                ? List.of()
                : parts.stream()
                        .filter(part -> !(part instanceof Expr.Num))
                        .map(part -> new Factor(part, Evaluation.of(part, display.values())))
                        .toList();
    }

    private static List<Expr> parts(Expr formula) {
        return switch (formula) {
            case Expr.Product(var factors) -> factors;
            case Expr.Sum(var terms) -> terms;
            case Expr.Quotient(var over, var under) -> List.of(over, under);
            case Expr.Careful(var shown, _) -> parts(shown);
            default -> List.of();
        };
    }

    /** With symbols. */
    public String symbolic(Display display, Language language) {
        return display.symbols(language).of(formula);
    }

    /** Whether {@code text} is this number, to the last place typed, or to two digits at least. */
    public boolean is(String text) {
        Entry typed = Entry.of(text).orElse(null);
        if (typed == null || !Double.isFinite(number)) {
            return false;
        }
        BigDecimal value = new BigDecimal(Double.toString(number));
        int second = value.signum() == 0 ? typed.place() : Digits.magnitude(value) - 1;
        return Digits.agreeAt(
                typed, typed.workedOut() ? second : Math.min(typed.place(), second), value);
    }
}
