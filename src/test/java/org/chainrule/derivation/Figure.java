package org.chainrule.derivation;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** A number worked with by hand: a decimal, or null and a double that is not finite. */
record Figure(BigDecimal decimal, double other) {
    static final Figure NOTHING = of(0);
    static final Figure ONE = of(1);
    static final Figure MINUS_ONE = of(-1);
    private static final MathContext DIGITS = new MathContext(60);

    /** What is so near a tie is one: a quotient that was multiplied by what it was divided by. */
    private static final MathContext SURE = new MathContext(50);

    static Figure of(double value) {
        return Double.isFinite(value)
                ? new Figure(new BigDecimal(Double.toString(value)), 0)
                : new Figure(null, value);
    }

    double rough() {
        return decimal == null ? other : decimal.signum();
    }

    boolean isZero() {
        return decimal != null && decimal.signum() == 0;
    }

    Figure plus(Figure that) {
        return decimal == null || that.decimal == null
                ? of(rough() + that.rough())
                : new Figure(decimal.add(that.decimal), 0);
    }

    Figure minus(Figure that) {
        return plus(that.times(MINUS_ONE));
    }

    Figure times(Figure that) {
        return decimal == null || that.decimal == null
                ? of(rough() * that.rough())
                : new Figure(decimal.multiply(that.decimal), 0);
    }

    Figure over(Figure that) {
        return decimal == null || that.decimal == null || that.isZero()
                ? of(rough() / (that.isZero() ? 0.0 : that.rough()))
                : new Figure(decimal.divide(that.decimal, DIGITS), 0);
    }

    Figure ln() {
        return decimal == null || decimal.signum() <= 0
                ? of(Math.log(rough()))
                : new Figure(BigDecimalMath.log(decimal, DIGITS), 0);
    }

    Figure root() {
        return decimal == null ? of(Math.sqrt(other)) : new Figure(decimal.sqrt(DIGITS), 0);
    }

    Figure exp() {
        return new Figure(BigDecimalMath.exp(decimal, DIGITS), 0);
    }

    Figure written(int decimals) {
        return decimal == null
                ? this
                : new Figure(decimal.round(SURE).setScale(decimals, RoundingMode.HALF_UP), 0);
    }

    @Override
    public String toString() {
        return decimal == null ? Double.toString(other) : decimal.toPlainString();
    }
}
