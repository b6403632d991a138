package org.chainrule.worksheet;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Values;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.engine.Sample;
import org.chainrule.engine.Vector;
import org.jspecify.annotations.Nullable;

/** The numbers that are typed: parameters, samples and the learning rate. */
public final class TypedNumbers {
    private TypedNumbers() {}

    /**
     * Those that both worksheets have, by address, and that differ, bit for bit; found as asked
     * for.
     */
    public static Stream<Ref> differing(Worksheet one, Worksheet other) {
        Stream<Ref> all =
                Stream.of(parameters(one, other), samples(one, other), learningRate())
                        .flatMap(refs -> refs);
        return all.filter(ref ->
                Double.doubleToRawLongBits(one.typed(ref))
                        != Double.doubleToRawLongBits(other.typed(ref)));
    }

    private static Stream<Ref> learningRate() {
        return Stream.of(new Ref(Quantity.learningRate(), Values.BATCH));
    }

    private static Stream<Ref> parameters(Worksheet one, Worksheet other) {
        Network network = one.problem().network();
        return network.layers().stream()
                .flatMap(layer -> parameters(layer, other.problem().network()));
    }

    private static Stream<Ref> parameters(Layer layer, Network network) {
        int l = network.indexOf(layer.name());
        if (l < 0 || network.layer(l).equals(layer)) {
            return Stream.of();
        }
        Layer that = network.layer(l);
        Stream<Quantity> weights =
                upTo(layer.size(), that.size())
                        .flatMap(k ->
                                upTo(layer.sources(), that.sources())
                                        .map(t -> Quantity.w(layer.name(), k, t)));
        Stream<Quantity> biases =
                upTo(size(layer.biases()), size(that.biases()))
                        .map(k -> Quantity.b(layer.name(), k));
        return Stream.concat(weights, biases).map(q -> new Ref(q, Values.BATCH));
    }

    private static Stream<Ref> samples(Worksheet one, Worksheet other) {
        List<Sample> some = one.problem().samples();
        List<Sample> others = other.problem().samples();
        return upTo(some.size(), others.size())
                .map(number -> number - 1)
                .filter(s -> !some.get(s).equals(others.get(s)))
                .flatMap(s -> sample(some.get(s), others.get(s), s));
    }

    private static Stream<Ref> sample(Sample one, Sample other, int s) {
        return Stream.concat(
                        upTo(one.x().size(), other.x().size()).map(Quantity::x),
                        upTo(one.y().size(), other.y().size()).map(Quantity::y))
                .map(q -> new Ref(q, s));
    }

    private static int size(@Nullable Vector vector) {
        return vector == null ? 0 : vector.size();
    }

    private static Stream<Integer> upTo(int size, int other) {
        return IntStream.rangeClosed(1, Math.min(size, other)).boxed();
    }
}
