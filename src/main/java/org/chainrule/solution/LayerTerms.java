package org.chainrule.solution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.chainrule.derivation.CleanGradient;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Way;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.notation.MatrixSetter;

/**
 * The vectors and matrices that formulas of whole layers are put together from. Vectors are
 * columns; rows where a row of a weight matrix is a source: p = x · W. Those of several samples
 * stand beside each other, and below each other where they are rows.
 */
final class LayerTerms {
    private final Display display;
    private final Network network;
    private final Way way;
    private final MatrixSetter setter;
    private final Insertion numbers;
    private final List<Integer> samples;
    private final boolean rowwise;

    /** A part of a formula, by its letters and by its numbers. */
    record Term(String letters, String numbers) {
        Term with(UnaryOperator<String> change) {
            return new Term(change.apply(letters), change.apply(numbers));
        }

        Term and(Term other, BinaryOperator<String> between) {
            return new Term(
                    between.apply(letters, other.letters), between.apply(numbers, other.numbers));
        }
    }

    /**
     * @param samples whose numbers they are of, from 0
     */
    LayerTerms(Display display, MatrixSetter setter, Insertion numbers, List<Integer> samples) {
        this.display = display;
        this.setter = setter;
        this.numbers = numbers;
        this.samples = samples;
        network = display.problem().network();
        way = display.way();
        rowwise = display.view().notation().isSourceFirst();
    }

    /** Rows for columns. */
    static List<List<String>> turned(List<List<String>> rows) {
        return IntStream.range(0, rows.getFirst().size())
                .mapToObj(j -> rows.stream().map(row -> row.get(j)).toList())
                .toList();
    }

    Term preactivation(int l) {
        Layer layer = network.layer(l);
        Term product = product(matrix(Kind.W, layer, false), inflow(l, false));
        BinaryOperator<String> plus = setter.isOpposite(Kind.B) ? setter::difference : setter::sum;
        return layer.biases() == null ? product : product.and(column(Kind.B, layer), plus);
    }

    /** ∂J/∂z of a layer: what comes back to it; none where vectors do not say it. */
    Optional<Term> errors(int l) {
        return errors(l, false);
    }

    /**
     * @param minus whether minus that is meant
     */
    private Optional<Term> errors(int l, boolean minus) {
        if (l + 1 == network.depth()) {
            return loss(minus);
        }
        Layer next = network.layer(l + 1);
        return flowingBack(next, minus)
                .map(error ->
                        next.isWeightless() ? error : product(matrix(Kind.W, next, true), error));
    }

    /** The slope of the loss, where it is a multiple of the error. */
    private Optional<Term> loss(boolean minus) {
        return switch (display.problem().loss()) {
            case SQUARED_ERROR -> {
                String two = setter.constant("2");
                yield Optional.of(
                        error(minus).with(setter::parentheses).with(e -> setter.product(two, e)));
            }
            case HALF_SQUARED_ERROR -> Optional.of(error(minus));
            case MEAN_SQUARED_ERROR,
                    HALF_MEAN_SQUARED_ERROR,
                    ABSOLUTE_ERROR,
                    HUBER,
                    BINARY_CROSS_ENTROPY,
                    MEAN_BINARY_CROSS_ENTROPY,
                    CROSS_ENTROPY,
                    GIVEN ->
                    Optional.empty();
        };
    }

    /** What the letter of ∂J/∂p stands for, of a layer. */
    Optional<Term> deltas(int l) {
        Layer layer = network.layer(l);
        boolean minus = setter.isOpposite(Kind.DP);
        if (isClean(layer)) {
            return Optional.of(error(minus));
        }
        if (!readsSlopes(layer) || (minus && way.hasErrors())) {
            return Optional.empty();
        }
        Term slopes = column(Kind.S, layer);
        return way.hasErrors()
                ? Optional.of(column(Kind.DZ, layer).and(slopes, setter::entrywise))
                : errors(l, minus)
                        .map(e -> e.with(setter::parentheses).and(slopes, setter::entrywise));
    }

    /** ∂J/∂Θ of a layer, of one sample; of several the sum of theirs. */
    Optional<Term> gradient(int l) {
        return flowingBack(network.layer(l), false).map(error -> product(error, inflow(l, true)));
    }

    /** Of columns; of rows the other way round. */
    private Term product(Term left, Term right) {
        return rowwise ? right.and(left, setter::product) : left.and(right, setter::product);
    }

    /** What {@code from} sends back to its sources, before its weights, or minus that. */
    private Optional<Term> flowingBack(Layer from, boolean minus) {
        if (way.hasDeltas()) {
            boolean other = setter.isOpposite(Kind.DP) && !minus;
            return Optional.of(other ? named(from) : column(Kind.DP, from));
        }
        if (isClean(from)) {
            return Optional.of(error().with(setter::parentheses));
        }
        return readsSlopes(from)
                ? Optional.of(
                        column(Kind.DZ, from)
                                .and(column(Kind.S, from), setter::entrywise)
                                .with(setter::parentheses))
                : Optional.empty();
    }

