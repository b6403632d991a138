package org.chainrule.export;

import org.chainrule.derivation.Expr.Function;

/** Formulas in Java, of one neuron: of {@code p}, or of {@code z[k]} and {@code y[k]}. */
final class JavaFormula extends FormulaCode {
    JavaFormula() {
        super("p", "z[k]", "y[k]", "loss");
    }

    @Override
    String name(Function function) {
        return switch (function) {
            case EXP -> "Math.exp";
            case LN -> "Math.log";
            case EXPM1 -> "Math.expm1";
            case SIGMOID -> "sigmoid";
            case SOFTPLUS -> "softplus";
            case TANH -> "Math.tanh";
            case COSH -> "Math.cosh";
            case NORMAL_CDF -> "normalCdf";
            case NORMAL_PDF -> "normalPdf";
            case SQRT -> "Math.sqrt";
            case ABS -> "Math.abs";
            case SIGN -> "Math.signum";
        };
    }

    @Override
    Piece cases(String of, String positive, String otherwise) {
        return new Piece("%s <= 0 ? %s : %s".formatted(of, otherwise, positive), false);
    }
}
