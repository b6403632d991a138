package org.chainrule.practice;

import static org.chainrule.derivation.Expr.apply;
import static org.chainrule.derivation.Expr.minus;
import static org.chainrule.derivation.Expr.product;
import static org.chainrule.derivation.Expr.sum;
import static org.chainrule.practice.Nodes.ONE;
import static org.chainrule.practice.Nodes.times;

import java.util.ArrayList;
import java.util.List;
import org.chainrule.derivation.Expr;
import org.chainrule.derivation.Expr.Function;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Slopes;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Layer;
import org.chainrule.practice.Occurrences.Changed;
import org.jspecify.annotations.Nullable;

/** What goes wrong with g′. */
final class SlopeSlips {
    private final Line line;

    private SlopeSlips(Line line) {
        this.line = line;
    }

    /** A form of a slope that is not it. */
    private record Form(Slip slip, double share, Of of) {
        Form(Slip slip, Of of) {
            this(slip, 1, of);
        }
    }

    /** What stands in the place of the slope of a neuron, or null. */
    private interface Of {
        @Nullable Expr slope(Neuron neuron);
    }

    private record Neuron(Line line, Layer layer, Ref slope) {
        Expr p() {
            return Nodes.leaf(Nodes.as(slope, Kind.P));
        }

        Expr z() {
            return Nodes.leaf(Nodes.as(slope, Kind.Z));
        }

        Expr s() {
            return Nodes.leaf(slope);
        }

        /** Its target, if it is an output. */
        @Nullable Expr target() {
            Quantity q = slope.quantity();
            return q.layer().equals(line.network().last().name())
                    ? line.leaf(Quantity.y(q.k()))
                    : null;
        }

        /** What comes back to it. */
        Expr error() {
            return Nodes.leaf(Nodes.as(slope, Kind.DZ));
        }

        boolean is(Activation activation) {
            return layer.activation() == activation;
        }

        boolean isTwoSided() {
            return is(Activation.TANH) || is(Activation.BIPOLAR_SIGMOID);
        }

        /** The factor before 1 − z² or z(1 − z). */
        Expr scaled(Expr slope) {
            double factor = is(Activation.BIPOLAR_SIGMOID) ? layer.shape() / 2 : layer.shape();
            return factor == 1 ? slope : times(factor, slope);
        }

        /** a (1 − b) of a sigmoid. */
        @Nullable Expr sigmoid(Expr a, Expr b) {
            return is(Activation.SIGMOID) ? scaled(product(a, minus(ONE, b))) : null;
        }
    }

    private static final List<Form> FORMS =
            List.of(
                    new Form(Slip.SLOPE_LEFT_OUT, _ -> ONE),
                    new Form(Slip.SLOPE_TWICE, n -> times(n.s(), n.s())),
                    new Form(Slip.SLOPE_AT_Z, n -> Line.shown(Slopes.slope(n.layer(), n.z()))),
                    new Form(Slip.Z_FOR_P, n -> Line.shown(Slopes.slope(n.layer(), n.z()))),
                    new Form(Slip.SLOPE_P_FOR_G, n -> n.sigmoid(n.z(), n.p())),
                    new Form(Slip.SLOPE_P_FOR_G, 0.4, n -> n.sigmoid(n.p(), n.p())),
                    new Form(Slip.SLOPE_P_FOR_G, 0.1, n -> n.sigmoid(n.p(), n.z())),
                    new Form(
                            Slip.SLOPE_P_FOR_G,
                            n ->
                                    n.isTwoSided()
                                            ? n.scaled(minus(ONE, new Expr.Square(n.p())))
                                            : null),
                    new Form(Slip.SLOPE_P_FOR_G, n -> n.is(Activation.SOFTPLUS) ? n.p() : null),
                    new Form(Slip.SLOPE_P_FOR_G_UNSIGNED, n -> n.sigmoid(n.z(), size(n.p()))),
                    new Form(
                            Slip.SLOPE_P_FOR_G_UNSIGNED,
                            0.1,
                            n -> n.sigmoid(size(n.p()), size(n.p()))),
                    new Form(Slip.SLOPE_Z, Neuron::z),
                    new Form(Slip.SLOPE_ONE_MINUS_Z, n -> minus(ONE, n.z())),
                    new Form(Slip.SLOPE_SIGN, n -> new Expr.Neg(n.s())),
                    new Form(
                            Slip.SLOPE_SIGN,
                            n ->
                                    n.isTwoSided()
                                            ? n.scaled(sum(ONE, new Expr.Square(n.z())))
                                            : null),
                    new Form(
                            Slip.SLOPE_SIGN,
                            0.3,
                            n ->
                                    n.isTwoSided()
                                            ? n.scaled(new Expr.Neg(new Expr.Square(n.z())))
                                            : null),
                    new Form(
                            Slip.TARGET_FOR_ACTIVATION,
                            0.5,
                            n -> n.target() == null ? null : n.sigmoid(n.target(), n.z())),
                    new Form(
                            Slip.TARGET_FOR_ACTIVATION,
                            0.5,
                            n -> n.target() == null ? null : n.sigmoid(n.target(), n.target())),
                    new Form(Slip.RELU_OPEN, n -> n.is(Activation.RELU) ? ONE : null),
                    new Form(Slip.RELU_P, n -> n.is(Activation.RELU) ? n.p() : null),
                    new Form(
                            Slip.RELU_GATE_INCOMING,
                            n ->
                                    n.is(Activation.RELU)
                                            ? new Expr.Cases(n.error(), ONE, Nodes.ZERO)
                                            : null));

