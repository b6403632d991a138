package org.chainrule.solution;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chainrule.derivation.Decimal;
import org.chainrule.derivation.DecimalEvaluation;
import org.chainrule.derivation.Evaluation;
import org.chainrule.derivation.Expr;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Reads;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Rewrite;
import org.chainrule.derivation.Rounding;
import org.chainrule.notation.Inserted;
import org.chainrule.notation.Language;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of one line, with so many digits that the line is true as it is read: its right side,
 * worked from the numbers as they are displayed, gives the number displayed as its value (sheet).
 *
 * <p>In exact arithmetic they have the page's decimals, or as many as it takes; one that is not 0
 * never stands there as 0. On paper they are the written numbers; what is not written has as many
 * decimals as it takes.
 */
final class Insertion implements Inserted {
    /** Decimals that are added where there are too few. */
    private static final int MORE = 2;

    /** In exact arithmetic, beyond so many decimals a number has all its digits. */
    private static final int WHOLE = 16;

    /** Units of the last place that a line's right side may be away from its value, … */
    private static final int PLACES = 5;

    /** … or this share of it. */
    private static final double SHARE = 0.001;

    /** Decimals, at least, of what is not written, … */
    private static final int LEAST = 3;

    /** … and at most; enough for any line. */
    private static final int MOST = 60;

    private final Display display;
    private final @Nullable Rounding paper;
    private final List<Expr> formulas;
    private final Map<Ref, Displayed> numbers = new HashMap<>();
    private final Map<Expr, Displayed> together = new HashMap<>();

    /** Decimals of numbers in exact arithmetic, and of what is not written on paper. */
    private int decimals;

    /** Whether the value is not finite on paper: ∞ times a number that stands as 0 is another. */
    private boolean infinite;

    /** Whether numbers of exact arithmetic have all their digits. */
    private boolean whole;

    /**
     * @param formula of {@code subject}
     */
    Insertion(Display display, Ref subject, Expr formula) {
        this(display, Folding.of(formula));
        settle(List.of(subject));
    }

    /** Of lines that stand together, none of them folded: one text for each number in all. */
    Insertion(Display display, List<Line> lines) {
        this(display, lines.stream().map(Line::formula).toArray(Expr[]::new));
        settle(lines.stream().map(Line::subject).toList());
    }

    /** Of what an update adds. */
    Insertion(Display display, Expr.Change change) {
        this(display, change.value());
        if (paper == null) {
            settle(formulas.getFirst(), Evaluation.of(change.value(), display.values()), 0);
        }
    }

    /** Of a term, which comes to the share displayed beside it. */
    Insertion(Display display, Paths.Path path) {
        this(display, Folding.of(path.term()));
        BigDecimal rounded = path.rounded();
        if (paper == null) {
            settle(formulas.getFirst(), path.value(), 0);
        } else {
            settle(formulas.getFirst(), rounded, rounded == null ? 0 : rounded.scale());
        }
    }

    private Insertion(Display display, Expr... formulas) {
        this.display = display;
        paper = display.worksheet().paper();
        decimals =
                paper == null ? display.view().digits() : Math.max(LEAST, paper.gradientDecimals());
        Branches branches = new Branches(display.values(), paper != null);
        this.formulas = Arrays.stream(formulas).map(branches::taken).toList();
    }

    /** Where digits are added for one line, those before it are looked at again. */
    private void settle(List<Ref> subjects) {
        int before;
        do {
            before = decimals;
            for (int i = 0; i < subjects.size(); i++) {
                Ref subject = subjects.get(i);
                if (paper == null) {
                    settle(
                            formulas.get(i),
                            display.values().value(subject),
                            Math.max(0, display.decimals(subject) - display.view().digits()));
                } else {
                    settle(
                            formulas.get(i),
                            display.values().written(subject),
                            display.decimals(subject));
                }
            }
        } while (decimals != before && subjects.size() > 1);
    }

    String typeset(Language language) {
        return display.with(this, language).of(formulas.getFirst());
    }

    /** What an update adds, as one number. */
    String typeset(Kind kind, Expr.Change change, Language language) {
        return display.with(this, language).side(kind, change);
    }

    /** As the value of the letter of a number of this kind. */
    String typeset(Kind kind, Language language) {
        return display.with(this, language).side(kind, formulas.getFirst());
    }

    @Override
    public String number(Ref ref) {
        return displayed(ref).text();
    }

    @Override
    public String together(Expr.Folded terms) {
        return displayed(terms).text();
    }

    @Override
    public String change(Expr.Change change) {
        return displayed(change).text();
    }

    /**
     * Where the page's decimals are too few to come near the value, such as in 1/(1 − z), the line
     * has more of them.
     *
     * @param more decimals that the value has beyond the page's
     */
    private void settle(Expr expr, double value, int more) {
        double last = Math.pow(10, -decimals - more);
        while (Double.isFinite(value) && !whole && !isNear(expr, value, last)) {
            decimals += MORE;
            whole = decimals > WHOLE;
            numbers.clear();
            together.clear();
        }
    }

