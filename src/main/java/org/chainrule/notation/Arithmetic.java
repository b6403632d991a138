package org.chainrule.notation;

import java.math.BigDecimal;
import java.math.MathContext;
import org.chainrule.notation.Parsed.Reason;
import org.chainrule.notation.Parsed.Wrong;

/** Reads small arithmetic, worked out in exact decimal: {@code -1.4-0.1*0.077} is −1.4077. */
final class Arithmetic {
    private static final int LONGEST = 200;
    private static final int DEEPEST = 50;
    private static final int LARGEST_EXPONENT = 400;

    private final String text;
    private int at;
    private int depth;

    private Arithmetic(String text) {
        this.text = text;
    }

    static Parsed parse(String typed) {
        if (typed.length() > LONGEST) {
            return new Wrong(Reason.TOO_LONG, "");
        }
        String text = plain(typed);
        if (text.isEmpty()) {
            return new Wrong(Reason.EMPTY, "");
        }
        if (text.equals("-0") || text.equals("-0.0")) {
            return new Parsed.Value(-0.0);
        }
        try {
            Arithmetic arithmetic = new Arithmetic(text);
            BigDecimal value = arithmetic.sum();
            arithmetic.end();
            double result = value.doubleValue();
            return Double.isFinite(result)
                    ? new Parsed.Value(result)
                    : new Wrong(Reason.TOO_LARGE, "");
        } catch (Stumble stumble) {
            return stumble.wrong;
        }
    }

    /** One form for the many signs that keyboards, spreadsheets and books have. */
    private static String plain(String typed) {
        return typed.strip()
                .replaceAll("[\\s\\u00a0\\u202f\\u2009]+", "")
                .replaceAll("[−–—‐‑]", "-")
                .replaceAll("[·×∙⋅]", "*")
                .replaceAll("[÷:]", "/")
                .replace(',', '.');
    }

    private BigDecimal sum() {
        BigDecimal sum = product();
        while (peek() == '+' || peek() == '-') {
            boolean plus = text.charAt(at++) == '+';
            BigDecimal term = product();
            sum = plus ? sum.add(term) : sum.subtract(term);
        }
        return bounded(sum);
    }

    private BigDecimal product() {
        BigDecimal product = factor();
        while (peek() == '*' || peek() == '/') {
            boolean times = text.charAt(at++) == '*';
            BigDecimal factor = factor();
            product = times ? product.multiply(factor) : quotient(product, factor);
        }
        return bounded(product);
    }

    private BigDecimal quotient(BigDecimal over, BigDecimal under) {
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
                switch (peek()) {
                    case '-' -> {
                        at++;
                        yield factor().negate();
                    }
                    case '+' -> {
                        at++;
                        yield factor();
                    }
                    case '(' -> {
                        at++;
                        BigDecimal inner = sum();
                        if (peek() != ')') {
                            throw stumble();
                        }
                        at++;
                        yield inner;
                    }
                    default -> number();
                };
        depth--;
        return value;
    }

    private BigDecimal number() {
        int start = at;
        digits();
        if (peek() == '.') {
            at++;
            digits();
            if (peek() == '.') {
                throw new Stumble(
                        Reason.AMBIGUOUS, text.substring(start, Math.min(text.length(), at + 4)));
            }
        }
        if (at == start || text.substring(start, at).equals(".")) {
            at = start;
            throw stumble();
        }
        exponent();
        return new BigDecimal(text.substring(start, at));
    }

    private void digits() {
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
    }

    private void exponent() {
        if (peek() != 'e' && peek() != 'E') {
            return;
        }
        at++;
        if (peek() == '-' || peek() == '+') {
            at++;
        }
        int start = at;
        digits();
        if (at == start) {
            throw stumble();
        }
        if (at - start > 3 || Integer.parseInt(text.substring(start, at)) > LARGEST_EXPONENT) {
            throw new Stumble(Reason.TOO_LARGE, "");
        }
    }

    private static BigDecimal bounded(BigDecimal value) {
        if (Math.abs((long) value.precision() - value.scale()) > 2_000 || value.scale() > 4_000) {
            throw new Stumble(Reason.TOO_LARGE, "");
        }
        return value;
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private void end() {
        if (at < text.length()) {
            throw stumble();
        }
    }

    private Stumble stumble() {
        return at < text.length()
                ? new Stumble(
                        Reason.UNEXPECTED, new String(Character.toChars(text.codePointAt(at))))
                : new Stumble(Reason.UNFINISHED, "");
    }

    private static final class Stumble extends RuntimeException {
        private final transient Wrong wrong;

        Stumble(Reason reason, String near) {
            super(reason.name(), null, false, false);
            wrong = new Wrong(reason, near);
        }
    }
}
