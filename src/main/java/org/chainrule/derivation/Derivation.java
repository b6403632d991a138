package org.chainrule.derivation;

import org.chainrule.engine.Layer;
import org.chainrule.engine.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Why a number has its value.
 *
 * @param subject the number
 * @param general the formula of its step, with letters for indices
 * @param formula the formula of this very number; evaluating it gives the value
 */
public record Derivation(Ref subject, Expr general, Expr formula) {

    /** The derivation of a computed number in exact arithmetic. What is typed has none. */
    public static Derivation of(Problem problem, Ref subject, Form form) {
        return of(problem, null, subject, form);
    }

    /**
     * The same in any arithmetic.
     *
     * @param paper the rounding as on paper, or null for exact arithmetic
     */
    public static Derivation of(Problem problem, @Nullable Rounding paper, Ref subject, Form form) {
        return new Derivation(
                subject,
                General.of(problem, paper, subject, form),
                new Rules(problem, paper, form).formula(subject));
    }

    /** Whether an update leaves the parameter of {@code quantity} alone. */
    public static boolean isFrozen(Problem problem, Quantity quantity) {
        Layer layer = ExactValues.layer(problem, quantity);
        return switch (quantity.kind()) {
            case W, DW, NW -> layer.weightsFrozen();
            case B, DB, NB -> layer.biasesFrozen();
            default -> false;
        };
    }
}
