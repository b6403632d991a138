package org.chainrule.solution;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.chainrule.derivation.Decimal;
import org.chainrule.derivation.DecimalEvaluation;
import org.chainrule.derivation.Evaluation;
import org.chainrule.derivation.Expr;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Rounding;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.notation.Language;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a number that is a sum over edges: of a preactivation what flows in, of an error
 * gradient what flows back.
 */
public final class Paths {
    /** Decimals that a share may have beyond those of its sum, until the shares add up to it. */
    private static final int MORE = 20;

    private final Display display;
    private final List<Path> paths;

    /**
     * One term of the sum, or several that are written as one.
     *
     * @param parameter the weight of its edge, or the bias; null where there are several
     * @param count how many there are
     * @param term their formula
     * @param share what it comes to, as it is displayed
     * @param value the same as a double
     * @param rounded the same as the decimal that is displayed; null where it is not finite, and in
     *     exact arithmetic
     */
    public record Path(
            @Nullable Quantity parameter,
            int count,
            Expr term,
            String share,
            double value,
            @Nullable BigDecimal rounded) {}

    /** What a term comes to. */
    private record Share(String text, double value, @Nullable BigDecimal rounded) {}

    private Paths(Display display, Line line, UnaryOperator<Expr> written) {
        this.display = display;
        Ref subject = line.subject();
        List<Quantity> parameters = parameters(subject.quantity());
        Expr formula =
                parameters.isEmpty()
                        ? new Expr.Sum(List.of())
                        : written.apply(multipliedOut(line.formula()));
        List<Expr> terms = formula instanceof Expr.Sum(var sum) ? sum : List.of(formula);
        Rounding paper = display.worksheet().paper();
        List<Share> shares =
                paper == null
                        ? terms.stream().map(this::exact).toList()
                        : onPaper(paper, subject, terms);
        paths = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < terms.size(); i++) {
            int count = terms.get(i) instanceof Expr.Folded(var several) ? several.size() : 1;
            Quantity own = count == 1 ? parameters.get(first) : null;
            Share share = shares.get(i);
            paths.add(new Path(own, count, terms.get(i), share.text, share.value, share.rounded));
            first += count;
        }
    }

    /** Every term of {@code line}'s formula; none where it is no sum over edges. */
    public static List<Path> each(Display display, Line line) {
        return List.copyOf(new Paths(display, line, UnaryOperator.identity()).paths);
    }

    /** The same, but of a long sum those in the middle together. */
    public static List<Path> folded(Display display, Line line) {
        return List.copyOf(new Paths(display, line, Folding::of).paths);
    }

    /** The term of a path, with numbers put in; its share where it is of several. */
    public static String typeset(Display display, Path path, Language language) {
        return new Insertion(display, path).typeset(language);
    }

    /** The same as a part of what the letter of a number of this kind stands for. */
    public static String typeset(Display display, Path path, Kind kind, Language language) {
        return new Insertion(display, path).typeset(kind, language);
    }

    /** Of each term the parameter on its edge. */
    private List<Quantity> parameters(Quantity subject) {
        Network network = display.problem().network();
        int l = network.indexOf(subject.layer());
        List<Quantity> parameters = new ArrayList<>();
        if (subject.kind() == Kind.P) {
            Layer layer = network.layer(l);
            for (int t = 1; t <= layer.sources(); t++) {
                parameters.add(Quantity.w(layer.name(), subject.k(), t));
            }
            if (layer.biases() != null) {
                parameters.add(Quantity.b(layer.name(), subject.k()));
            }
        } else if (isError(subject.kind())
                && l < network.depth() - 1
                && !network.layer(l + 1).isWeightless()) {
            Layer next = network.layer(l + 1);
            for (int k = 1; k <= next.size(); k++) {
                parameters.add(Quantity.w(next.name(), k, subject.k()));
            }
        }
        return parameters;
    }

    /**
     * Whether it is what flows back to a neuron or an input, which stands before all layers; so is
     * δ where it is worked out at once.
     */
    private boolean isError(Kind kind) {
        return kind == Kind.DZ
                || kind == Kind.DX
                || (kind == Kind.DP && !display.way().hasErrors());
    }

    /** Of g′ · (a + b), g′ · a + g′ · b. */
    private static Expr multipliedOut(Expr formula) {
        if (formula instanceof Expr.Product(var factors)
                && factors.getLast() instanceof Expr.Sum(var terms)) {
            List<Expr> before = factors.subList(0, factors.size() - 1);
            return new Expr.Sum(terms.stream().map(term -> times(before, term)).toList());
        }
        return formula;
    }

    private static Expr times(List<Expr> before, Expr term) {
        List<Expr> factors = new ArrayList<>(before);
        factors.addAll(term instanceof Expr.Product(var inner) ? inner : List.of(term));
        return new Expr.Product(factors);
    }

    private Share exact(Expr term) {
        double value = Evaluation.of(term, display.values());
        int decimals = display.view().digits();
        boolean small = value != 0 && Math.abs(value) < 0.5 * Math.pow(10, -decimals);
        String text =
                small
                        ? display.numbers().scientific(value, 2)
                        : display.numbers().format(value, decimals);
        return new Share(text, value, null);
    }

    /** Shares are not written; they have as many decimals as it takes for them to add up. */
    private List<Share> onPaper(Rounding paper, Ref subject, List<Expr> terms) {
        DecimalEvaluation evaluation = new DecimalEvaluation(this::written);
        List<Decimal> shares = terms.stream().map(evaluation::value).toList();
        int shown = paper.decimalsOf(subject.quantity().kind());
        BigDecimal sum = display.values().written(subject);
        int decimals = shown + 1;
        while (sum != null && decimals < shown + MORE && !addUp(shares, decimals, sum, shown)) {
            decimals++;
        }
        int enough = decimals;
        return shares.stream().map(share -> onPaper(share, enough)).toList();
    }

    private static boolean addUp(List<Decimal> shares, int decimals, BigDecimal sum, int shown) {
        BigDecimal read = BigDecimal.ZERO;
        for (Decimal share : shares) {
            BigDecimal finite = share.rounded(decimals).finite();
            if (finite == null) {
                return true;
            }
            read = read.add(finite);
        }
        return read.setScale(shown, RoundingMode.HALF_UP).compareTo(sum) == 0;
    }

    private Share onPaper(Decimal share, int decimals) {
        BigDecimal finite = share.rounded(decimals).finite();
        double value = share.toDouble();
        return finite == null
                ? new Share(display.numbers().format(value, 0), value, null)
                : new Share(display.numbers().exact(finite), value, finite);
    }

    private Decimal written(Ref ref) {
        BigDecimal written = display.values().written(ref);
        return written == null ? Decimal.of(display.values().value(ref)) : Decimal.of(written);
    }
}
