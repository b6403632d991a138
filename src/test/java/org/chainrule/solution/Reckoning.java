package org.chainrule.solution;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Works a written formula out, in decimal or in doubles; it shares nothing with the program. */
final class Reckoning {
    private static final MathContext DIGITS = new MathContext(40);
    private static final BigDecimal ROOT_OF_TWO_PI =
            BigDecimal.TWO.multiply(BigDecimalMath.pi(DIGITS)).sqrt(DIGITS);

    private static final Map<Called, Value> KNOWN = new ConcurrentHashMap<>();

    private Reckoning() {}

    /** A decimal, or ±∞ or NaN. */
    record Value(BigDecimal finite, double special) {
        static Value of(BigDecimal finite) {
            return new Value(finite, 0);
        }

        static Value of(double special) {
            return new Value(null, special);
        }

        double rough() {
            return finite == null ? special : finite.signum();
        }

        boolean isZero() {
            return finite != null && finite.signum() == 0;
        }
    }

    static Value decimal(Written formula) {
        return switch (formula) {
            case Written.Number(var digits, var special, _, _) -> new Value(digits, special);
            case Written.Neg(var of) ->
                    times(List.of(Value.of(BigDecimal.ONE.negate()), decimal(of)));
            case Written.Sum(var terms) -> {
                BigDecimal sum = BigDecimal.ZERO;
                double rough = 0;
                for (Written term : terms) {
                    Value value = decimal(term);
                    sum = value.finite() == null ? sum : sum.add(value.finite());
                    rough += value.finite() == null ? value.special() : 0;
                }
                yield rough == 0 ? Value.of(sum) : Value.of(rough);
            }
            case Written.Product(var factors) -> product(factors);
            case Written.Quotient(var over, var under) -> over(decimal(over), decimal(under));
            case Written.Square(var of) -> times(List.of(decimal(of), decimal(of)));
            case Written.Power(var of, int exponent) ->
                    times(Collections.nCopies(exponent, decimal(of)));
            case Written.Call(var function, var of) -> call(function, decimal(of));
        };
    }

    /** Division comes last; nothing times a logarithm is nothing, were it infinite. */
    private static Value product(List<Written> factors) {
        List<Value> over = new ArrayList<>();
        List<Value> under = new ArrayList<>();
        for (Written factor : factors) {
            if (factor instanceof Written.Quotient(var a, var b)) {
                over.add(decimal(a));
                under.add(decimal(b));
            } else {
                over.add(decimal(factor));
            }
        }
        boolean vanishes =
                over.getFirst().isZero()
                        && factors.getLast() instanceof Written.Call(var function, _)
                        && function.equals("ln");
        Value product = vanishes ? Value.of(BigDecimal.ZERO) : times(over);
        return under.isEmpty() ? product : over(product, times(under));
    }

    private static Value times(List<Value> factors) {
        if (factors.stream().allMatch(each -> each.finite() != null)) {
            return Value.of(
                    factors.stream()
                            .map(Value::finite)
                            .reduce(BigDecimal.ONE, BigDecimal::multiply));
        }
        return Value.of(factors.stream().mapToDouble(Value::rough).reduce(1, (a, b) -> a * b));
    }

    /** 0/0 stands for a slope of 0 · ln z. */
    private static Value over(Value over, Value under) {
        if (over.isZero() && under.isZero()) {
            return Value.of(BigDecimal.ZERO);
        }
        if (over.finite() != null && under.finite() != null && !under.isZero()) {
            return Value.of(over.finite().divide(under.finite(), DIGITS));
        }
        double quotient = over.rough() / under.rough();
        return quotient == 0 ? Value.of(BigDecimal.ZERO) : Value.of(quotient);
    }

    private static Value call(String function, Value of) {
        return KNOWN.computeIfAbsent(new Called(function, of), _ -> worked(function, of));
    }

    private record Called(String function, Value of) {}

