package org.chainrule.notation;

import java.util.List;
import java.util.Locale;
import org.chainrule.derivation.Expr;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Ref;
import org.jspecify.annotations.Nullable;

/**
 * Writes formulas: with symbols, or with numbers put in.
 *
 * <p>Parentheses follow from precedence, so that no formula needs to carry its own.
 */
public final class Typesetter {
    private static final Numbers ENGLISH = Numbers.in(Locale.ENGLISH);

    private final Markup markup;
    private final Signs signs;

    /** What stands in the place of symbols, or null to write those. */
    private final @Nullable Inserted numbers;

    /** Whether a loss of one sample is told from that of all. */
    private final boolean batch;

    /** The sample whose loss a general formula is of, or empty. */
    private final String sample;

    /** How a formula's own constants are written. */
    private final Numbers locale;

    private Typesetter(
            Markup markup,
            Signs signs,
            Numbers locale,
            @Nullable Inserted numbers,
            boolean batch,
            String sample) {
        this.markup = markup;
        this.signs = signs;
        this.locale = locale;
        this.numbers = numbers;
        this.batch = batch;
        this.sample = sample;
    }

    public static Typesetter symbols(Language language, Signs signs) {
        return new Typesetter(language.markup(), signs, ENGLISH, null, false, "");
    }

    /** Leaves become {@code numbers}. */
    public static Typesetter numbers(Language language, Signs signs, Inserted numbers) {
        return new Typesetter(language.markup(), signs, ENGLISH, numbers, false, "");
    }

    /** With constants as {@code numbers} are written. */
    public Typesetter in(Numbers numbers) {
        return new Typesetter(markup, signs, numbers, this.numbers, batch, sample);
    }

    /** Where there are several samples: J₃ is the third one's loss, J that of all. */
    public Typesetter inBatch(boolean batch) {
        return new Typesetter(markup, signs, locale, numbers, batch, sample);
    }

    /** General formulas of one sample's loss, Jₛ. */
    public Typesetter ofEachSample() {
        return new Typesetter(markup, signs, locale, numbers, batch, batch ? "s" : "");
    }

    /** {@code expr} as it is: in letters, or in the numbers themselves. */
    public String of(Expr expr) {
        return numbers == null
                ? write(new Opposites(signs.notation()).of(expr), Binding.SUM)
                : write(expr, Binding.SUM);
    }

    /**
     * A side of an equation whose other side is the letter of a number of this kind, in letters or
     * in what these stand for.
     */
    public String side(Quantity.Kind kind, Expr expr) {
        Opposites opposites = new Opposites(signs.notation());
        Inserted values = numbers == null ? null : opposites.of(numbers);
        return new Typesetter(markup, signs, locale, values, batch, sample)
                .write(opposites.side(kind, expr), Binding.SUM);
    }

    /** The letter of a number, which may stand for its opposite. */
    public String letter(Ref ref) {
        return markup.sign(sign(ref).positive(), ref.quantity().address());
    }

    /** The text of a number as the value of its letter. */
    public String value(Quantity quantity, String text) {
        return number(quantity, signs.notation().worth(quantity.kind(), text));
    }

    public String name(Quantity quantity) {
        return markup.sign(signs.sign(quantity), quantity.address());
    }

    /** The name of one sample's number, or of the batch's. */
    public String name(Ref ref) {
        return markup.sign(sign(ref), ref.quantity().address());
    }

    private Sign sign(Ref ref) {
        String own = batch && !ref.isBatch() ? Integer.toString(ref.sample() + 1) : "";
        return signs.sign(ref.quantity(), own);
    }

    public String neuron(String layer, int k) {
        return markup.sign(signs.neuron(layer, k), "");
    }

    /** Where it is plain of which layer it is. */
    public String neuronInLayer(String layer, int k) {
        return markup.sign(signs.neuron(layer, k).withoutLayer(), "");
    }