    private boolean isNear(Expr expr, double value, double last) {
        return Math.abs(read(expr) - value) <= Math.max(PLACES * last, SHARE * Math.abs(value));
    }

    /** The right side in doubles, from the numbers as they are displayed. */
    private double read(Expr expr) {
        return Evaluation.with(unfolded(expr), ref -> displayed(ref).value());
    }

    private void settle(Expr expr, @Nullable BigDecimal written, int shown) {
        infinite |= written == null;
        if (written == null || !isCut(expr)) {
            return;
        }
        BigDecimal value = written.setScale(shown, RoundingMode.HALF_UP);
        while (decimals < MOST && !isTrue(expr, value, shown)) {
            numbers.clear();
            together.clear();
            decimals++;
        }
    }

    /** Whether a number stands in the line that is not written on paper. */
    private boolean isCut(Expr part) {
        if (part instanceof Expr.Folded
                || (part instanceof Expr.Leaf(var ref) && !isWritten(ref))) {
            return true;
        }
        return Reads.parts(part).stream().anyMatch(this::isCut);
    }

    private boolean isWritten(Ref ref) {
        return paper == null || paper.isWritten(ref.quantity().kind());
    }

    private boolean isTrue(Expr expr, BigDecimal value, int shown) {
        Decimal read = new DecimalEvaluation(ref -> decimal(displayed(ref))).value(unfolded(expr));
        BigDecimal finite = read.rounded(shown).finite();
        return finite == null || finite.compareTo(value) == 0;
    }

    private static Decimal decimal(Displayed number) {
        BigDecimal finite = number.decimal();
        return finite == null ? Decimal.of(number.value()) : Decimal.of(finite);
    }

    /** {@code part} with what its folded terms are displayed to come to. */
    private Expr unfolded(Expr part) {
        if (part instanceof Expr.Folded folded) {
            BigDecimal sum = displayed(folded).decimal();
            return sum == null ? folded : new Expr.Num(sum);
        }
        if (part instanceof Expr.Change change) {
            BigDecimal added = displayed(change).decimal();
            return added == null ? change : new Expr.Num(added);
        }
        return Rewrite.parts(part, this::unfolded);
    }

    private Displayed displayed(Ref ref) {
        return numbers.computeIfAbsent(ref, this::insert);
    }

    private Displayed displayed(Expr.Folded terms) {
        return together.computeIfAbsent(terms, _ -> together(terms, true));
    }

    /** On paper it is not rounded. */
    private Displayed displayed(Expr.Change change) {
        return together.computeIfAbsent(change, _ -> together(change.value(), false));
    }

    private Displayed insert(Ref ref) {
        double value = display.values().value(ref);
        if (!Double.isFinite(value)) {
            return new Displayed(null, value, display.text(ref));
        }
        if (display.isTyped(ref.quantity())) {
            BigDecimal typed = new BigDecimal(Double.toString(value));
            return paper != null || whole
                    ? new Displayed(typed, value, display.entered(ref))
                    : new Displayed(typed, value, display.text(ref));
        }
        if (ref.quantity().kind() == Kind.S && value == Math.rint(value)) {
            return new Displayed(BigDecimal.valueOf(value), value, display.text(ref));
        }
        BigDecimal written = display.values().written(ref);
        return written == null
                ? exact(value)
                : isWritten(ref) || (decimals >= MOST && ref.quantity().isOfState())
                        ? whole(written)
                        : unwritten(written);
    }

    private Displayed together(Expr part, boolean rounded) {
        if (paper == null) {
            double value = Evaluation.of(part, display.values());
            return Double.isFinite(value)
                    ? exact(value)
                    : Displayed.infinite(value, display.numbers());
        }
        Decimal value = new DecimalEvaluation(ref -> decimal(displayed(ref))).value(part);
        BigDecimal finite = value.finite();
        return finite == null
                ? Displayed.infinite(value.toDouble(), display.numbers())
                : rounded ? unwritten(finite) : whole(finite);
    }

    private Displayed exact(double value) {
        return whole
                ? Displayed.full(value, display.numbers())
                : Displayed.exact(value, decimals, display.numbers());
    }

    private Displayed unwritten(BigDecimal value) {
        BigDecimal rounded =
                value.scale() <= decimals ? value : value.setScale(decimals, RoundingMode.HALF_UP);
        return infinite && rounded.signum() == 0 && value.signum() != 0
                ? Displayed.twoDigits(value, display.numbers())
                : whole(rounded);
    }

    private Displayed whole(BigDecimal value) {
        return Displayed.whole(value, display.numbers());
    }
}