    private static Value worked(String function, Value of) {
        BigDecimal x = of.finite();
        if (x == null) {
            double value = call(function, of.special());
            return Double.isFinite(value) ? Value.of(BigDecimal.valueOf(value)) : Value.of(value);
        }
        boolean positive = x.signum() > 0;
        return switch (function) {
            case "exp" -> Value.of(exp(x));
            case "ln" ->
                    positive
                            ? Value.of(BigDecimalMath.log(x, DIGITS))
                            : Value.of(x.signum() == 0 ? Double.NEGATIVE_INFINITY : Double.NaN);
            case "σ" -> {
                BigDecimal e = exp(x.abs().negate());
                BigDecimal over = positive ? BigDecimal.ONE : e;
                yield Value.of(over.divide(BigDecimal.ONE.add(e), DIGITS));
            }
            case "tanh" -> {
                BigDecimal e = exp(x.abs().multiply(BigDecimal.valueOf(-2)));
                BigDecimal size = BigDecimal.ONE.subtract(e).divide(BigDecimal.ONE.add(e), DIGITS);
                yield Value.of(positive ? size : size.negate());
            }
            case "σ′", "softplus′" -> Value.of(slope(function, x));
            case "bipolar′" -> Value.of(slope("σ′", x).add(slope("σ′", x)));
            case "tanh′" -> Value.of(slope("σ′", x.add(x)).multiply(BigDecimal.valueOf(4)));
            case "SiLU′" -> Value.of(slope("softplus′", x).add(x.multiply(slope("σ′", x))));
            case "GELU′" -> Value.of(distribution(x).add(x.multiply(density(x))));
            case "ReLU′" -> Value.of(positive ? BigDecimal.ONE : BigDecimal.ZERO);
            case "ELU′" -> Value.of(positive ? BigDecimal.ONE : exp(x));
            case "id′" -> Value.of(BigDecimal.ONE);
            case "Φ" -> Value.of(distribution(x));
            case "φ" -> Value.of(density(x));
            case "abs" -> Value.of(x.abs());
            case "step" -> Value.of(positive ? BigDecimal.ONE : BigDecimal.ZERO);
            case "√" -> x.signum() < 0 ? Value.of(Double.NaN) : Value.of(x.sqrt(DIGITS));
            case "sgn" -> Value.of(BigDecimal.valueOf(x.signum()));
            case "ReLU" -> Value.of(positive ? x : BigDecimal.ZERO);
            case "LeakyReLU′" -> {
                if (!positive) {
                    throw new IllegalArgumentException(function + " of " + x + " says too little");
                }
                yield Value.of(BigDecimal.ONE);
            }
            case "LeakyReLU", "ELU" -> {
                if (!positive && x.signum() != 0) {
                    throw new IllegalArgumentException(function + " of " + x + " says too little");
                }
                yield Value.of(x);
            }
            default -> throw new IllegalArgumentException(function);
        };
    }

    /** σ(x)(1 − σ(x)), or σ(x), which is the slope of softplus. */
    private static BigDecimal slope(String function, BigDecimal x) {
        BigDecimal e = exp(x.abs().negate());
        BigDecimal one = BigDecimal.ONE.add(e);
        BigDecimal larger = BigDecimal.ONE.divide(one, DIGITS);
        BigDecimal smaller = e.divide(one, DIGITS);
        return function.equals("σ′") ? larger.multiply(smaller) : x.signum() > 0 ? larger : smaller;
    }

    private static BigDecimal exp(BigDecimal x) {
        return x.compareTo(BigDecimal.valueOf(-5_000)) < 0
                ? BigDecimal.valueOf(1, 2_000)
                : BigDecimalMath.exp(x, DIGITS);
    }

    private static BigDecimal density(BigDecimal x) {
        return exp(x.multiply(x).multiply(new BigDecimal("-0.5"))).divide(ROOT_OF_TWO_PI, DIGITS);
    }