    /** All numbers of this kind of a layer together. */
    public String matrix(Quantity.Kind kind, String layer) {
        return markup.sign(signs.matrix(kind, layer), "");
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
                boolean tight = Binding.of(expr, numbers).compareTo(least) >= 0;
                yield tight ? markup.row(written) : markup.parentheses(written);
            }
        };
    }

    private String bare(Expr expr) {
        return switch (expr) {
            case Expr.Num(var value) -> markup.constant(locale.exact(value.stripTrailingZeros()));
            case Expr.Leaf(var ref) -> leaf(ref);
            case Expr.Neg(var of) -> markup.negative(write(of, Binding.PRODUCT));
            case Expr.Sum(var terms) -> sum(terms);
            case Expr.Product(var factors) -> product(factors, false);
            case Expr.Quotient quotient -> {
                Expr.Quotient flat = Parts.flat(quotient);
                yield markup.fraction(
                        write(flat.over(), Binding.SUM), write(flat.under(), Binding.SUM));
            }
            case Expr.Square(var of) -> markup.squared(write(of, Binding.ATOM));
            case Expr.Power(var base, int exponent) ->
                    markup.power(bare(new Expr.Num(base)), exponent);
            case Expr.Apply(var function, var of) -> apply(function, of);
            case Expr.Activated activated
                    when numbers != null
                            && activated.meaning() instanceof Expr.Leaf(var ref)
                            && ref.quantity().kind() == Quantity.Kind.S ->
                    markup.from(
                            leaf(ref),
                            factor(activated),
                            ActivationNames.of(activated),
                            write(Parts.argument(activated), Binding.SUM));
            case Expr.Activated activated ->
                    factor(activated)
                            + markup.call(
                                    ActivationNames.of(activated),
                                    write(Parts.argument(activated), Binding.SUM));
            case Expr.Cases(var of, var positive, var otherwise) -> {
                Parts.Compared compared = Parts.compared(of);
                yield markup.cases(
                        write(positive, Binding.SUM),
                        write(otherwise, Binding.SUM),
                        write(compared.left(), Binding.SUM),
                        write(compared.right(), Binding.SUM));
            }
            case Expr.Folded folded -> folded(folded);
            case Expr.Change change -> change(change);
            case Expr.LogSumExp(var of) -> markup.call("ln", exponentials(of));
            case Expr.Share share -> bare(share.shown());
            case Expr.Careful(var shown, _) -> bare(shown);
            case Expr.Vanishing(_, var shown) -> bare(shown);
            case Expr.Partial(var of, var by, var value) ->
                    numbers == null ? markup.partial(letter(of), letter(by)) : bare(value);
            case Expr.Symbol(var kind, var layer, var k, var t) ->
                    markup.sign(signs.sign(kind, layer, k, t, sample).positive(), "");
            case Expr.Named(var name, var of) -> named(name, of);
            case Expr.SumOver(var index, var body) ->
                    markup.sumOver(signs.index(index), write(body, Binding.PRODUCT));
        };
    }

    private String named(String name, Expr of) {
        return switch (name) {
            case "s" -> ofEachSample().bare(of);
            case "δ" -> {
                String both = of instanceof Expr.Symbol symbol ? symbol.k() : "";
                yield markup.sign(Sign.of("δ", both, "cx"), "");
            }
            default -> markup.call(name, bare(of));
        };
    }

    private String leaf(Ref ref) {
        return numbers == null ? letter(ref) : number(ref.quantity(), numbers.number(ref));
    }

    private String change(Expr.Change change) {
        Sign parameter =
                switch (change.of()) {
                    case Expr.Leaf(var ref) -> sign(ref);
                    case Expr.Symbol(var kind, var layer, var k, var t) ->
                            signs.sign(kind, layer, k, t, "");
                };
        return numbers == null
                ? markup.sign(parameter.change().positive(), "")
                : markup.number(numbers.change(change), "", parameter.role());
    }

    private String exponentials(List<Expr> of) {
        return of.isEmpty()
                ? markup.constant("0")
                : sum(of.stream().map(p -> Expr.apply(Expr.Function.EXP, p)).toList());
    }

    private String folded(Expr.Folded folded) {
        return numbers == null
                ? markup.dots()
                : markup.together(numbers.together(folded), folded.terms().size());
    }

    private String sum(List<Expr> terms) {
        StringBuilder text = new StringBuilder(write(terms.getFirst(), Binding.SUM));
        for (Expr term : terms.subList(1, terms.size())) {
            boolean negative = term instanceof Expr.Neg;
            text.append(negative ? markup.minus() : markup.plus());
            text.append(write(negative ? ((Expr.Neg) term).of() : term, Binding.PRODUCT));
        }
        return text.toString();
    }

    private String product(List<Expr> factors, boolean signed) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < factors.size(); i++) {
            boolean number =
                    factors.get(i) instanceof Expr.Leaf || factors.get(i) instanceof Expr.Num;
            boolean leading = i == 0 && number;
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
            case EXPM1 -> apply(Expr.Function.EXP, of) + markup.minus() + markup.constant("1");
            case SOFTPLUS -> markup.call("softplus", write(of, Binding.SUM));
            case COSH -> markup.call("cosh", write(of, Binding.SUM));
            case LN -> markup.call("ln", write(of, Binding.SUM));
            case SIGMOID -> markup.call("σ", write(of, Binding.SUM));
            case TANH -> markup.call("tanh", write(of, Binding.SUM));
            case NORMAL_CDF -> markup.call("Φ", write(of, Binding.SUM));
            case NORMAL_PDF -> markup.call("φ", write(of, Binding.SUM));
            case SQRT -> markup.root(write(of, Binding.SUM));
            case ABS -> markup.absolute(write(of, Binding.SUM));
            case SIGN -> markup.call("sgn", write(of, Binding.SUM));
        };
    }

    /** The c of c · σ′(c · p). */
    private String factor(Expr.Activated activated) {
        return activated.isScaled() && activated.slope()
                ? write(Expr.num(activated.shape()), Binding.PRODUCT) + markup.times()
                : "";
    }
}
