package org.chainrule.workbench.build;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Loss;
import org.chainrule.engine.Penalty;
import org.chainrule.engine.Reduction;
import org.chainrule.workbench.kit.Native.Option;
import org.chainrule.workbench.kit.Text;
import org.chainrule.workbench.kit.Words;

/** What of the form is the same for every worksheet. */
record BuildTexts(Map<String, String> words, Map<String, List<Option>> options) {
    private static final List<String> KEYS =
            List.of(
                    "layers",
                    "name",
                    "size",
                    "activation",
                    "inputs",
                    "weightless",
                    "biases",
                    "fixed",
                    "fixed.weights",
                    "fixed.biases",
                    "add",
                    "learning",
                    "nesterov",
                    "penalised",
                    "new",
                    "all");

    static BuildTexts of(Words words) {
        Map<String, String> texts = new LinkedHashMap<>();
        KEYS.forEach(key -> texts.put(key, words.of("build." + key)));
        return new BuildTexts(
                texts,
                Map.of(
                        "activation",
                        activations(words),
                        "loss",
                        options(Arrays.stream(Loss.values()).map(Loss::key), "loss.", words),
                        "reduction",
                        options(
                                Arrays.stream(Reduction.values()).map(LearningCommands::key),
                                "build.reduction.",
                                words),
                        "scale",
                        options(
                                Arrays.stream(Penalty.Scale.values()).map(Penalty.Scale::key),
                                "build.scale.",
                                words),
                        "optimizer",
                        options(
                                Stream.of("sgd", "nesterov", "rmsprop", "adam"),
                                "build.optimizer.",
                                words),
                        "state",
                        options(Stream.of("zero", "carried"), "build.state.", words),
                        "init",
                        options(
                                Stream.of("xavier", "he", "zeros", "constant"),
                                "build.init.",
                                words)));
    }

    static List<Option> activations(Words words) {
        return Arrays.stream(Activation.values())
                .map(Activation::key)
                .map(key -> new Option(key, words.of("activation." + key)))
                .toList();
    }

    private static List<Option> options(Stream<String> keys, String prefix, Words words) {
        return keys.map(key -> new Option(key, Text.capital(words.of(prefix + key)))).toList();
    }
}
