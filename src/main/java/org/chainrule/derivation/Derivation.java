package org.chainrule.derivation;

import org.chainrule.engine.Layer;
import org.chainrule.engine.Problem;

/**
 * Why a number has its value.
 *
 * @param subject the number
 * @param general the formula of its step, with letters for indices
 * @param formula the formula of this very number; evaluating it gives the value
 */
public record Derivation(Ref subject, Expr general, Expr formula) {

    /** The derivation of a computed number. What is typed has none. */
    public static Derivation of(Problem problem, Ref subject, Form form) {
        return of(problem, subject, new Way(form, null));
    }

    /** The same as it is worked on paper, and no other way. */
    public static Derivation onPaper(Problem problem, Ref subject, Form form, Rounding rounding) {
        return of(problem, subject, new Way(form, rounding));
    }

    /** The same in {@code way}. */
    public static Derivation of(Problem problem, Ref subject, Way way) {
        return new Derivation(
                subject,
                General.of(problem, subject, way),
                new Rules(problem, way).formula(subject));
    }

    /** The formula alone. */
    public static Expr formula(Problem problem, Ref subject, Way way) {
        return new Rules(problem, way).formula(subject);
    }

    /** Whether an update leaves the parameter of {@code quantity} alone. */
    public static boolean isFrozen(Problem problem, Quantity quantity) {
        Layer layer = ExactValues.layer(problem, quantity);
        return switch (quantity.kind()) {
            case W, DW, NW -> layer.weightsFrozen();
            case B, DB, NB -> layer.biasesFrozen();
            case U, M, V, NU, NM, NV, MH, VH ->
                    quantity.t() > 0 ? layer.weightsFrozen() : layer.biasesFrozen();
            case X, Y, P, Z, S, DZ, DP, DX, J, LR -> false;
        };
    }
}
