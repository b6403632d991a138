package org.chainrule.notation;

import java.util.List;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;

/** Writes what whole layers come to: vectors and matrices, by their letters or by their numbers. */
public final class MatrixSetter {
    private final Markup markup;
    private final Signs signs;
    private final String sample;

    /**
     * Letters and matrices in {@code language}.
     *
     * @param sample the index of the loss that gradients are of, or empty
     */
    public MatrixSetter(Language language, Signs signs, String sample) {
        markup = language.markup();
        this.signs = signs;
        this.sample = sample;
    }

    /** The letter of all numbers of a kind in a layer; it may stand for minus them. */
    public String letter(Kind kind, String layer) {
        return markup.sign(signs.matrix(kind, layer, sample).positive(), "");
    }

    /**
     * A number's text as an entry of what its letter stands for.
     *
     * @param address of the number, or empty
     */
    public String number(Quantity quantity, String address, String text) {
        String entry = signs.notation().worth(quantity.kind(), text);
        return markup.number(entry, address, Notation.role(quantity.kind()));
    }

    /** What is true of the numbers themselves, −δ where δ stands for minus them. */
    public String name(Kind kind, String layer) {
        return markup.parentheses(markup.sign(signs.matrix(kind, layer, sample), ""));
    }

    /** A number's text as an entry of what is named so. */
    public String named(Quantity quantity, String address, String text) {
        return markup.number(text, address, Notation.role(quantity.kind()));
    }

    /** Whether the letter of this kind stands for minus the numbers. */
    public boolean isOpposite(Kind kind) {
        return signs.notation().isOpposite(kind);
    }

    public String matrix(List<List<String>> rows) {
        return markup.matrix(rows);
    }

    public String constant(String text) {
        return markup.constant(text);
    }

    /** One part of so many. */
    public String part(int of) {
        return markup.fraction(markup.constant("1"), markup.constant(Integer.toString(of)));
    }

    public String transposed(String matrix) {
        return markup.transposed(matrix);
    }

    public String call(String function, String argument) {
        return markup.call(function, argument);
    }

    public String parentheses(String inner) {
        return markup.parentheses(inner);
    }

    public String product(String left, String right) {
        return left + markup.times() + right;
    }

    public String entrywise(String left, String right) {
        return left + markup.entrywise() + right;
    }

    public String sum(String left, String right) {
        return left + markup.plus() + right;
    }

    public String difference(String left, String right) {
        return left + markup.minus() + right;
    }

    /** {@code right}, with the equals sign that leads to it. */
    public String equals(String right) {
        return markup.equal() + right;
    }
}
