package org.chainrule.solution;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A formula as it stands on paper, read from its text by nothing but school's rules. */
sealed interface Written {
    /**
     * @param digits as they are written; null where it is not finite
     * @param index the number's place among the numbers of the formula
     */
    record Number(BigDecimal digits, double special, boolean scientific, int index)
            implements Written {}

    record Neg(Written of) implements Written {}

    record Sum(List<Written> terms) implements Written {}

    record Product(List<Written> factors) implements Written {}

    record Quotient(Written over, Written under) implements Written {}

    record Square(Written of) implements Written {}

    record Power(Written of, int exponent) implements Written {}

    record Call(String function, Written of) implements Written {}

    /**
     * Reads {@code 0.6 · σ(−0.85) · (1 − σ(−0.85))}, {@code (a)/(b)}, {@code (a)²}, {@code |a|}.
     */
    final class Reader {
        private final String text;
        private int at;
        private final List<Number> numbers = new ArrayList<>();

        private Reader(String text) {
            this.text = text;
        }

        static Reader of(String text) {
            return new Reader(
                    lowered(text.replaceAll("(?<=[0-9]),(?=[0-9])", ".").replaceAll("\\s+", "")));
        }

        /** Small digits as {@code ^{12}}. */
        private static String lowered(String text) {
            String small = "⁰¹²³⁴⁵⁶⁷⁸⁹";
            Matcher raised = Pattern.compile("(?<=[0-9])[" + small + "]+").matcher(text);
            return raised.replaceAll(each ->
                    "^{"
                            + each.group()
                                    .chars()
                                    .mapToObj(c -> Integer.toString(small.indexOf(c)))
                                    .collect(Collectors.joining())
                            + "}");
        }

        List<Number> numbers() {
            return numbers;
        }

        Written whole() {
            Written read = sum();
            if (at < text.length()) {
                throw new IllegalArgumentException(text + " at " + at);
            }
            return read;
        }

        private boolean take(String mark) {
            boolean there = text.startsWith(mark, at);
            at += there ? mark.length() : 0;
            return there;
        }

        private void need(String mark) {
            if (!take(mark)) {
                throw new IllegalArgumentException(text + " at " + at + ": no " + mark);
            }
        }

        private Written sum() {
            List<Written> terms = new ArrayList<>();
            terms.add(take("−") ? new Neg(product()) : product());
            while (true) {
                if (take("+")) {
                    terms.add(product());
                } else if (take("−")) {
                    terms.add(new Neg(product()));
                } else {
                    return terms.size() == 1 ? terms.getFirst() : new Sum(terms);
                }
            }
        }

        private Written product() {
            List<Written> factors = new ArrayList<>(List.of(factor()));
            while (take("·")) {
                factors.add(factor());
            }
            return factors.size() == 1 ? factors.getFirst() : new Product(factors);
        }

        private Written factor() {
            Written atom = atom();
            if (take("²")) {
                atom = new Square(atom);
            }
            int exponent = raised();
            if (exponent > 0) {
                atom = new Power(atom, exponent);
            }
            return take("/") ? new Quotient(atom, atom()) : atom;
        }

        /** {@code ^{12}}, or 0 where there is none. */
        private int raised() {
            if (!take("^{")) {
                return 0;
            }
            int end = text.indexOf('}', at);
            int exponent = Integer.parseInt(text.substring(at, end));
            at = end + 1;
            return exponent;
        }

        private Written atom() {
            if (take("(")) {
                Written inner = sum();
                need(")");
                return inner;
            }
            if (take("√")) {
                need("(");
                Written inner = sum();
                need(")");
                return new Call("√", inner);
            }
            if (take("|")) {
                Written inner = sum();
                need("|");
                return new Call("abs", inner);
            }
            if (take("[…")) {
                at = text.indexOf(':', at) + 1;
                Written together = sum();
                need("]");
                return together;
            }
            char next = at < text.length() ? text.charAt(at) : ' ';
            return Character.isDigit(next) || next == '∞' ? number() : word();
        }

        private Written number() {
            int from = at;
            if (take("∞")) {
                return add(null, Double.POSITIVE_INFINITY, false);
            }
            while (at < text.length()
                    && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
                at++;
            }
            String mantissa = text.substring(from, at);
            if (!take("e")) {
                return add(new BigDecimal(mantissa), 0, false);
            }
            int power = at;
            take("−");
            while (at < text.length() && Character.isDigit(text.charAt(at))) {
                at++;
            }
            String exponent = text.substring(power, at).replace('−', '-');
            return add(new BigDecimal(mantissa + "e" + exponent), 0, true);
        }

        private Written add(BigDecimal digits, double special, boolean scientific) {
            Number number = new Number(digits, special, scientific, numbers.size());
            numbers.add(number);
            return number;
        }

        private Written word() {
            int from = at;
            while (at < text.length()
                    && (Character.isLetter(text.charAt(at)) || text.charAt(at) == '′')) {
                at++;
            }
            String word = text.substring(from, at);
            if (word.equals("undefined") || word.equals("nichtdefiniert")) {
                return add(null, Double.NaN, false);
            }
            need("(");
            Written of = sum();
            need(")");
            return new Call(word, of);
        }
    }
}
