package org.chainrule.notation;

import org.chainrule.derivation.Expr;
import org.chainrule.engine.Activation;

/** What activation functions are called in formulas and tables. */
public final class ActivationNames {
    private ActivationNames() {}

    /** g, or g′. */
    static String of(Expr.Activated activated) {
        return of(activated.activation()) + (activated.slope() ? "′" : "");
    }

    public static String of(Activation activation) {
        return switch (activation) {
            case IDENTITY -> "id";
            case RELU -> "ReLU";
            case LEAKY_RELU -> "LeakyReLU";
            case ELU -> "ELU";
            case SIGMOID -> "σ";
            case BIPOLAR_SIGMOID -> "bipolar";
            case TANH -> "tanh";
            case SOFTPLUS -> "softplus";
            case SILU -> "SiLU";
            case GELU -> "GELU";
            case STEP -> "step";
            case SIGN -> "sgn";
            case SOFTMAX -> "softmax";
        };
    }
}
