package org.chainrule.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.chainrule.RandomWorksheets;
import org.chainrule.Seeds;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Problem;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * The general formula of a step agrees with the particular one: with letters put in for its
 * indices, and its sums and functions worked out as a reader would, it gives the number.
 */
class GeneralTest {

    @ParameterizedTest
    @Seeds(500)
    void itGivesEveryNumber(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        Problem problem = RandomWorksheets.problem(random);
        Form form = Form.values()[random.nextInt(2)];
        Way way = new Way(form, random.nextBoolean() ? RandomWorksheets.rounding(random) : null);
        ExactValues values = ExactValues.of(problem);
        for (Ref ref : Walk.order(problem)) {
            double expected = values.value(ref);
            Expr general = Derivation.of(problem, ref, way).general();
            double read = new Reader(problem, values, ref).value(general, indices(problem, ref));
            // As it is written, a cross-entropy of a saturated layer is not worked out in doubles.
            if (Double.isFinite(read) || !problem.loss().isCrossEntropy()) {
                same("worksheet " + seed + " " + ref, read, expected);
            }
        }
    }

    private static void same(String name, double read, double expected) {
        if (Double.isFinite(expected)) {
            assertThat(Math.abs(read - expected))
                    .as("%s: %s, not %s", name, read, expected)
                    .isLessThanOrEqualTo(1e-9 * Math.max(1, Math.abs(expected)));
        } else {
            assertThat(Double.isFinite(read)).as(name).isFalse();
        }
    }

    /** What flows back is that of a source t, but the last layer's; all others are of k. */
    private static Map<String, Integer> indices(Problem problem, Ref ref) {
        Quantity q = ref.quantity();
        boolean hidden =
                q.kind() == Kind.DX
                        || ((q.kind() == Kind.DZ || q.kind() == Kind.DP)
                                && !q.layer().equals(problem.network().last().name()));
        return Map.of("k", hidden ? 0 : q.k(), "t", hidden ? q.k() : q.t());
    }

    private record Reader(Problem problem, ExactValues values, Ref ref) {

        double value(Expr expr, Map<String, Integer> indices) {
            return switch (expr) {
                case Expr.Num(var value) -> value.doubleValue();
                case Expr.Symbol symbol -> symbol(symbol, indices, Math.max(0, ref.sample()));
                case Expr.Neg(var of) -> -value(of, indices);
                case Expr.Sum(var terms) ->
                        terms.stream().mapToDouble(term -> value(term, indices)).sum();
                case Expr.Product(var factors) -> product(factors, indices);
                case Expr.Quotient(var over, var under) ->
                        value(over, indices) / value(under, indices);
                case Expr.Power(var base, int exponent) -> Math.pow(base.doubleValue(), exponent);
                case Expr.Square(var of) -> Math.pow(value(of, indices), 2);
                case Expr.Apply(var function, var of) ->
                        switch (function) {
                            case EXP -> Math.exp(value(of, indices));
                            case LN -> Math.log(value(of, indices));
                            case SQRT -> Math.sqrt(value(of, indices));
                            case ABS -> Math.abs(value(of, indices));
                            case SIGN -> Math.signum(value(of, indices));
                            case EXPM1, SIGMOID, SOFTPLUS, TANH, COSH, NORMAL_CDF, NORMAL_PDF ->
                                    Evaluation.apply(function, value(of, indices));
                        };
                case Expr.Vanishing(var factor, var shown) ->
                        value(factor, indices) == 0 && isInfinite(shown, indices)
                                ? 0
                                : value(shown, indices);
                case Expr.Cases(var of, var positive, var otherwise) ->
                        value(value(of, indices) > 0 ? positive : otherwise, indices);
                case Expr.Named(var name, var of) -> named(name, of, indices);
                case Expr.SumOver(var index, Expr.Square(Expr.Symbol(var kind, _, _, _)))
                        when index.isEmpty() ->
                        squares(kind);
                case Expr.SumOver(var index, var body) ->
                        IntStream.rangeClosed(1, range(index, body))
                                .mapToDouble(i -> value(body, with(indices, index, i)))
                                .sum();
                case Expr.Activated(_, _, _, _, var meaning) -> value(meaning, indices);
                case Expr.Careful(_, var evaluated) -> value(evaluated, indices);
                case Expr.Leaf _,
                        Expr.Folded _,
                        Expr.Change _,
                        Expr.LogSumExp _,
                        Expr.Share _,
                        Expr.Partial _ ->
                        throw new IllegalArgumentException("not in a general formula: " + expr);
            };
        }

