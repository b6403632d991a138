package org.chainrule.notation;

import java.math.BigDecimal;
import java.math.MathContext;
import org.chainrule.notation.Parsed.Reason;
import org.chainrule.notation.Stumble.Source;

/** Small arithmetic, worked out in exact decimal: {@code -1.4-0.1*0.077} is −1.4077. */
final class Arithmetic {
    private static final int DEEPEST = 50;

    private final Source text;
    private int depth;

    private Arithmetic(Source text) {
        this.text = text;
    }

    /** The value of {@code plain}, a text of {@link Glyphs}. */
    static BigDecimal value(String plain) {
        Source text = new Source(plain);
        BigDecimal value = new Arithmetic(text).sum();
        text.end();
        return value;
    }

    private BigDecimal sum() {
        BigDecimal sum = product();
        while (text.peek() == '+' || text.peek() == '-') {
            boolean plus = text.take() == '+';
            BigDecimal term = product();
            sum = plus ? sum.add(term) : sum.subtract(term);
        }
        return Literal.bounded(sum);
    }

    private BigDecimal product() {
        BigDecimal product = factor();
        while (text.peek() == '*' || text.peek() == '/' || text.peek() == ':') {
            boolean times = text.take() == '*';
            BigDecimal factor = factor();
            product = times ? product.multiply(factor) : quotient(product, factor);
        }
        return Literal.bounded(product);
    }

    static BigDecimal quotient(BigDecimal over, BigDecimal under) {
        if (under.signum() == 0) {
            throw new Stumble(Reason.DIVISION_BY_ZERO, "");
        }
        return over.divide(under, MathContext.DECIMAL128);
    }

    private BigDecimal factor() {
        if (++depth > DEEPEST) {
            throw new Stumble(Reason.TOO_LONG, "");
        }
        BigDecimal value =
                switch (text.peek()) {
                    case '-' -> {
                        text.take();
                        yield factor().negate();
                    }
                    case '+' -> {
                        text.take();
                        yield factor();
                    }
                    case '(' -> {
                        text.take();
                        BigDecimal inner = sum();
                        text.expect(')');
                        yield inner;
                    }
                    default -> Literal.power(text);
                };
        depth--;
        return value;
    }
}
