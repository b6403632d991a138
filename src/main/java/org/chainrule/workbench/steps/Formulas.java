package org.chainrule.workbench.steps;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chainrule.derivation.Chain;
import org.chainrule.derivation.CleanGradient;
import org.chainrule.derivation.Derivation;
import org.chainrule.derivation.ExactValues;
import org.chainrule.derivation.Expr;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Reads;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Rounding;
import org.chainrule.derivation.Values;
import org.chainrule.notation.Language;
import org.chainrule.notation.Typesetter;
import org.chainrule.workbench.kit.Shown;
import org.jspecify.annotations.Nullable;

/** The formulas of single numbers, written out. */
final class Formulas {
    /** The lines of {@link #chain}. */
    static final int CHAIN = 2;

    private static final int MOST_PATHS = 4;

    private Formulas() {}

    static Derivation derivation(Shown shown, Quantity quantity) {
        return derivation(shown, shown.ref(quantity));
    }

    static Derivation derivation(Shown shown, Ref ref) {
        return derivation(shown, shown.worksheet().paper(), ref);
    }

    private static Derivation derivation(Shown shown, @Nullable Rounding paper, Ref ref) {
        return Derivation.of(shown.problem(), paper, ref, shown.view().notation().form());
    }

    /** name = numbers = value. */
    static String worked(Shown shown, Quantity quantity, Language language) {
        return worked(shown, shown.ref(quantity), language);
    }

    static String worked(Shown shown, Ref ref, Language language) {
        Expr formula = derivation(shown, ref).formula();
        Typesetter symbols = shown.symbols(language);
        String value = symbols.number(ref.quantity(), shown.text(ref));
        String middle =
                formula instanceof Expr.Leaf
                        ? symbols.of(formula)
                        : shown.numbers(language).of(formula);
        return symbols.equation(symbols.name(ref), middle, value);
    }

    /** name = formula. */
    static String symbolic(Shown shown, Quantity quantity, Language language) {
        Typesetter symbols = shown.symbols(language);
        return symbols.equation(
                symbols.name(shown.ref(quantity)),
                symbols.of(derivation(shown, quantity).formula()));
    }

    /**
     * A gradient in which the slopes of loss and activation cancel, without them: as symbols and as
     * numbers. Empty for all others, and on paper, where that is its formula.
     */
    static List<String> clean(Shown shown, Quantity quantity, Language language) {
        Optional<Expr> difference = CleanGradient.of(shown.problem(), shown.ref(quantity));
        if (difference.isEmpty() || shown.worksheet().paper() != null) {
            return List.of();
        }
        Typesetter symbols = shown.symbols(language);
        String name = symbols.name(quantity);
        String formula = symbols.equation(name, symbols.of(difference.get()));
        String numbers =
                symbols.equation(
                        name,
                        shown.numbers(language).of(difference.get()),
                        symbols.number(quantity, shown.text(quantity)));
        return List.of(formula, numbers);
    }

    /** All of it for a student's own paper. */
    static String latex(Shown shown, Quantity quantity) {
        return symbolic(shown, quantity, Language.LATEX)
                + "\n"
                + worked(shown, quantity, Language.LATEX);
    }

    /**
     * The gradient as the sum over paths of products of partial derivatives, first as symbols, then
     * as numbers.
     */
    static List<String> chain(Shown shown, Quantity gradient, Language language) {
        Chain chain =
                Chain.of(
                        shown.problem(),
                        shown.worksheet().paper(),
                        gradient,
                        shown.view().sample(),
                        MOST_PATHS);
        List<String> lines = new ArrayList<>();
        Typesetter symbols = shown.symbols(language);
        lines.add(symbols.equation(symbols.name(chain.subject()), symbols.of(chain.formula())));
        lines.add(symbols.equation("", shown.numbers(language).of(chain.formula())));
        return lines;
    }

    static long morePaths(Shown shown, Quantity gradient) {
        return Math.max(
                0, Chain.count(shown.problem(), shown.worksheet().paper(), gradient) - MOST_PATHS);
    }

    /**
     * The first number, in the order of computing, that {@code quantity} rests on and that paper
     * writes differently.
     */
    static Optional<Ref> parting(Shown shown, Quantity quantity, Values paper, Rounding rounding) {
        Set<Ref> seen = new LinkedHashSet<>();
        return parting(shown, shown.ref(quantity), paper, rounding, seen);
    }

    private static Optional<Ref> parting(
            Shown shown, Ref ref, Values paper, Rounding rounding, Set<Ref> seen) {
        if (ref.quantity().isEditable() || !seen.add(ref) || seen.size() > 2_000) {
            return Optional.empty();
        }
        Derivation derivation = derivation(shown, rounding, ref);
        for (Ref read : Reads.of(derivation.formula())) {
            Optional<Ref> earlier = parting(shown, read, paper, rounding, seen);
            if (earlier.isPresent()) {
                return earlier;
            }
        }
        return differs(shown.exact(), paper, ref) ? Optional.of(ref) : Optional.empty();
    }

    private static boolean differs(ExactValues exact, Values paper, Ref ref) {
        double a = exact.value(ref);
        return Math.abs(a - paper.value(ref)) > 1e-12 * Math.max(1, Math.abs(a));
    }
}
