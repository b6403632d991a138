package org.chainrule.notation;

import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;

/** How the numbers of one network are named in a notation. */
public record Signs(Notation notation, Network network) {
    private static final String LAST_LETTERS = "uvw";

    /** How {@code quantity} is written. */
    public Sign sign(Quantity quantity) {
        return sign(quantity, "");
    }

    /**
     * How {@code quantity} is written where its loss is that of {@code sample}, or of all where
     * empty.
     */
    Sign sign(Quantity quantity, String sample) {
        return withLetter(
                quantity.layer(),
                notation.sign(
                        quantity.kind(),
                        quantity.kind() == Kind.J ? sample : sub(quantity),
                        mark(quantity.layer()),
                        sample));
    }

    /** How a number of this kind is written with letters for indices. */
    Sign sign(Kind kind, String layer, String k, String t, String sample) {
        boolean ofBias = t.isEmpty() && isOfState(kind);
        String sub =
                kind == Kind.J
                        ? sample
                        : ofBias
                                ? ofBias(index(k))
                                : pair(index(k), isBias(kind) ? zero() : index(t));
        return withLetter(layer, notation.sign(kind, sub, mark(layer), sample));
    }

    /** The letter of a general formula's index; i in the place of t where that is the target. */
    String index(String letter) {
        return letter.equals("t") && notation.target().equals("t") ? "i" : letter;
    }

    /** The name of a neuron: n₁[hid], h₁. */
    public Sign neuron(String layer, int k) {
        boolean lettered = notation.neurons() == Counting.LETTERED;
        String index = index(network.indexOf(layer), k);
        return new Sign(
                false,
                "",
                lettered ? index.substring(0, 1) : "n",
                lettered ? index.substring(1) : index,
                mark(layer),
                false,
                "",
                "",
                "");
    }

    /** The same in one line of text: n₁ hid, n₁ [1], h₁. */
    public String text(String layer, int k) {
        Sign neuron = neuron(layer, k);
        String mark = notation.layers() == Layers.NAME ? layer : neuron.sup();
        return neuron.indexed() + (mark.isEmpty() ? "" : " " + mark);
    }

    /** The input t, or the neuron t, that feeds layer l. */
    public Sign source(int l, int t) {
        return l == 0 ? sign(Quantity.x(t)) : neuron(network.layer(l - 1).name(), t);
    }

    /** All numbers of this kind of a layer together: W[hid], b[hid]. */
    public Sign matrix(Kind kind, String layer) {
        return matrix(kind, layer, "");
    }

    /** The same where its loss is that of {@code sample}; without a layer: x, y, α. */
    Sign matrix(Kind kind, String layer, String sample) {
        if (layer.isEmpty()) {
            return notation.sign(kind, "", "", sample);
        }
        boolean weights = kind == Kind.W || (isBias(kind) && notation.isBiasWeight());
        boolean told = notation.layers().isMarked() || (weights && hasOwnLetters());
        String mark = told ? mark(layer) : "[" + layer + "]";
        return withLetter(layer, notation.sign(kind, isBias(kind) ? zero() : "", mark, sample));
    }

    /** What stands where biases are a column: b, −θ, or the source that is always 1. */
    public String biasColumn() {
        return notation.isBiasWeight() ? "x₀ = 1" : notation.symbol(Kind.B);
    }

    /** What a layer is called in a sentence: by its number where its numbers are marked so. */
    public String layer(String name) {
        return switch (notation.layers()) {
            case BRACKETS, PARENTHESES -> Integer.toString(network.indexOf(name) + 1);
            case NAME, LETTERS, NONE -> name;
        };
    }

    private String mark(String layer) {
        if (layer.isEmpty()) {
            return "";
        }
        int number = network.indexOf(layer) + 1;
        return switch (notation.layers()) {
            case NAME -> "[" + layer + "]";
            case BRACKETS -> "[" + number + "]";
            case PARENTHESES -> "(" + number + ")";
            case LETTERS, NONE -> "";
        };
    }

