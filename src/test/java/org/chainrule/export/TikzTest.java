package org.chainrule.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Matrix;
import org.chainrule.engine.Network;
import org.chainrule.gallery.Gallery;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TikzTest {
    private static final Pattern NODE = Pattern.compile("\\\\node\\[\\w+] \\(([^)]*)\\) at");
    private static final Pattern END =
            Pattern.compile("(?:\\] |-- |\\\\path )\\(([^).]*)(?:\\.(?:east|west))?\\)");

    /** Names close to each other, and to those of inputs and targets. */
    private static final List<String> NAMES =
            List.of("x", "y", "n", "h", "h1", "h11", "x1", "y1", "n1", "nx", "at", "node", "e1");

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyNodeHasItsOwnName(int seed) {
        Worksheet worksheet = named(new SplittableRandom(seed));
        Network network = worksheet.problem().network();
        String picture = Tikz.of(worksheet, View.INITIAL, Locale.ENGLISH);
        List<String> nodes = NODE.matcher(picture).results().map(m -> m.group(1)).toList();
        int drawn = drawn(network.inputs()) + drawn(network.outputs());
        drawn += network.layers().stream().mapToInt(layer -> drawn(layer.size())).sum();
        assertThat(nodes).as(picture).doesNotHaveDuplicates().hasSize(drawn);
        Set<String> ends = new TreeSet<>();
        END.matcher(picture).results().forEach(end -> ends.add(end.group(1)));
        assertThat(ends).as(picture).containsExactlyInAnyOrderElementsOf(nodes);
    }

    private static int drawn(int size) {
        return size <= 10 ? size : 9;
    }

    /** Layers of up to 12 neurons with names that a careless picture would confuse. */
    static Worksheet named(RandomGenerator random) {
        List<String> names = new ArrayList<>(NAMES);
        Collections.shuffle(names, Random.from(random));
        int depth = 1 + random.nextInt(4);
        int inputs = 1 + random.nextInt(12);
        List<Layer> layers = new ArrayList<>();
        int sources = inputs;
        for (int l = 0; l < depth; l++) {
            double[][] weights = new double[1 + random.nextInt(12)][sources];
            for (double[] row : weights) {
                Arrays.setAll(row, _ -> random.nextInt(-99, 100) / 100.0);
            }
            layers.add(new Layer(names.get(l), Activation.TANH, Matrix.of(weights)));
            sources = weights.length;
        }
        Worksheet first = Gallery.first();
        return new Worksheet(
                "", LatexSamples.problem(new Network(inputs, layers), random), first.paper());
    }
}
