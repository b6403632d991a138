package org.chainrule.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Loss;
import org.chainrule.engine.Network;
import org.chainrule.engine.Optimizer;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Reduction;
import org.chainrule.engine.Sample;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Whole runs against a program in NumPy that shares nothing with us but the documentation. */
class NumpyTest {
    private static final String PYTHON =
            System.getenv().getOrDefault("CHAINRULE_PYTHON", "python3");

    @TempDir private Path directory;

    @ParameterizedTest
    @CsvSource({"sgd, 1", "sgd, 20", "momentum, 7", "nesterov, 1", "adam, 1", "adam, 16"})
    void aRunEndsWhereNumpysDoes(String optimizer, int batch) throws Exception {
        Problem problem = problem(named(optimizer));
        Plan plan = new Plan(30, batch, -7);
        Training training = new Training(problem, plan);
        while (training.run(Duration.ofSeconds(1))) {}
        double[] actual = Crowds.parameters(training.network());
        double[] expected = numpy(json(problem, plan));
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            assertThat(Math.abs(actual[i] - expected[i]))
                    .as("parameter %d: %s against %s", i, actual[i], expected[i])
                    .isLessThan(1e-11);
        }
    }

    private static Optimizer named(String name) {
        return switch (name) {
            case "sgd" -> new Optimizer.Sgd(0.1);
            case "momentum" -> new Optimizer.Sgd(0.1, 0.9, false, 0.001);
            case "nesterov" -> new Optimizer.Sgd(0.02, 0.8, true, 0.01);
            default -> new Optimizer.Adam(0.01, 0.9, 0.999, 1e-8);
        };
    }

    private static Problem problem(Optimizer optimizer) {
        Problem problem =
                Crowds.network(new SplittableRandom(5), Activation.TANH, 45, 0.1, 3, 6, 5, 2);
        Network network = problem.network();
        Layer out = network.last();
        Layer last =
                new Layer(
                        "out",
                        Activation.SIGMOID,
                        out.weights(),
                        Objects.requireNonNull(out.biases()));
        return new Problem(
                network.with(2, last),
                problem.samples(),
                Loss.SQUARED_ERROR,
                Reduction.MEAN,
                optimizer);
    }

    private static String json(Problem problem, Plan plan) {
        List<Layer> layers = problem.network().layers();
        List<Sample> samples = problem.samples();
        return new JsonMapper()
                .writeValueAsString(
                        Map.of(
                                "weights",
                                layers.stream().map(NumpyTest::rows).toList(),
                                "biases",
                                layers.stream()
                                        .map(l -> Objects.requireNonNull(l.biases()).toArray())
                                        .toList(),
                                "x",
                                samples.stream().map(s -> s.x().toArray()).toList(),
                                "y",
                                samples.stream().map(s -> s.y().toArray()).toList(),
                                "epochs",
                                plan.epochs(),
                                "batch",
                                plan.batch(),
                                "seed",
                                new BigInteger(Long.toUnsignedString(plan.seed())),
                                "optimizer",
                                optimizer(problem.optimizer())));
    }

    private static Map<String, Object> optimizer(Optimizer optimizer) {
        return switch (optimizer) {
            case Optimizer.Sgd(double rate, double momentum, boolean nesterov, double decay) ->
                    Map.of(
                            "type",
                            "sgd",
                            "lr",
                            rate,
                            "momentum",
                            momentum,
                            "nesterov",
                            nesterov,
                            "decay",
                            decay);
            case Optimizer.LookAhead _, Optimizer.RmsProp _ ->
                    throw new IllegalArgumentException("not in NumPy: " + optimizer);
            case Optimizer.Adam(double rate, double beta1, double beta2, double epsilon) ->
                    Map.of(
                            "type", "adam", "lr", rate, "beta1", beta1, "beta2", beta2, "eps",
                            epsilon);
        };
    }

    private static double[][] rows(Layer layer) {
        double[][] rows = new double[layer.size()][];
        java.util.Arrays.setAll(rows, layer.weights()::row);
        return rows;
    }

    private double[] numpy(String problem) throws IOException, InterruptedException {
        Path script = directory.resolve("train.py");
        Path input = directory.resolve("problem.json");
        try (InputStream source = NumpyTest.class.getResourceAsStream("train.py")) {
            Files.write(script, Objects.requireNonNull(source).readAllBytes());
        }
        Files.writeString(input, problem);
        Process process =
                new ProcessBuilder(PYTHON, script.toString())
                        .redirectInput(input.toFile())
                        .redirectErrorStream(true)
                        .start();
        List<String> lines = process.inputReader().lines().toList();
        assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
        return lines.stream().mapToDouble(Double::parseDouble).toArray();
    }
}