    private static Expr size(Expr p) {
        return apply(Function.ABS, p);
    }

    static void in(Line line) {
        if (line.isReduction()) {
            return;
        }
        SlopeSlips slips = new SlopeSlips(line);
        FORMS.forEach(slips::form);
        slips.otherActivations();
        slips.otherNeurons();
        slips.notCancelled();
        slips.softmax();
    }

    private void form(Form form) {
        each(form.slip(), form.share(), form.of());
    }

    /** In each slope of the line; the line of a slope is one itself. */
    private void each(Slip slip, double share, Of of) {
        if (line.kind() == Kind.S) {
            Expr changed = of.slope(neuron(line.ref()));
            if (changed != null) {
                line.add(slip, changed, share, Detail.of(line.ref()));
            }
            return;
        }
        line.each(slip, share, node -> Nodes.slope(node).map(s -> changed(s, of)).orElse(null));
    }

    private @Nullable Changed changed(Ref slope, Of of) {
        Expr changed = of.slope(neuron(slope));
        return changed == null ? null : new Changed(changed, Detail.of(slope));
    }

    private Neuron neuron(Ref slope) {
        return new Neuron(line, line.layer(slope.quantity().layer()), slope);
    }

    private void otherActivations() {
        for (Activation other : Activation.values()) {
            if (other.hasSlope() && other != Activation.IDENTITY && other != Activation.RELU) {
                boolean usual = other == Activation.SIGMOID || other == Activation.TANH;
                each(
                        Slip.SLOPE_OTHER_ACTIVATION,
                        usual ? 0.5 : 0.1,
                        n -> n.is(other) ? null : slope(n, other));
            }
        }
    }

    private static Expr slope(Neuron neuron, Activation activation) {
        Layer layer = neuron.layer().withActivation(activation, activation.usualShape());
        return Line.shown(Slopes.slope(layer, neuron.p()));
    }

    private void otherNeurons() {
        List<Quantity> others = new ArrayList<>();
        for (Layer layer : line.network().layers()) {
            for (int k = 1; k <= layer.size() && layer.activation().hasSlope(); k++) {
                others.add(Quantity.slope(layer.name(), k));
            }
        }
        double share = 1.0 / others.size();
        for (Quantity other : others.subList(0, Math.min(others.size(), line.alternatives()))) {
            each(
                    Slip.SLOPE_OTHER_NEURON,
                    share,
                    n -> n.slope().quantity().equals(other) ? null : line.leaf(other));
        }
    }

    /** g′ of an output, where that of the loss has cancelled it. */
    private void notCancelled() {
        if (!line.isClean()) {
            return;
        }
        Layer last = line.network().last();
        line.each(
                Slip.SLOPE_NOT_CANCELLED,
                node ->
                        Nodes.difference(node)
                                .map(z -> new Changed(times(node, ofOutput(last, z)), Detail.of(z)))
                                .orElse(null));
        line.each(
                Slip.INCOMING_LEFT_OUT,
                node ->
                        Nodes.difference(node)
                                .map(z -> new Changed(ofOutput(last, z), Detail.of(z)))
                                .orElse(null));
    }

    private static Expr ofOutput(Layer last, Ref z) {
        Expr leaf = Nodes.leaf(z);
        return last.activation() == Activation.SOFTMAX
                ? product(leaf, minus(ONE, leaf))
                : Line.shown(Slopes.slope(last, Nodes.leaf(Nodes.as(z, Kind.P))));
    }

    private void softmax() {
        if (line.network().last().activation() != Activation.SOFTMAX) {
            return;
        }
        for (Slip slip : List.of(Slip.SOFTMAX_DIAGONAL, Slip.SOFTMAX_TARGET_SCALED)) {
            if (line.isClean()) {
                line.each(slip, node -> Nodes.difference(node).map(this::scaled).orElse(null));
            }
        }
        line.each(Slip.SOFTMAX_DIAGONAL, this::diagonal);
    }

    private Changed scaled(Ref z) {
        Expr y = new Expr.Leaf(new Ref(Quantity.y(z.quantity().k()), z.sample()));
        return new Changed(minus(product(Nodes.leaf(z), y), y), Detail.of(z));
    }

    /** The neuron's own term of its sum over the layer. */
    private @Nullable Changed diagonal(Expr node) {
        if (!(node instanceof Expr.Sum(var terms)) || terms.size() != line.network().outputs()) {
            return null;
        }
        List<Expr> own = terms.stream().filter(each -> each instanceof Expr.Product).toList();
        boolean others =
                terms.stream()
                                .filter(each ->
                                        each instanceof Expr.Neg(var of)
                                                && of instanceof Expr.Product)
                                .count()
                        == terms.size() - 1;
        return own.size() == 1 && others && terms.size() > 1 ? Changed.of(own.getFirst()) : null;
    }
}