    /** The index of the source that is always 1. */
    private String zero() {
        return notation.isBiasWeight() ? "0" : "";
    }

    private static boolean isBias(Kind kind) {
        return switch (kind) {
            case B, DB, NB -> true;
            case X, Y, W, P, Z, S, DZ, DP, DW, NW, U, M, V, NU, NM, NV, MH, VH, DX, J, LR -> false;
        };
    }

    private static boolean isOfState(Kind kind) {
        return switch (kind) {
            case U, M, V, NU, NM, NV, MH, VH -> true;
            case X, Y, W, B, P, Z, S, DZ, DP, DW, DB, NW, NB, DX, J, LR -> false;
        };
    }

    /** What an optimizer keeps has one letter for weights and biases. */
    private String ofBias(String neuron) {
        return notation.isBiasWeight() ? pair(neuron, zero()) : "b" + neuron;
    }

    /** Weights of each layer by a letter of their own, where there are letters enough. */
    private boolean hasOwnLetters() {
        return notation.layers() == Layers.LETTERS
                && notation.weights() == Edges.ENDS
                && network.depth() <= LAST_LETTERS.length();
    }

    private Sign withLetter(String layer, Sign sign) {
        boolean own =
                hasOwnLetters() && !layer.isEmpty() && sign.letter().equals(notation.weight());
        int from = LAST_LETTERS.length() - network.depth() + network.indexOf(layer);
        return own ? sign.withLetter(LAST_LETTERS.substring(from, from + 1)) : sign;
    }

    private String sub(Quantity quantity) {
        return switch (quantity.kind()) {
            case X, DX -> Integer.toString(quantity.k());
            case Y -> index(network.depth() - 1, quantity.k());
            case J, LR -> "";
            case B, DB, NB -> pair(index(layer(quantity), quantity.k()), zero());
            case P, Z, S, DZ, DP -> index(layer(quantity), quantity.k());
            case W, DW, NW -> edge(layer(quantity), quantity);
            case U, M, V, NU, NM, NV, MH, VH ->
                    quantity.t() > 0
                            ? edge(layer(quantity), quantity)
                            : ofBias(index(layer(quantity), quantity.k()));
        };
    }

    private int layer(Quantity quantity) {
        return network.indexOf(quantity.layer());
    }

    private String edge(int l, Quantity weight) {
        return notation.weights() == Edges.NUMBERED
                ? Integer.toString(number(l, weight.k(), weight.t()))
                : pair(index(l, weight.k()), index(l - 1, weight.t()));
    }

    /** Which weight it is, counted through the network. */
    private int number(int l, int k, int t) {
        int before = 0;
        for (Layer layer : network.layers().subList(0, l)) {
            before += layer.size() * layer.sources();
        }
        return before + (k - 1) * network.layer(l).sources() + t;
    }

    private String pair(String receiver, String source) {
        if (source.isEmpty()) {
            return receiver;
        }
        // Among numbered weights, w₁₀ is the tenth, and no bias.
        boolean apart = source.equals("0") && notation.weights() == Edges.NUMBERED;
        boolean several = receiver.length() > 1 || source.length() > 1;
        String separator = apart || several ? "," : "";
        return notation.isSourceFirst()
                ? source + separator + receiver
                : receiver + separator + source;
    }

    /** Of neuron k of layer l; of input k where l is −1. */
    private String index(int l, int k) {
        return switch (notation.neurons()) {
            case WITHIN -> Integer.toString(k);
            case THROUGH -> Integer.toString(before(l, true) + k);
            case LETTERED ->
                    l < 0
                            ? "x" + k
                            : l == network.depth() - 1 ? "o" + k : "h" + (before(l, false) + k);
        };
    }

    private int before(int l, boolean inputs) {
        int before = inputs && l >= 0 ? network.inputs() : 0;
        for (Layer layer : network.layers().subList(0, Math.max(0, l))) {
            before += layer.size();
        }
        return before;
    }
}
