package org.chainrule.solution;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Ref;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.engine.Optimizer;
import org.chainrule.engine.Reduction;
import org.chainrule.notation.ActivationNames;
import org.chainrule.notation.Language;
import org.chainrule.notation.MatrixSetter;

/**
 * All numbers of one kind in a layer, worked out at once: name = formula = the same with numbers =
 * value, as vectors and matrices; of the sample on show, or of a batch's samples side by side. It
 * says what the lines of these numbers say, with one text for each number, and is as true as they
 * are. It is there where vectors say it without sums of their own, and where it has room: for
 * layers up to {@link #WIDEST} wide, and as many samples.
 */
public final class WholeLayer {
    /** Neurons of a layer, and numbers that flow into it; samples beside each other. */
    static final int WIDEST = 8;

    private final Display display;
    private final Network network;
    private final List<Line> lines;
    private final List<Integer> samples;
    private final Kind kind;
    private final Layer layer;
    private final int l;
    private final Insertion insertion;

    private WholeLayer(Display display, List<Line> lines, List<Integer> samples) {
        this.display = display;
        this.lines = lines;
        this.samples = samples;
        network = display.problem().network();
        Quantity first = lines.getFirst().subject().quantity();
        kind = first.kind();
        l = network.indexOf(first.layer());
        layer = network.layer(l);
        insertion = new Insertion(display, lines);
    }

    /** That of the numbers of {@code lines}; none where vectors do not tell it. */
    static Optional<WholeLayer> of(Display display, List<Line> lines) {
        return of(display, lines, List.of(display.view().sample()));
    }

    /**
     * The same of all samples of a batch; gradients are the batch's own, which are no such product
     * of what is written on paper. None of a single sample.
     */
    static Optional<WholeLayer> ofSamples(Display display, List<Line> lines) {
        List<Integer> samples =
                IntStream.range(0, display.problem().samples().size()).boxed().toList();
        Ref first = lines.getFirst().subject();
        if (samples.size() == 1 || samples.size() > WIDEST) {
            return Optional.empty();
        }
        if (first.quantity().isOfSample()) {
            return of(display, eachOf(display, lines, samples), samples);
        }
        boolean gradients = first.quantity().kind() == Kind.DW && first.isBatch();
        return gradients && display.worksheet().paper() == null
                ? of(display, lines, samples)
                : Optional.empty();
    }

    private static List<Line> eachOf(Display display, List<Line> lines, List<Integer> samples) {
        return samples.stream()
                .flatMap(s ->
                        lines.stream()
                                .map(line -> new Ref(line.subject().quantity(), s))
                                .map(ref -> Solution.line(display, ref)))
                .toList();
    }

    private static Optional<WholeLayer> of(
            Display display, List<Line> lines, List<Integer> samples) {
        Quantity first = lines.getFirst().subject().quantity();
        boolean finite =
                lines.stream()
                        .allMatch(line -> Double.isFinite(display.values().value(line.subject())));
        if (first.layer().isEmpty()
                || !finite
                || width(display.problem().network(), first) > WIDEST) {
            return Optional.empty();
        }
        WholeLayer whole = new WholeLayer(display, lines, samples);
        return Optional.of(whole).filter(each -> each.formula(Language.TEXT).isPresent());
    }

    /** The longest side of what a formula of such a number is made of. */
    private static int width(Network network, Quantity number) {
        int l = network.indexOf(number.layer());
        boolean back = number.kind() == Kind.DZ || number.kind() == Kind.DP;
        int next = back && l + 1 < network.depth() ? network.layer(l + 1).size() : 1;
        Layer layer = network.layer(l);
        return Math.max(next, Math.max(layer.size(), layer.inflows()));
    }

    /** Whether its matrices are so wide that they are written smaller. */
    public boolean isWide() {
        int width = width(network, lines.getFirst().subject().quantity());
        return Math.max(width, samples.size()) > WIDEST / 2;
    }

    /** The key of the words that say whose numbers stand where. */
    public String about() {
        if (!isOfSamples()) {
            return "step.whole";
        }
        return isRowwise() ? "step.whole.rows" : "step.whole.columns";
    }

    private boolean isOfSamples() {
        return samples.size() > 1;
    }

    private boolean isRowwise() {
        return display.view().notation().isSourceFirst();
    }