        /** Of all weights, or of all biases. */
        private double squares(Kind kind) {
            return problem.network().layers().stream()
                    .flatMapToDouble(layer ->
                            kind == Kind.W
                                    ? IntStream.range(0, layer.size())
                                            .mapToObj(layer.weights()::row)
                                            .flatMapToDouble(java.util.Arrays::stream)
                                    : layer.biases() == null
                                            ? java.util.stream.DoubleStream.empty()
                                            : java.util.Arrays.stream(layer.biases().toArray()))
                    .map(value -> value * value)
                    .sum();
        }

        /** Whether ln z is, or 1/z. */
        private boolean isInfinite(Expr shown, Map<String, Integer> indices) {
            return switch (shown) {
                case Expr.Product(var factors) ->
                        Double.isInfinite(value(factors.getLast(), indices));
                case Expr.Quotient(_, var under) -> value(under, indices) == 0;
                default -> throw new IllegalArgumentException(shown.toString());
            };
        }

        private static Map<String, Integer> with(
                Map<String, Integer> indices, String index, int i) {
            Map<String, Integer> more = new HashMap<>(indices);
            more.put(index, i);
            return more;
        }

        private double product(List<Expr> factors, Map<String, Integer> indices) {
            double product = 1;
            for (Expr factor : factors) {
                product *= value(factor, indices);
            }
            return product;
        }

        private double named(String name, Expr of, Map<String, Integer> indices) {
            Expr.Symbol symbol = (Expr.Symbol) of;
            return switch (name) {
                case "s" -> symbol(symbol, indices, indices.get("s") - 1);
                case "δ" -> {
                    String[] both = symbol.k().split("");
                    yield indices.get(both[0]).equals(indices.get(both[1])) ? 1 : 0;
                }
                case "g", "g′" -> {
                    Layer layer = layer(symbol.layer());
                    double p = symbol(symbol, indices, Math.max(0, ref.sample()));
                    yield name.equals("g")
                            ? layer.activation().value(p, layer.shape())
                            : layer.activation().derivative(p, layer.shape());
                }
                default -> throw new IllegalArgumentException(name);
            };
        }

        private Layer layer(String name) {
            return problem.network().layer(problem.network().indexOf(name));
        }

        private double symbol(Expr.Symbol symbol, Map<String, Integer> indices, int sample) {
            int k = index(symbol.k(), indices);
            int t = index(symbol.t(), indices);
            Quantity q =
                    symbol.kind() == Kind.X || symbol.kind() == Kind.Y
                            ? new Quantity(symbol.kind(), "", Math.max(k, t), 0)
                            : new Quantity(symbol.kind(), symbol.layer(), k, t);
            boolean batch = ref.isBatch() && !q.isOfSample() && !indices.containsKey("s");
            return values.value(q, batch ? Values.BATCH : sample);
        }

        private static int index(String letter, Map<String, Integer> indices) {
            return letter.isEmpty() ? 0 : indices.get(letter);
        }

        /** How far an index of a sum runs: over the samples, or a layer that its body reads. */
        private int range(String index, Expr body) {
            return index.equals("s") ? problem.samples().size() : rangeIn(index, body);
        }

        private int rangeIn(String index, Expr body) {
            if (body instanceof Expr.Symbol(var kind, var layer, var k, var t)) {
                boolean source = t.equals(index) && kind != Kind.X;
                return kind == Kind.X && (k.equals(index) || t.equals(index))
                        ? problem.network().inputs()
                        : kind == Kind.Y && k.equals(index)
                                ? problem.network().outputs()
                                : source
                                        ? layer(layer).sources()
                                        : k.equals(index) ? layer(layer).size() : 0;
            }
            return Reads.parts(body).stream()
                    .mapToInt(part -> rangeIn(index, part))
                    .max()
                    .orElse(0);
        }
    }
}
