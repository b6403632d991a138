package org.chainrule.notation;

import java.util.List;
import java.util.function.Function;
import org.chainrule.derivation.Expr;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Ref;
import org.chainrule.engine.Activation;
import org.jspecify.annotations.Nullable;

/**
 * Writes formulas: with symbols, or with numbers put in.
 *
 * <p>Parentheses follow from precedence, so that no formula needs to carry its own.
 */
public final class Typesetter {
    /** More terms than this are written as the first few, dots, and the last. */
    private static final int MOST_TERMS = 8;

    /** The same where each term is another sample's; of more the first two are written. */
    private static final int MOST_SAMPLES = 6;

    private enum Binding {
        SUM,
        PRODUCT,
        ATOM
    }

    private final Markup markup;
    private final Notation notation;

    /** The text of a number, or null to write symbols. */
    private final @Nullable Function<Ref, String> numbers;

    /** Whether a loss of one sample is told from that of all. */
    private final boolean batch;

    /** The sample whose loss a general formula is of, or empty. */
    private final String sample;

    private Typesetter(
            Markup markup,
            Notation notation,
            @Nullable Function<Ref, String> numbers,
            boolean batch,
            String sample) {
        this.markup = markup;
        this.notation = notation;
        this.numbers = numbers;
        this.batch = batch;
        this.sample = sample;
    }

    public static Typesetter symbols(Language language, Notation notation) {
        return new Typesetter(language.markup(), notation, null, false, "");
    }

    /** Leaves become {@code numbers}. */
    public static Typesetter numbers(
            Language language, Notation notation, Function<Ref, String> numbers) {
        return new Typesetter(language.markup(), notation, numbers, false, "");
    }

    /** Where there are several samples: J₃ is the third one's loss, J that of all. */
    public Typesetter inBatch(boolean batch) {
        return new Typesetter(markup, notation, numbers, batch, sample);
    }

    /** General formulas of one sample's loss, Jₛ. */
    public Typesetter ofEachSample() {
        return new Typesetter(markup, notation, numbers, batch, batch ? "s" : "");
    }

    public String of(Expr expr) {
        return write(expr, Binding.SUM);
    }

    public String name(Quantity quantity) {
        return markup.sign(notation.sign(quantity), quantity.address());
    }

    /** The name of one sample's number, or of the batch's. */
    public String name(Ref ref) {
        String own = batch && !ref.isBatch() ? Integer.toString(ref.sample() + 1) : "";
        return markup.sign(notation.sign(ref.quantity(), own), ref.quantity().address());
    }

    /** A number's text as a part of a formula. */
    public String number(Quantity quantity, String text) {
        return markup.number(text, quantity.address(), Notation.role(quantity.kind()));
    }

    /** These sides with equals signs between. */
    public String equation(String... sides) {
        return String.join(markup.equal(), sides);
    }

    private String write(Expr expr, Binding least) {
        return switch (expr) {
            case Expr.Careful(var shown, _) -> write(shown, least);
            case Expr.Vanishing(_, var shown) -> write(shown, least);
            // Where a sign may stand before it, a product does not begin with one.
            case Expr.Product(var factors) when least == Binding.SUM ->
                    markup.row(product(factors, true));
            default -> {
                String written = bare(expr);
                boolean tight = binding(expr).compareTo(least) >= 0;
                yield tight ? markup.row(written) : markup.parentheses(written);
            }
        };
    }

    private Binding binding(Expr expr) {
        return switch (expr) {
            case Expr.Sum _, Expr.Neg _, Expr.SumOver _ -> Binding.SUM;
            case Expr.Product _ -> Binding.PRODUCT;
            case Expr.Leaf(var ref) ->
                    numbers != null && numbers.apply(ref).startsWith("−")
                            ? Binding.SUM
                            : Binding.ATOM;
            case Expr.Careful(var shown, _) -> binding(shown);
            case Expr.Vanishing(_, var shown) -> binding(shown);
            case Expr.Partial(_, _, var value) -> numbers == null ? Binding.ATOM : binding(value);
            case Expr.Slope _ -> Binding.ATOM;
            default -> Binding.ATOM;
        };
    }

