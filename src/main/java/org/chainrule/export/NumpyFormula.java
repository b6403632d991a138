package org.chainrule.export;

import org.chainrule.derivation.Expr.Function;

/** Formulas in NumPy, of all neurons of a layer at once. */
final class NumpyFormula extends FormulaCode {
    /**
     * @param layer whose p and z are meant
     */
    NumpyFormula(String layer) {
        this(layer, "");
    }

    /** With J's sum that of {@code term}. */
    NumpyFormula(String layer, String term) {
        super("p_" + layer, "z_" + layer, "y", "np.sum(" + term + ")");
    }

    @Override
    String name(Function function) {
        return switch (function) {
            case EXP -> "np.exp";
            case LN -> "np.log";
            case EXPM1 -> "np.expm1";
            case SIGMOID -> "sigmoid";
            case SOFTPLUS -> "softplus";
            case TANH -> "np.tanh";
            case COSH -> "np.cosh";
            case NORMAL_CDF -> "normal_cdf";
            case NORMAL_PDF -> "normal_pdf";
            case SQRT -> "np.sqrt";
            case ABS -> "np.abs";
            case SIGN -> "np.sign";
        };
    }

    @Override
    Piece cases(String of, String positive, String otherwise) {
        return new Piece("np.where(%s <= 0, %s, %s)".formatted(of, otherwise, positive), true);
    }
}