    private boolean readsSlopes(Layer layer) {
        return way.hasSlopes(layer) && !CleanGradient.isOf(display.problem(), layer.name());
    }

    /** Whether its δ is z − y itself. */
    private boolean isClean(Layer layer) {
        return samples.stream()
                .allMatch(s -> CleanGradient.isDifference(display.problem(), layer.name(), s));
    }

    /** z − y. */
    private Term error() {
        return error(false);
    }

    /** z − y, or y − z. */
    private Term error(boolean minus) {
        Term output = column(Kind.Z, network.last());
        Term target = vector(Kind.Y, Quantity::y);
        return minus
                ? target.and(output, setter::difference)
                : output.and(target, setter::difference);
    }

    /** ∂J/∂p where its letter stands for minus it: −δ. */
    private Term named(Layer layer) {
        List<List<String>> rows =
                ofSamples(
                        neurons(Kind.DP, layer),
                        ref -> setter.named(ref.quantity(), address(ref), numbers.number(ref)));
        return new Term(setter.name(Kind.DP, layer.name()), matrix(rows));
    }

    Term update(Layer layer, boolean biases) {
        Term gradient = biases ? column(Kind.DB, layer) : matrix(Kind.DW, layer, false);
        Term rate = new Term(setter.letter(Kind.LR, ""), entry(Quantity.learningRate()));
        return (biases ? column(Kind.B, layer) : matrix(Kind.W, layer, false))
                .and(rate.and(gradient, setter::product), setter::difference);
    }

    /** What flows into a layer. */
    private Term inflow(int l, boolean transposed) {
        List<Quantity> sources =
                l == 0
                        ? each(Quantity::x, network.inputs())
                        : neurons(Kind.Z, network.layer(l - 1));
        String letter =
                l == 0
                        ? setter.letter(Kind.X, "")
                        : setter.letter(Kind.Z, network.layer(l - 1).name());
        return transposed
                ? new Term(setter.transposed(letter), matrix(turned(ofSamples(sources))))
                : new Term(letter, column(sources));
    }

    Term column(Kind kind, Layer layer) {
        return new Term(setter.letter(kind, layer.name()), column(neurons(kind, layer)));
    }

    private Term vector(Kind kind, IntFunction<Quantity> of) {
        return new Term(setter.letter(kind, ""), column(each(of, network.outputs())));
    }

    private String column(List<Quantity> quantities) {
        return matrix(ofSamples(quantities));
    }

    /** A row for each number, with what it is in each sample. */
    private List<List<String>> ofSamples(List<Quantity> quantities) {
        return ofSamples(quantities, this::entry);
    }

    private List<List<String>> ofSamples(List<Quantity> quantities, Function<Ref, String> entry) {
        return quantities.stream()
                .map(q -> samples.stream().map(s -> entry.apply(Ref.shown(q, s))).toList())
                .toList();
    }

    private String matrix(List<List<String>> rows) {
        return setter.matrix(rowwise ? turned(rows) : rows);
    }

    private Term matrix(Kind kind, Layer layer, boolean transposed) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 1; i <= (transposed ? layer.sources() : layer.size()); i++) {
            int at = i;
            rows.add(
                    entries(
                            transposed
                                    ? each(
                                            k -> new Quantity(kind, layer.name(), k, at),
                                            layer.size())
                                    : each(
                                            t -> new Quantity(kind, layer.name(), at, t),
                                            layer.sources())));
        }
        String letter = setter.letter(kind, layer.name());
        return new Term(transposed ? setter.transposed(letter) : letter, matrix(rows));
    }

    private List<String> entries(List<Quantity> quantities) {
        return quantities.stream().map(this::entry).toList();
    }

    private String entry(Quantity quantity) {
        return entry(display.ref(quantity));
    }

    private String entry(Ref ref) {
        return setter.number(ref.quantity(), address(ref), numbers.number(ref));
    }

    /** Of the number on show; empty of another sample's. */
    private String address(Ref ref) {
        return address(display, ref);
    }

    /** The address of a number that stands on the page; empty of another sample's. */
    static String address(Display display, Ref ref) {
        Quantity quantity = ref.quantity();
        boolean other = quantity.isOfSample() && ref.sample() != display.view().sample();
        return other ? "" : quantity.address();
    }

    private static List<Quantity> neurons(Kind kind, Layer layer) {
        return each(k -> new Quantity(kind, layer.name(), k, 0), layer.size());
    }

    private static List<Quantity> each(IntFunction<Quantity> of, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(of).toList();
    }
}
