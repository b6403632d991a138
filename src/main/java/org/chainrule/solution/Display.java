package org.chainrule.solution;

import java.math.BigDecimal;
import org.chainrule.derivation.Derivation;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Rounding;
import org.chainrule.derivation.Values;
import org.chainrule.derivation.Way;
import org.chainrule.engine.Problem;
import org.chainrule.notation.Inserted;
import org.chainrule.notation.Language;
import org.chainrule.notation.Numbers;
import org.chainrule.notation.Signs;
import org.chainrule.notation.Typesetter;
import org.chainrule.worksheet.Step;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * How a worksheet's numbers are displayed.
 *
 * @param values the worksheet's numbers in its own arithmetic
 */
public record Display(Worksheet worksheet, Values values, View view, Numbers numbers) {
    /** Digits that a number has at least, where it is of a kind that may be small. */
    private static final int DIGITS = 3;

    /** Decimals up to which such a number is written out. */
    private static final int TINY = 12;

    /** Digits before the decimal point up to which {@link Numbers#format} writes a number out. */
    private static final int PLAIN = 9;

    public static Display of(Solved solved, View view, Numbers numbers) {
        return new Display(solved.worksheet(), solved.values(), view, numbers);
    }

    Problem problem() {
        return worksheet.problem();
    }

    /** What has lines of its own here. */
    public Way way() {
        return new Way(view.notation().form(), worksheet.paper());
    }

    boolean isBatch() {
        return problem().isReduced();
    }

    /** {@code quantity} of the sample on show, or of the batch. */
    public Ref ref(Quantity quantity) {
        return Ref.shown(quantity, view.sample());
    }

    public String text(Ref ref) {
        Rounding paper = worksheet.paper();
        double value = values.value(ref);
        if (isTyped(ref.quantity())) {
            return paper == null ? numbers.brief(value, view.digits()) : typed(ref, value, paper);
        }
        if (ref.quantity().kind() == Kind.S && value == Math.rint(value)) {
            return numbers.format(value, 0);
        }
        if (decimals(ref) > TINY && ref.quantity().isOfState()) {
            return numbers.scientific(value, DIGITS);
        }
        BigDecimal written = values.written(ref);
        return paper != null && written != null
                ? numbers.format(written, decimals(ref))
                : numbers.format(value, decimals(ref));
    }

    /** The decimals of a computed number; what an optimizer keeps has three digits at least. */
    int decimals(Ref ref) {
        Rounding paper = worksheet.paper();
        Kind kind = ref.quantity().kind();
        int usual = paper == null ? view.digits() : paper.decimalsOf(kind);
        double value = values.value(ref);
        return ref.quantity().isOfState() && value != 0 && Double.isFinite(value)
                ? Math.max(usual, DIGITS - 1 - Numbers.exponent(value))
                : usual;
    }

    /** Of a frozen parameter after the update, every digit is one of its line. */
    private String typed(Ref ref, double value, Rounding paper) {
        Quantity quantity = ref.quantity();
        int least = typedDecimals(quantity, paper);
        return quantity.isEditable()
                ? numbers.brief(value, paper.decimalsOf(quantity.kind()), least)
                : numbers.atLeast(value, least);
    }

    /**
     * A number that can be edited, for its field: all digits, so that it reads back as itself, with
     * the zeros at its end that it is displayed with.
     */
    public String entered(Ref ref) {
        Rounding paper = worksheet.paper();
        int least = paper == null ? 0 : typedDecimals(ref.quantity(), paper);
        return numbers.asTyped(values.value(ref), least);
    }

    /** The same, but a written number is never cut, however large it is. */
    String whole(Ref ref) {
        BigDecimal written = values.written(ref);
        Rounding paper = worksheet.paper();
        boolean unwritten = paper != null && !paper.isWritten(ref.quantity().kind());
        return written == null || unwritten || written.precision() - written.scale() <= PLAIN
                ? text(ref)
                : numbers.exact(written);
    }

    /** Whether the number is as it was typed; so is a frozen parameter after the update. */
    boolean isTyped(Quantity quantity) {
        boolean updated = quantity.kind() == Kind.NW || quantity.kind() == Kind.NB;
        return quantity.isEditable()
                || (updated
                        && worksheet.paper() != null
                        && Derivation.isFrozen(problem(), quantity));
    }

    private static int typedDecimals(Quantity quantity, Rounding paper) {
        return switch (quantity.kind()) {
            case W, B -> paper.decimals();
            case NW, NB -> paper.decimalsOf(quantity.kind());
            case X, Y, LR, P, Z, S, DZ, DP, DW, DB, U, M, V, NU, NM, NV, MH, VH, DX, J -> 0;
        };
    }

    /** The number as it is displayed, or null where its step is not yet reached. */
    public @Nullable String reached(Quantity quantity) {
        return isReached(quantity) ? text(ref(quantity)) : null;
    }

    public boolean isReached(Quantity quantity) {
        return isGiven(quantity) && (view.showAll() || step(quantity).compareTo(view.step()) <= 0);
    }

    /** Whether the number is not asked for, nor worked out from one that is. */
    public boolean isGiven(Quantity quantity) {
        return view.asked() == null || new Asking(problem(), view.asked()).gives(quantity);
    }

    /** The step that produces {@code quantity}; what is typed is there from the start. */
    public Step step(Quantity quantity) {
        return Step.of(problem(), quantity);
    }

    /** How these numbers are named. */
    public Signs signs() {
        return new Signs(view.notation(), problem().network());
    }

    public Typesetter symbols(Language language) {
        return Typesetter.symbols(language, signs()).in(numbers).inBatch(isBatch());
    }

    /** Formulas with these numbers in the place of symbols. */
    Typesetter with(Inserted inserted, Language language) {
        return Typesetter.numbers(language, signs(), inserted).in(numbers).inBatch(isBatch());
    }
}
