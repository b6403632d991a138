package org.chainrule.solution;

import java.util.Optional;
import org.chainrule.derivation.Derivation;
import org.chainrule.derivation.Expr;
import org.chainrule.derivation.General;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Ref;
import org.chainrule.notation.Language;
import org.chainrule.notation.Typesetter;
import org.jspecify.annotations.Nullable;

/**
 * One number worked out: its letter, its formula with symbols, the same with numbers put in, its
 * value. A line is true: what stands right of its letter comes to the number displayed as its
 * value.
 *
 * <p>What it is made of is made when it is first asked for.
 */
public final class Line implements Told {
    private final Display display;
    private final Ref subject;
    private @Nullable Derivation derivation;
    private @Nullable Insertion insertion;

    Line(Display display, Ref subject) {
        this.display = display;
        this.subject = subject;
    }

    public Ref subject() {
        return subject;
    }

    /** The address of its number; of one sample's share in a number of the batch, {@code J~3}. */
    public String address() {
        String address = subject.quantity().address();
        boolean share = !subject.isBatch() && !subject.quantity().isOfSample();
        return share && display.isBatch() ? address + "~" + (subject.sample() + 1) : address;
    }

    private Derivation derivation() {
        Derivation known = derivation;
        if (known == null) {
            known = Derivation.of(display.problem(), subject, display.way());
            derivation = known;
        }
        return known;
    }

    /** Evaluating it gives the value. */
    public Expr formula() {
        return derivation().formula();
    }

    /** The line of what an update adds to the parameter, which this one reads: ΔΘ. */
    public Optional<ChangeLine> change() {
        return Change.isOf(display, subject.quantity())
                ? Optional.of(new ChangeLine(display, subject, derivation()))
                : Optional.empty();
    }

    private Expr written(Expr formula) {
        return Change.isOf(display, subject.quantity()) ? Change.added(formula) : formula;
    }

    /** The formula of its step, with letters for indices; an activation of cases with its cases. */
    @Override
    public String general(Language language) {
        Typesetter symbols = display.symbols(language);
        Typesetter letters = subject.isBatch() ? symbols : symbols.ofEachSample();
        Expr name = General.subject(display.problem().network(), subject.quantity());
        return equation(
                letters,
                letters.side(kind(), name),
                kind() == Kind.S && derivation().general() instanceof Expr.Activated slope
                        ? slope.meaning()
                        : written(derivation().general()));
    }

    /** name = formula; an activation of cases with its cases. */
    @Override
    public String symbolic(Language language) {
        Typesetter symbols = display.symbols(language);
        return equation(symbols, symbols.letter(subject), Folding.of(written(formula())));
    }

    private String equation(Typesetter symbols, String name, Expr formula) {
        String side = symbols.side(kind(), formula);
        return formula instanceof Expr.Activated(_, _, _, _, var meaning)
                ? symbols.equation(name, side, symbols.side(kind(), meaning))
                : symbols.equation(name, side);
    }

    /** name = numbers = value. */
    @Override
    public String worked(Language language) {
        Typesetter symbols = display.symbols(language);
        String value = symbols.value(subject.quantity(), display.whole(subject));
        return symbols.equation(symbols.letter(subject), right(language, symbols), value);
    }

    /** name = numbers, without what they come to. */
    public String inserted(Language language) {
        Typesetter symbols = display.symbols(language);
        String right =
                change().isPresent()
                        ? new Insertion(display, subject, formula()).typeset(kind(), language)
                        : right(language, symbols);
        return symbols.equation(symbols.letter(subject), right);
    }

    /** Where its formula is another number alone, that number's name. */
    private String right(Language language, Typesetter symbols) {
        return formula() instanceof Expr.Leaf leaf
                ? symbols.side(kind(), leaf)
                : insertion().typeset(kind(), language);
    }

    private Kind kind() {
        return subject.quantity().kind();
    }

    private Insertion insertion() {
        Insertion known = insertion;
        if (known == null) {
            known = new Insertion(display, subject, written(formula()));
            insertion = known;
        }
        return known;
    }
}
