package org.chainrule.solution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Ref;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.engine.Optimizer;
import org.chainrule.notation.ActivationNames;
import org.chainrule.notation.Language;
import org.chainrule.notation.MatrixSetter;

/**
 * All numbers of one kind in a layer, worked out at once: name = formula = the same with numbers =
 * value, as vectors and matrices. It says what the lines of these numbers say, with one text for
 * each number, and is as true as they are. It is there where vectors say it without sums of their
 * own, and where it has room: for layers up to {@link #WIDEST} wide.
 */
public final class WholeLayer {
    /** Neurons of a layer, and numbers that flow into it. */
    static final int WIDEST = 8;

    private final Display display;
    private final Network network;
    private final List<Line> lines;
    private final Kind kind;
    private final Layer layer;
    private final int l;
    private final Insertion insertion;

    private WholeLayer(Display display, List<Line> lines) {
        this.display = display;
        this.lines = lines;
        network = display.problem().network();
        Quantity first = lines.getFirst().subject().quantity();
        kind = first.kind();
        l = network.indexOf(first.layer());
        layer = network.layer(l);
        insertion = new Insertion(display, lines);
    }

    /** That of the numbers of {@code lines}; none where vectors do not tell it. */
    static Optional<WholeLayer> of(Display display, List<Line> lines) {
        Quantity first = lines.getFirst().subject().quantity();
        boolean finite =
                lines.stream()
                        .allMatch(line -> Double.isFinite(display.values().value(line.subject())));
        if (first.layer().isEmpty()
                || !finite
                || width(display.problem().network(), first) > WIDEST) {
            return Optional.empty();
        }
        WholeLayer whole = new WholeLayer(display, lines);
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
        return width(network, lines.getFirst().subject().quantity()) > WIDEST / 2;
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
        String sample = own ? Integer.toString(first.sample() + 1) : "";
        return new MatrixSetter(language, display.signs(), sample);
    }

    private List<List<String>> values(MatrixSetter setter) {
        boolean vector = lines.getFirst().subject().quantity().t() == 0;
        int columns = vector ? 1 : layer.sources();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i += columns) {
            rows.add(
                    lines.subList(i, i + columns).stream()
                            .map(Line::subject)
                            .map(ref -> setter.number(ref.quantity(), display.whole(ref)))
                            .toList());
        }
        return display.view().notation().isSourceFirst() ? LayerTerms.turned(rows) : rows;
    }

    private Optional<LayerTerms.Term> formula(Language language) {
        MatrixSetter setter = setter(language);
        LayerTerms terms = new LayerTerms(display, setter, insertion);
        return switch (kind) {
            case P -> layer.isWeightless() ? Optional.empty() : Optional.of(terms.preactivation(l));
            case Z -> activation(setter, terms);
            case DZ -> terms.errors(l);
            case DP -> terms.deltas(l);
            case DW -> gradient(terms);
            case NW, NB ->
                    isPlain()
                            ? Optional.of(terms.update(layer, kind == Kind.NB))
                            : Optional.empty();
            case X, Y, W, B, S, J, LR, DB, DX, U, M, V, NU, NM, NV, MH, VH -> Optional.empty();
        };
    }

    private Optional<LayerTerms.Term> activation(MatrixSetter setter, LayerTerms terms) {
        String function = ActivationNames.of(layer.activation());
        return layer.saysShape()
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
