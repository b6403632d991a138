package org.chainrule.notation;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.derivation.Expr;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Rewrite;

/**
 * Formulas in letters that stand for minus a number: where b is read, −θ, and where ∂J/∂p is, −δ.
 * What comes out has the same value, but a leaf of such a kind is its letter. Minus signs are
 * brought out of products.
 */
final class Opposites {
    private final Notation notation;

    Opposites(Notation notation) {
        this.notation = notation;
    }

    /** The value of each letter. */
    Inserted of(Inserted numbers) {
        return !notation.hasOpposites()
                ? numbers
                : new Inserted() {
                    @Override
                    public String number(Ref ref) {
                        return notation.worth(ref.quantity().kind(), numbers.number(ref));
                    }

                    @Override
                    public String together(Expr.Folded terms) {
                        String text = numbers.together(terms);
                        return isTurned(terms) ? Numbers.opposite(text) : text;
                    }

                    @Override
                    public String change(Expr.Change change) {
                        return notation.worth(kind(change), numbers.change(change));
                    }
                };
    }

    /** {@code expr}, or minus it where that is the value of the letter of this kind. */
    Expr side(Kind kind, Expr expr) {
        return notation.isOpposite(kind) ? minus(of(expr)) : of(expr);
    }

    Expr of(Expr expr) {
        return notation.hasOpposites() ? letters(expr) : expr;
    }

    private Expr letters(Expr expr) {
        return switch (expr) {
            case Expr.Leaf(var ref) -> letter(expr, ref.quantity().kind());
            case Expr.Symbol(var kind, _, _, _) -> letter(expr, kind);
            case Expr.Partial(var of, var by, var value) -> {
                boolean turned = isOpposite(of) != isOpposite(by);
                Expr worth = letters(value);
                yield turned
                        ? new Expr.Neg(new Expr.Partial(of, by, minus(worth)))
                        : new Expr.Partial(of, by, worth);
            }
            // They are written as one number.
            case Expr.Folded folded -> isTurned(folded) ? new Expr.Neg(folded) : folded;
            case Expr.Change change -> letter(change, kind(change));
            default -> {
                Expr changed = Rewrite.parts(expr, this::letters);
                yield changed.equals(expr) ? expr : outward(changed);
            }
        };
    }

    /** Whether each of its terms is minus something in these letters: it is minus their sum. */
    private boolean isTurned(Expr.Folded folded) {
        return folded.terms().stream().map(this::letters).allMatch(Opposites::isMinus);
    }

    private static Kind kind(Expr.Change change) {
        return change.of() instanceof Expr.Symbol symbol
                ? symbol.kind()
                : ((Expr.Leaf) change.of()).ref().quantity().kind();
    }

    private Expr letter(Expr leaf, Kind kind) {
        return notation.isOpposite(kind) ? new Expr.Neg(leaf) : leaf;
    }

    private boolean isOpposite(Ref ref) {
        return notation.isOpposite(ref.quantity().kind());
    }

    /** The same value, with minus signs of its parts before the whole. */
    private static Expr outward(Expr expr) {
        return switch (expr) {
            case Expr.Neg(var of) -> minus(of);
            case Expr.Square(Expr.Neg(var of)) -> new Expr.Square(of);
            case Expr.Apply(var function, Expr.Neg(var of)) when function == Expr.Function.ABS ->
                    new Expr.Apply(function, of);
            case Expr.Product(var factors) -> product(factors);
            case Expr.Quotient(Expr.Neg(var over), var under) ->
                    new Expr.Neg(new Expr.Quotient(over, under));
            case Expr.Sum(var terms) when terms.stream().allMatch(Opposites::isMinus) ->
                    new Expr.Neg(Expr.total(terms.stream().map(Opposites::minus).toList()));
            case Expr.SumOver(var index, Expr.Neg(var body)) ->
                    new Expr.Neg(new Expr.SumOver(index, body));
            case Expr.Named(var name, Expr.Neg(var of)) when name.equals("s") ->
                    new Expr.Neg(new Expr.Named(name, of));
            case Expr.Careful(Expr.Neg(var shown), var evaluated) ->
                    new Expr.Neg(new Expr.Careful(shown, minus(evaluated)));
            default -> expr;
        };
    }

    private static boolean isMinus(Expr expr) {
        return expr instanceof Expr.Neg;
    }

    private static Expr product(List<Expr> factors) {
        long signs = factors.stream().filter(Opposites::isMinus).count();
        Expr product =
                new Expr.Product(
                        factors.stream()
                                .map(factor -> factor instanceof Expr.Neg(var of) ? of : factor)
                                .toList());
        return signs % 2 == 0 ? product : new Expr.Neg(product);
    }

    /** Minus {@code expr}, as one would write it: y − z for z − y. */
    private static Expr minus(Expr expr) {
        return switch (expr) {
            case Expr.Neg(var of) -> of;
            case Expr.Sum(var terms) -> plusFirst(terms.stream().map(Opposites::minus).toList());
            case Expr.Careful(var shown, var evaluated) ->
                    new Expr.Careful(minus(shown), minus(evaluated));
            case Expr.Product(var factors)
                    when factors.stream().anyMatch(Opposites::isDifference) ->
                    new Expr.Product(turned(factors));
            default -> new Expr.Neg(expr);
        };
    }

    private static boolean isDifference(Expr expr) {
        return expr instanceof Expr.Sum(var terms)
                && terms.size() == 2
                && isMinus(terms.getFirst()) != isMinus(terms.getLast());
    }

    /** With the first difference the other way round. */
    private static List<Expr> turned(List<Expr> factors) {
        List<Expr> turned = new ArrayList<>(factors);
        int at = 0;
        while (!isDifference(turned.get(at))) {
            at++;
        }
        turned.set(at, minus(turned.get(at)));
        return turned;
    }

    private static Expr plusFirst(List<Expr> terms) {
        List<Expr> ordered = new ArrayList<>(terms);
        if (isMinus(terms.getFirst()) && !isMinus(terms.getLast())) {
            ordered.addFirst(ordered.removeLast());
        }
        return new Expr.Sum(ordered);
    }
}
