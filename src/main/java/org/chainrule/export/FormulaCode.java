package org.chainrule.export;

import java.util.List;
import java.util.stream.Collectors;
import org.chainrule.derivation.Expr;
import org.chainrule.derivation.Expr.Function;
import org.chainrule.derivation.Quantity.Kind;

/**
 * Formulas of one neuron's numbers as expressions of a program, in the form that keeps its digits.
 * NumPy and Java differ in names and in cases alone.
 */
abstract class FormulaCode {
    /**
     * An expression.
     *
     * @param whole whether it holds together as a factor, without parentheses
     */
    record Piece(String code, boolean whole) {}

    private final String p;
    private final String z;
    private final String y;
    private final String total;

    /** With the program's names of a neuron's numbers, and of the sum that J is made of. */
    FormulaCode(String p, String z, String y, String total) {
        this.p = p;
        this.z = z;
        this.y = y;
        this.total = total;
    }

    abstract String name(Function function);

    /**
     * {@code positive} where {@code of} is positive or not a number, {@code otherwise} elsewhere.
     */
    abstract Piece cases(String of, String positive, String otherwise);

    final String of(Expr expr) {
        return piece(expr).code();
    }

    /** As a factor. */
    final String tight(Expr expr) {
        Piece piece = piece(expr);
        return piece.whole() ? piece.code() : "(" + piece.code() + ")";
    }

    private Piece piece(Expr expr) {
        return switch (expr) {
            case Expr.Num(var value) ->
                    new Piece(Code.literal(value.doubleValue()), value.signum() >= 0);
            case Expr.Symbol symbol -> new Piece(name(symbol.kind()), true);
            case Expr.Neg(var of) -> new Piece("-" + tight(of), false);
            case Expr.Sum(var terms) -> new Piece(sum(terms), false);
            case Expr.Product(var factors) ->
                    new Piece(
                            factors.stream().map(this::tight).collect(Collectors.joining(" * ")),
                            factors.size() == 1);
            case Expr.Quotient(var over, var under) ->
                    new Piece(tight(over) + " / " + tight(under), false);
            case Expr.Square(var of) -> new Piece(tight(of) + " * " + tight(of), false);
            case Expr.Apply(var function, var of) ->
                    new Piece(name(function) + "(" + of(of) + ")", true);
            case Expr.Activated(_, _, _, _, var meaning) -> piece(meaning);
            case Expr.Cases(var of, var positive, var otherwise) ->
                    cases(of(of), of(positive), of(otherwise));
            case Expr.Careful(_, var evaluated) -> piece(evaluated);
            case Expr.Vanishing(var factor, Expr.Product(var factors)) ->
                    new Piece("times(%s, %s)".formatted(of(factor), of(factors.getLast())), true);
            case Expr.Vanishing(_, Expr.Quotient(var over, var under)) ->
                    new Piece("over(%s, %s)".formatted(of(over), of(under)), true);
            case Expr.Vanishing _,
                    Expr.Leaf _,
                    Expr.Power _,
                    Expr.Folded _,
                    Expr.Change _,
                    Expr.LogSumExp _,
                    Expr.Share _,
                    Expr.Partial _,
                    Expr.Named _,
                    Expr.SumOver _ ->
                    throw new IllegalArgumentException("not of one neuron: " + expr);
        };
    }

    private String name(Kind kind) {
        return switch (kind) {
            case P -> p;
            case Z -> z;
            case Y -> y;
            case J -> total;
            case X, W, B, S, DZ, DP, DW, DB, NW, NB, U, M, V, NU, NM, NV, MH, VH, DX, LR ->
                    throw new IllegalArgumentException("not of one neuron: " + kind);
        };
    }

    private String sum(List<Expr> terms) {
        StringBuilder sum = new StringBuilder(of(terms.getFirst()));
        for (Expr term : terms.subList(1, terms.size())) {
            sum.append(term instanceof Expr.Neg(var of) ? " - " + tight(of) : " + " + of(term));
        }
        return sum.toString();
    }
}
