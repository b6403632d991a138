package org.chainrule.engine.training;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Problem;
import tools.jackson.databind.json.JsonMapper;

/** A JavaScript library in a process of its own, which stays warm between rounds. */
final class NodePeer implements Contender {
    static final Path FOLDER = Path.of("target", "bench-node").toAbsolutePath();
    private static final Path NODE = Path.of(".node", "bin").toAbsolutePath();

    private final String name;
    private final Process process;
    private final BufferedWriter out;
    private final BufferedReader in;

    NodePeer(String library, String version, Problem problem) {
        name = library + " " + version;
        try {
            Path script = FOLDER.resolve("peers.cjs");
            try (InputStream source = NodePeer.class.getResourceAsStream("peers.cjs")) {
                Files.write(script, Objects.requireNonNull(source).readAllBytes());
            }
            process =
                    new ProcessBuilder(
                                    NODE.resolve("node").toString(),
                                    script.toString(),
                                    FOLDER.toString(),
                                    library)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            out = process.outputWriter();
            in = process.inputReader();
            send(json(problem));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fetches the libraries from the npm registry, once. */
    static void install(String... packages) throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        List<String> command =
                new java.util.ArrayList<>(
                        List.of(
                                NODE.resolve("npm").toString(),
                                "install",
                                "--silent",
                                "--ignore-scripts",
                                "--no-audit",
                                "--no-fund",
                                "--prefix",
                                FOLDER.toString()));
        command.addAll(List.of(packages));
        ProcessBuilder npm = new ProcessBuilder(command).inheritIO();
        npm.environment().merge("PATH", NODE.toString(), (path, node) -> node + ":" + path);
        if (npm.start().waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
    }

    private static String json(Problem problem) {
        List<Layer> layers = problem.network().layers();
        return new JsonMapper()
                .writeValueAsString(
                        Map.of(
                                "activation",
                                problem.network().last().activation().key(),
                                "rate",
                                problem.optimizer().learningRate(),
                                "weights",
                                layers.stream().map(NodePeer::rows).toList(),
                                "biases",
                                layers.stream()
                                        .map(l -> Objects.requireNonNull(l.biases()).toArray())
                                        .toList(),
                                "samples",
                                problem.samples().stream()
                                        .map(s ->
                                                Map.of(
                                                        "x", s.x().toArray(),
                                                        "y", s.y().toArray()))
                                        .toList()));
    }

    private static double[][] rows(Layer layer) {
        double[][] rows = new double[layer.size()][];
        java.util.Arrays.setAll(rows, layer.weights()::row);
        return rows;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Result train(int epochs) {
        try {
            send(Integer.toString(epochs));
            String[] answer = Objects.requireNonNull(in.readLine(), name).split(" ");
            return new Result(Long.parseLong(answer[0]), Double.parseDouble(answer[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void send(String line) throws IOException {
        out.write(line);
        out.newLine();
        out.flush();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