    /** Φ(x) = ½ + φ(x) Σ x^(2n+1) / (1 · 3 · … · (2n+1)). */
    private static BigDecimal distribution(BigDecimal x) {
        if (x.abs().compareTo(BigDecimal.valueOf(12)) > 0) {
            return x.signum() > 0 ? BigDecimal.ONE : BigDecimal.valueOf(1, 60);
        }
        MathContext digits = new MathContext(90);
        BigDecimal term = x;
        BigDecimal sum = x;
        for (int n = 1; term.abs().compareTo(BigDecimal.valueOf(1, 85)) > 0; n++) {
            term = term.multiply(x).multiply(x).divide(BigDecimal.valueOf(2L * n + 1), digits);
            sum = sum.add(term);
        }
        BigDecimal exponent = x.multiply(x).multiply(new BigDecimal("-0.5"));
        BigDecimal phi =
                BigDecimalMath.exp(exponent, digits)
                        .divide(
                                BigDecimal.TWO.multiply(BigDecimalMath.pi(digits)).sqrt(digits),
                                digits);
        return new BigDecimal("0.5").add(phi.multiply(sum));
    }

    /** In doubles, with the number of this index moved by {@code by}. */
    static double rough(Written formula, int moved, double by) {
        return switch (formula) {
            case Written.Number(var digits, var special, _, int index) ->
                    digits == null ? special : digits.doubleValue() + (index == moved ? by : 0);
            case Written.Neg(var of) -> -rough(of, moved, by);
            case Written.Sum(var terms) ->
                    terms.stream().mapToDouble(term -> rough(term, moved, by)).sum();
            case Written.Product(var factors) -> {
                double product = 1;
                for (Written factor : factors) {
                    product *= rough(factor, moved, by);
                }
                boolean vanishes =
                        rough(factors.getFirst(), moved, by) == 0
                                && factors.getLast() instanceof Written.Call(var function, _)
                                && function.equals("ln")
                                && Double.isInfinite(rough(factors.getLast(), moved, by));
                yield vanishes ? 0 : product;
            }
            case Written.Quotient(var over, var under) -> {
                double a = rough(over, moved, by);
                double b = rough(under, moved, by);
                yield a == 0 && b == 0 ? 0 : a / b;
            }
            case Written.Square(var of) -> Math.pow(rough(of, moved, by), 2);
            case Written.Power(var of, int exponent) -> Math.pow(rough(of, moved, by), exponent);
            case Written.Call(var function, var of) -> call(function, rough(of, moved, by));
        };
    }

    private static double call(String function, double x) {
        return switch (function) {
            case "exp" -> Math.exp(x);
            case "ln" -> Math.log(x);
            case "σ" -> 1 / (1 + Math.exp(-x));
            case "tanh" -> Math.tanh(x);
            case "Φ" ->
                    x == Double.POSITIVE_INFINITY
                            ? 1
                            : x == Double.NEGATIVE_INFINITY
                                    ? 0
                                    : Double.isNaN(x)
                                            ? x
                                            : distribution(BigDecimal.valueOf(x)).doubleValue();
            case "φ" -> Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
            case "abs" -> Math.abs(x);
            case "step" -> x > 0 ? 1 : 0;
            case "√" -> Math.sqrt(x);
            case "sgn" -> Math.signum(x);
            case "ReLU" -> x > 0 ? x : Double.isNaN(x) ? x : 0;
            case "LeakyReLU", "ELU" -> x;
            case "LeakyReLU′",
                    "ReLU′",
                    "ELU′",
                    "id′",
                    "σ′",
                    "bipolar′",
                    "softplus′",
                    "tanh′",
                    "SiLU′",
                    "GELU′" ->
                    Double.isFinite(x)
                            ? worked(function, Value.of(BigDecimal.valueOf(x)))
                                    .finite()
                                    .doubleValue()
                            : limit(function, x);
            default -> throw new IllegalArgumentException(function);
        };
    }

    /** A slope far out. */
    private static double limit(String function, double x) {
        return Double.isNaN(x)
                ? x
                : switch (function) {
                    case "σ′", "bipolar′", "tanh′" -> 0;
                    case "id′" -> 1;
                    default -> x > 0 ? 1 : 0;
                };
    }
}