    /** The address of its first number. */
    public String address() {
        return lines.getFirst().address();
    }

    /** Its sides: name = formula, = numbers, = value. */
    public List<String> sides(Language language) {
        MatrixSetter setter = setter(language);
        LayerTerms.Term formula = formula(language).orElseThrow();
        return List.of(
                setter.letter(kind, layer.name()) + setter.equals(formula.letters()),
                setter.equals(formula.numbers()),
                setter.equals(setter.matrix(values(setter))));
    }

    private MatrixSetter setter(Language language) {
        Ref first = lines.getFirst().subject();
        boolean own = display.isBatch() && !first.isBatch();
        return new MatrixSetter(language, display.signs(), own ? sample() : "");
    }

    /** The index of the loss that gradients are of: s stands for each of several. */
    private String sample() {
        return isOfSamples() ? "s" : Integer.toString(samples.getFirst() + 1);
    }

    private List<List<String>> values(MatrixSetter setter) {
        List<String> entries = lines.stream().map(line -> value(line.subject(), setter)).toList();
        boolean matrix = lines.getFirst().subject().quantity().t() > 0;
        List<List<String>> rows =
                matrix
                        ? slices(entries, layer.sources())
                        : LayerTerms.turned(slices(entries, layer.size()));
        return isRowwise() ? LayerTerms.turned(rows) : rows;
    }

    private String value(Ref ref, MatrixSetter setter) {
        String address = LayerTerms.address(display, ref);
        return setter.number(ref.quantity(), address, display.whole(ref));
    }

    private static List<List<String>> slices(List<String> entries, int length) {
        return IntStream.range(0, entries.size() / length)
                .mapToObj(i -> entries.subList(i * length, (i + 1) * length))
                .toList();
    }

    private Optional<LayerTerms.Term> formula(Language language) {
        MatrixSetter setter = setter(language);
        MatrixSetter each =
                isOfSamples() ? new MatrixSetter(language, display.signs(), sample()) : setter;
        LayerTerms terms = new LayerTerms(display, each, insertion, samples);
        return switch (kind) {
            case P -> layer.isWeightless() ? Optional.empty() : Optional.of(terms.preactivation(l));
            case Z -> activation(setter, terms);
            case DZ -> terms.errors(l);
            case DP -> terms.deltas(l);
            case DW -> isOfSamples() ? reduced(setter, terms) : gradient(terms);
            case NW, NB ->
                    isPlain()
                            ? Optional.of(terms.update(layer, kind == Kind.NB))
                            : Optional.empty();
            case X, Y, W, B, S, J, LR, DB, DX, U, M, V, NU, NM, NV, MH, VH -> Optional.empty();
        };
    }

    private Optional<LayerTerms.Term> activation(MatrixSetter setter, LayerTerms terms) {
        String function = ActivationNames.of(layer.activation());
        boolean within = layer.activation() == Activation.SOFTMAX && isOfSamples();
        return layer.saysShape() || within
                ? Optional.empty()
                : Optional.of(terms.column(Kind.P, layer).with(p -> setter.call(function, p)));
    }

    /** Of one sample, so that it has no part of a penalty. */
    private Optional<LayerTerms.Term> gradient(LayerTerms terms) {
        boolean reduced = display.isBatch() && lines.getFirst().subject().isBatch();
        return reduced || !display.problem().penalty().isNone()
                ? Optional.empty()
                : terms.gradient(l);
    }

    /** The samples' gradients are added up by the product itself. */
    private Optional<LayerTerms.Term> reduced(MatrixSetter setter, LayerTerms terms) {
        if (!display.problem().penalty().isNone()) {
            return Optional.empty();
        }
        return display.problem().reduction() == Reduction.SUM
                ? terms.gradient(l)
                : terms.gradient(l)
                        .map(sum ->
                                sum.with(
                                        each -> setter.product(setter.part(samples.size()), each)));
    }

    /** Whether the update subtracts α times the gradient, and no more. */
    private boolean isPlain() {
        boolean frozen = kind == Kind.NW ? layer.weightsFrozen() : layer.biasesFrozen();
        return !frozen
                && display.problem().optimizer()
                        instanceof Optimizer.Sgd(_, var momentum, _, var decay)
                && momentum == 0
                && decay == 0;
    }
}