    private String bare(Expr expr) {
        return switch (expr) {
            case Expr.Num(var value) -> markup.constant(value.toPlainString().replace('-', '−'));
            case Expr.Leaf(var ref) -> leaf(ref);
            case Expr.Neg(var of) -> markup.negative(write(of, Binding.PRODUCT));
            case Expr.Sum(var terms) -> sum(terms);
            case Expr.Product(var factors) -> product(factors, false);
            case Expr.Quotient(var over, var under) ->
                    markup.fraction(write(over, Binding.SUM), write(under, Binding.SUM));
            case Expr.Square(var of) -> markup.squared(write(of, Binding.ATOM));
            case Expr.Apply(var function, var of) -> apply(function, of);
            case Expr.Activated(var activation, _, var of) ->
                    markup.call(nameOf(activation), write(of, Binding.SUM));
            case Expr.Slope(var activation, var slope, var of) -> slope(activation, slope, of);
            case Expr.LogSumExp(var of) ->
                    markup.call(
                            "ln",
                            sum(
                                    of.stream()
                                            .<Expr>map(p -> new Expr.Apply(Expr.Function.EXP, p))
                                            .toList()));
            case Expr.Share share -> bare(share.shown());
            case Expr.Careful(var shown, _) -> bare(shown);
            case Expr.Vanishing(_, var shown) -> bare(shown);
            case Expr.Partial(var of, var by, var value) ->
                    numbers == null ? markup.partial(name(of), name(by)) : bare(value);
            case Expr.Symbol(var kind, var layer, var k, var t) ->
                    markup.sign(notation.sign(kind, layer, k, t, sample), "");
            case Expr.Named(var name, var of) -> named(name, of);
            case Expr.SumOver(var index, var body) ->
                    markup.sumOver(index, write(body, Binding.PRODUCT));
        };
    }

    private String named(String name, Expr of) {
        return switch (name) {
            case "s" -> ofEachSample().bare(of);
            case "δ" -> markup.sign(new Notation.Sign("δ", "jk", "", false, "", "", "cx"), "");
            default -> markup.call(name, bare(of));
        };
    }

    private String leaf(Ref ref) {
        return numbers == null ? name(ref) : number(ref.quantity(), numbers.apply(ref));
    }

    private String sum(List<Expr> terms) {
        StringBuilder text = new StringBuilder();
        boolean samples = isReduction(terms.getFirst());
        int written = terms.size();
        if (written > (samples ? MOST_SAMPLES : MOST_TERMS)) {
            written = samples ? 2 : 4;
        }
        for (int i = 0; i < terms.size(); i++) {
            if (i == written) {
                text.append(markup.plus()).append(markup.dots());
                i = terms.size() - 1;
            }
            Expr term = terms.get(i);
            boolean negative = term instanceof Expr.Neg;
            if (i == 0) {
                text.append(write(term, Binding.SUM));
            } else {
                text.append(negative ? markup.minus() : markup.plus());
                text.append(write(negative ? ((Expr.Neg) term).of() : term, Binding.PRODUCT));
            }
        }
        return text.toString();
    }

    /** Whether {@code term} is a sample's share in a number of the batch. */
    private static boolean isReduction(Expr term) {
        return term instanceof Expr.Leaf(var ref) && !ref.isBatch() && !ref.quantity().isOfSample();
    }

    private String product(List<Expr> factors, boolean signed) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < factors.size(); i++) {
            boolean leading = i == 0 && factors.get(i) instanceof Expr.Leaf;
            boolean closing = i == factors.size() - 1 && factors.get(i) instanceof Expr.SumOver;
            boolean bare = signed && (leading || closing);
            text.append(i == 0 ? "" : markup.times());
            text.append(write(factors.get(i), bare ? Binding.SUM : Binding.PRODUCT));
        }
        return text.toString();
    }

    private String apply(Expr.Function function, Expr of) {
        return switch (function) {
            case EXP -> markup.exponential(write(of, Binding.SUM));
            case LN -> markup.call("ln", write(of, Binding.SUM));
            case SIGMOID -> markup.call("σ", write(of, Binding.SUM));
            case TANH -> markup.call("tanh", write(of, Binding.SUM));
            case NORMAL_CDF -> markup.call("Φ", write(of, Binding.SUM));
            case NORMAL_PDF -> markup.call("φ", write(of, Binding.SUM));
            case ABS -> markup.absolute(write(of, Binding.SUM));
        };
    }

    /** A slope of few values is put in as its value; ELU's left branch as e^p. */
    private String slope(Activation activation, double slope, Expr of) {
        if (numbers == null || !(of instanceof Expr.Leaf(var ref))) {
            return markup.call(nameOf(activation) + "′", write(of, Binding.SUM));
        }
        String p = numbers.apply(ref);
        boolean positive =
                !p.startsWith("−") && p.chars().anyMatch(c -> (c >= '1' && c <= '9') || c == '∞');
        if (activation == Activation.ELU && !positive) {
            return markup.exponential(write(of, Binding.SUM));
        }
        double value = activation.derivative(positive ? 1 : -1, slope);
        return markup.number(Numbers.canonical(value), ref.quantity().address(), "cp");
    }

    /** The name of an activation function in formulas and tables. */
    public static String nameOf(Activation activation) {
        return switch (activation) {
            case IDENTITY -> "id";
            case RELU -> "ReLU";
            case LEAKY_RELU -> "LeakyReLU";
            case ELU -> "ELU";
            case SIGMOID -> "σ";
            case TANH -> "tanh";
            case SOFTPLUS -> "softplus";
            case SILU -> "SiLU";
            case GELU -> "GELU";
            case SOFTMAX -> "softmax";
        };
    }
}
