package org.chainrule.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.chainrule.derivation.Rounding;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Loss;
import org.chainrule.engine.Matrix;
import org.chainrule.engine.Network;
import org.chainrule.engine.Optimizer;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Reduction;
import org.chainrule.engine.Sample;
import org.chainrule.engine.Vector;
import org.chainrule.gallery.Gallery;
import org.chainrule.notation.Preset;
import org.chainrule.practice.Exercise;
import org.chainrule.workbench.steps.CopiedFormulas;
import org.chainrule.worksheet.Asked;
import org.chainrule.worksheet.Step;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;

/** LaTeX documents of many kinds, by name, for a TeX engine to try. */
final class LatexSamples {
    private static final String NASTY =
            "\\input{x} 100% & #1 _a^b~ {$ } <\"|> Übung ßéñçőı Ω→∂ “q” 日本 🎓 \ud800 \u202e\n\\end{document}";

    private static final Rounding PAPER = new Rounding(2, 3);

    private LatexSamples() {}

    static Map<String, String> documents() {
        Worksheet first = Gallery.first();
        View textbook = View.INITIAL.withNotation(Preset.TEXTBOOK.notation());
        Map<String, String> documents = new LinkedHashMap<>();
        documents.put("paper", LatexDocument.of(first, View.INITIAL, Locale.ENGLISH));
        documents.put("exact", LatexDocument.of(exact(first.title()), textbook, Locale.ENGLISH));
        Worksheet german = new Worksheet("Übung für Anfänger: größer ß", first.problem(), PAPER);
        documents.put("german", LatexDocument.of(german, textbook, Locale.GERMANY));
        documents.put(
                "nasty",
                LatexDocument.of(exact(NASTY), View.INITIAL.withDigits(10), Locale.ENGLISH));
        documents.put(
                "batch",
                LatexDocument.of(batch().with(PAPER), View.INITIAL.withSample(2), Locale.ENGLISH));
        documents.put("softmax", LatexDocument.of(batch(), textbook.withSample(1), Locale.GERMAN));
        documents.put("deep", LatexDocument.of(deep(), textbook, Locale.GERMAN));
        documents.put("wide", LatexDocument.of(wide(), View.INITIAL, Locale.ENGLISH));
        documents.put(
                "deltas",
                LatexDocument.of(
                        wide(), View.INITIAL.withNotation(Preset.DELTA.notation()), Locale.GERMAN));
        documents.put(
                "layers",
                LatexDocument.of(
                        wide(),
                        View.INITIAL.withNotation(Preset.DELTA.notation()).withWholeLayers(true),
                        Locale.GERMAN));
        documents.put(
                "layers-batch",
                LatexDocument.of(batch(), View.INITIAL.withWholeLayers(true), Locale.ENGLISH));
        Asked all = Asked.steps(Step.FORWARD, Step.UPDATE);
        View asked = View.INITIAL.withAsked(all);
        documents.put("exercise", LatexDocument.of(new Exercise(first, asked), Locale.ENGLISH));
        documents.put(
                "exercise-batch",
                LatexDocument.of(
                        new Exercise(
                                batch().with(PAPER), asked.withNotation(Preset.DELTA.notation())),
                        Locale.GERMAN));
        documents.put(
                "exercise-wide", LatexDocument.of(new Exercise(wide(), asked), Locale.ENGLISH));
        for (Preset preset : Preset.values()) {
            View view = View.INITIAL.withNotation(preset.notation()).withWholeLayers(true);
            documents.put(
                    "notation-" + preset.key(), LatexDocument.of(first, view, Locale.ENGLISH));
            documents.put(
                    "notation-batch-" + preset.key(),
                    LatexDocument.of(batch().with(PAPER), view.withSample(1), Locale.GERMAN));
        }
        documents.put("copied", CopiedFormulas.document());
        documents.put(
                "titles",
                LatexDocument.of(
                        exact(String.join(" ", TitlesTest.HOSTILE)), View.INITIAL, Locale.ENGLISH));
        for (int seed = 0; seed < 3; seed++) {
            Worksheet named = TikzTest.named(new SplittableRandom(seed));
            documents.put("names-" + seed, LatexDocument.of(named, View.INITIAL, Locale.ENGLISH));
        }
        return documents;
    }

    private static Worksheet exact(String title) {
        return new Worksheet(title, Gallery.first().problem(), null);
    }

    /** 3-4-3-3 with softmax, three samples, biases, Adam. */
    private static Worksheet batch() {
        RandomGenerator random = new SplittableRandom(3);
        Activation[] functions = {Activation.TANH, Activation.RELU, Activation.SOFTMAX};
        Network network = network(random, true, functions, 3, 4, 3, 3);
        List<Sample> samples = new ArrayList<>();
        for (int s = 0; s < 3; s++) {
            double[] y = new double[3];
            y[s] = 1;
            samples.add(new Sample(vector(random, 3), Vector.of(y)));
        }
        Optimizer adam = new Optimizer.Adam(0.01, 0.9, 0.999, 1e-8);
        Problem problem = new Problem(network, samples, Loss.CROSS_ENTROPY, Reduction.MEAN, adam);
        return new Worksheet("Three classes", problem, null);
    }

    /** 8-8-8-8-8, sigmoid: the largest network whose drawing shows every neuron's numbers. */
    private static Worksheet wide() {
        return uniform(Activation.SIGMOID, 8, 8, 8, 8, 8);
    }

    /** As many layers as a worksheet may have. */
    private static Worksheet deep() {
        return uniform(Activation.TANH, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 2);
    }

    private static Worksheet uniform(Activation function, int... sizes) {
        RandomGenerator random = new SplittableRandom(4);
        Activation[] functions = new Activation[sizes.length - 1];
        Arrays.fill(functions, function);
        Network network = network(random, true, functions, sizes);
        return new Worksheet("", problem(network, random), null);
    }

    /** One sample for {@code network}. */
    static Problem problem(Network network, RandomGenerator random) {
        Vector x = vector(random, network.inputs());
        List<Sample> samples = List.of(new Sample(x, vector(random, network.outputs())));
        Optimizer sgd = new Optimizer.Sgd(0.5, 0.9, true, 0.01);
        return new Problem(network, samples, Loss.HALF_SQUARED_ERROR, Reduction.MEAN, sgd);
    }

    private static Network network(
            RandomGenerator random, boolean biased, Activation[] functions, int... sizes) {
        List<Layer> layers = new ArrayList<>();
        for (int l = 0; l < functions.length; l++) {
            double[][] weights = new double[sizes[l + 1]][];
            int sources = sizes[l];
            Arrays.setAll(weights, _ -> vector(random, sources).toArray());
            String name = l == functions.length - 1 ? "out" : "h" + (l + 1);
            Vector biases = vector(random, sizes[l + 1]);
            layers.add(
                    biased
                            ? new Layer(name, functions[l], Matrix.of(weights), biases)
                            : new Layer(name, functions[l], Matrix.of(weights)));
        }
        return new Network(sizes[0], layers);
    }

    private static Vector vector(RandomGenerator random, int size) {
        return Vector.of(
                random.doubles(size, -2, 2).map(value -> Math.rint(value * 100) / 100).toArray());
    }
}
