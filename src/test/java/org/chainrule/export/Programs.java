package org.chainrule.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.chainrule.RandomWorksheets;
import org.chainrule.derivation.ExactValues;
import org.chainrule.derivation.Quantity;
import org.chainrule.derivation.Ref;
import org.chainrule.derivation.Values;
import org.chainrule.derivation.Walk;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Loss;
import org.chainrule.engine.Matrix;
import org.chainrule.engine.Network;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Reduction;
import org.chainrule.engine.Sample;
import org.chainrule.engine.Vector;
import org.chainrule.gallery.Gallery;
import org.chainrule.worksheet.Worksheet;

/** Worksheets for exported programs, and what their output must say. */
final class Programs {
    static final String PYTHON = System.getenv().getOrDefault("CHAINRULE_PYTHON", "python3");

    private Programs() {}

    /** The first worksheet, and random ones with every activation before every loss. */
    static List<Worksheet> worksheets() {
        RandomGenerator random = new SplittableRandom(7);
        List<Worksheet> worksheets = new ArrayList<>();
        worksheets.add(Gallery.first());
        for (Activation activation : Activation.values()) {
            for (Loss loss : Loss.values()) {
                if (activation.isRule() && loss != Loss.HALF_SQUARED_ERROR) {
                    continue;
                }
                Worksheet drawn = RandomWorksheets.worksheet(random);
                worksheets.add(drawn.with(ending(drawn.problem(), activation, loss)));
            }
        }
        return worksheets;
    }

    private static Problem ending(Problem problem, Activation activation, Loss loss) {
        Network network = problem.network();
        Layer last = network.last();
        Layer changed =
                new Layer(
                        last.name(),
                        activation,
                        switch (activation.shape()) {
                            case NONE -> 0;
                            case SLOPE -> 0.2;
                            case STEEPNESS -> 0.75;
                            case AT_ZERO -> 1;
                        },
                        last.weights(),
                        last.biases(),
                        last.weightsFrozen(),
                        last.biasesFrozen());
        return new Problem(
                network.with(network.depth() - 1, changed),
                problem.samples(),
                loss,
                0.75,
                problem.penalty(),
                problem.reduction(),
                problem.optimizer(),
                problem.state());
    }

    /** Close to the format's limits: 16,640 parameters of all digits, 200 samples. */
    static Worksheet large() {
        RandomGenerator random = new SplittableRandom(8);
        List<Layer> layers = new ArrayList<>();
        for (int l = 1; l <= 4; l++) {
            double[][] weights = new double[64][];
            Arrays.setAll(weights, _ -> random.doubles(64, -0.2, 0.2).toArray());
            Vector biases = Vector.of(random.doubles(64, -1, 1).toArray());
            layers.add(new Layer("h" + l, Activation.TANH, Matrix.of(weights), biases));
        }
        List<Sample> samples = new ArrayList<>();
        for (int s = 0; s < 200; s++) {
            Vector x = Vector.of(random.doubles(64, -1, 1).toArray());
            Vector y = Vector.of(random.doubles(64, -1, 1).toArray());
            samples.add(new Sample(x, y));
        }
        Problem first = Gallery.first().problem();
        Network network = new Network(64, layers);
        return Gallery.first()
                .with(
                        new Problem(
                                network, samples, first.loss(), Reduction.MEAN, first.optimizer()));
    }

    static String run(Path directory, String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .start();
        String output =
                new String(
                        process.getInputStream().readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s: %s", String.join(" ", command), output).isZero();
        return output;
    }

    /**
     * How many numbers a program has printed, and how far the furthest is from the engine's, by 1
     * or by its size.
     */
    record Agreement(int numbers, double furthest) {}

    /** Holds every line of {@code output} against the engine, and every number to have a line. */
    static Agreement agree(String name, Worksheet worksheet, String output) {
        Problem problem = worksheet.problem();
        ExactValues exact = ExactValues.of(problem);
        Map<Ref, Double> printed = printed(output, problem.samples().size());
        Set<Ref> wanted = new LinkedHashSet<>(Walk.order(problem));
        wanted.removeIf(ref ->
                switch (ref.quantity().kind()) {
                    // Programs have no need of them.
                    case S, DX -> true;
                    case P, Z, DZ, DP -> false;
                    case X, Y, W, B, DW, DB, NW, NB, U, M, V, NU, NM, NV, MH, VH, J, LR ->
                            !ref.isBatch();
                });
        printed.keySet().forEach(wanted::remove);
        assertThat(wanted).as("%s: not printed", name).isEmpty();
        double furthest = 0;
        for (Map.Entry<Ref, Double> number : printed.entrySet()) {
            Ref ref = number.getKey();
            double far = distance(name + " " + ref, number.getValue(), exact.value(ref));
            furthest = Math.max(furthest, far);
        }
        return new Agreement(printed.size(), furthest);
    }

    private static Map<Ref, Double> printed(String output, int samples) {
        Map<Ref, Double> printed = new LinkedHashMap<>();
        int sample = samples == 1 ? 0 : -1;
        for (String line : output.lines().toList()) {
            if (line.startsWith("#")) {
                sample = line.startsWith("# sample") ? sample + 1 : sample;
                continue;
            }
            String[] parts = line.split(" ");
            Quantity quantity =
                    Quantity.parse(parts[0]).orElseThrow(() -> new AssertionError(line));
            int of = quantity.isOfSample() ? sample : Values.BATCH;
            assertThat(printed.put(new Ref(quantity, of), number(parts[1]))).as(line).isNull();
        }
        return printed;
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace("inf", "Infinity").replace("nan", "NaN"));
    }

    private static double distance(String name, double actual, double expected) {
        if (!Double.isFinite(expected)) {
            assertThat(Double.valueOf(actual)).as(name).isEqualTo(Double.valueOf(expected));
            return 0;
        }
        double distance = Math.abs(actual - expected) / Math.max(1, Math.abs(expected));
        assertThat(distance)
                .as("%s: %s against %s", name, actual, expected)
                .isLessThanOrEqualTo(1e-12);
        return distance;
    }
}
