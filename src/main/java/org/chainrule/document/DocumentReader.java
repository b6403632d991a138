package org.chainrule.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.chainrule.derivation.Rounding;
import org.chainrule.document.Fault.Noun;
import org.chainrule.document.Fault.Reason;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Loss;
import org.chainrule.engine.Network;
import org.chainrule.engine.Optimizer;
import org.chainrule.engine.OptimizerState;
import org.chainrule.engine.Penalty;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Reduction;
import org.chainrule.engine.Sample;
import org.chainrule.engine.Vector;
import org.chainrule.worksheet.Limits;
import org.chainrule.worksheet.Names;
import org.chainrule.worksheet.Worksheet;
import org.chainrule.worksheet.advice.Objection;
import org.chainrule.worksheet.advice.Refusals;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a document's tree and collects every place where it is wrong: the one statement of the
 * format's rules.
 */
final class DocumentReader {
    private static final Set<String> KEYS =
            Set.of(
                    "version",
                    "title",
                    "inputs",
                    "layers",
                    "loss",
                    "delta",
                    "penalty",
                    "samples",
                    "reduction",
                    "optimizer",
                    "arithmetic");

    private static final Set<String> ARITHMETIC_KEYS =
            Set.of("decimals", "gradientDecimals", "writes", "slope");

    private final Fields fields = new Fields();

    Reading read(JsonNode document) {
        if (!fields.isObject("", document, KEYS)) {
            return fields.refused();
        }
        version(document.get("version"));
        String title = fields.text("title", document.get("title"), "");
        fields.refuse("title", Refusals.title(title));
        int inputs = fields.integer("inputs", document.get("inputs"), 1, Limits.INPUTS, null);
        List<Layer> layers = layers(document.get("layers"), inputs);
        int outputs = layers.isEmpty() ? -1 : layers.getLast().size();
        boolean whole = fields.none();
        Loss loss =
                choice("loss", document.get("loss"), Loss.values(), Loss::key, Loss.SQUARED_ERROR);
        double delta = delta(document.get("delta"), loss);
        Penalty penalty = penalty(document.get("penalty"));
        List<Sample> samples =
                samples(document.get("samples"), inputs, whole ? outputs : outputsOf(layers));
        Reduction reduction =
                choice(
                        "reduction",
                        document.get("reduction"),
                        Reduction.values(),
                        r -> r.name().toLowerCase(java.util.Locale.ROOT),
                        Reduction.MEAN);
        Optimizer optimizer = new OptimizerReader(fields).read(document.get("optimizer"));
        OptimizerState state = state(document.get("optimizer"), optimizer, layers, whole);
        Rounding paper = arithmetic(document.get("arithmetic"), layers, samples.size());
        if (!fields.none()) {
            return fields.refused();
        }
        Problem problem =
                new Problem(
                        new Network(inputs, layers),
                        samples,
                        loss,
                        delta,
                        penalty,
                        reduction,
                        optimizer,
                        state);
        fields.refuse("loss", Refusals.rule(problem));
        if (paper != null) {
            fields.refuse("arithmetic", Refusals.onPaper(problem));
        }
        return fields.none()
                ? new Reading.Good(new Worksheet(title, problem, paper))
                : fields.refused();
    }

    /** Nothing can be told of its layers where one of them is wrong. */
    private OptimizerState state(
            @Nullable JsonNode node, Optimizer optimizer, List<Layer> layers, boolean whole) {
        return whole && node != null
                ? new StateReader(fields).read(node.get("state"), optimizer, layers)
                : OptimizerState.NONE;
    }

    private double delta(@Nullable JsonNode node, Loss loss) {
        double delta = fields.number("delta", node, Loss.USUAL_DELTA);
        if (node != null && loss != Loss.HUBER) {
            fields.refuse("delta", Reason.DELTA);
        } else {
            fields.refuse("delta", Refusals.notPositive(delta));
        }
        return delta;
    }

    private Penalty penalty(@Nullable JsonNode node) {
        if (node == null
                || !fields.isObject("penalty", node, Set.of("lambda", "scale", "biases"))) {
            return Penalty.NONE;
        }
        double lambda = fields.number("penalty/lambda", node.get("lambda"), 0);
        if (node.get("lambda") == null) {
            fields.refuse("penalty/lambda", Reason.MISSING);
        }
        fields.refuse("penalty/lambda", Refusals.negative(lambda));
        Penalty.Scale scale =
                choice(
                        "penalty/scale",
                        node.get("scale"),
                        Penalty.Scale.values(),
                        Penalty.Scale::key,
                        Penalty.Scale.HALF);
        return new Penalty(lambda, scale, fields.flag("penalty/biases", node.get("biases")));
    }

    private int outputsOf(List<Layer> layers) {
        return lastSize > 0 ? lastSize : layers.isEmpty() ? -1 : layers.getLast().size();
    }

    private int lastSize = -1;

    private void version(@Nullable JsonNode node) {
        if (node == null) {
            fields.refuse("version", Reason.NO_VERSION);
        } else if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() != 1) {
            fields.refuse("version", Reason.VERSION, written(node));
        }
    }

    private static Object written(JsonNode version) {
        return version.isString()
                ? '"' + Fault.shortened(version.stringValue()) + '"'
                : Fields.shown(version);
    }

    private List<Layer> layers(@Nullable JsonNode node, int inputs) {
        List<Layer> layers = new ArrayList<>();
        List<JsonNode> entries = fields.list("layers", node, 1, Limits.LAYERS, Noun.LAYERS);
        if (entries.isEmpty()) {
            return layers;
        }
        LayerReader reader = new LayerReader(fields, names(entries));
        int sources = inputs;
        int parameters = 0;
        for (int l = 0; l < entries.size(); l++) {
            JsonNode layer = entries.get(l);
            Layer read = reader.read("layers/" + l, layer, l, entries.size(), sources);
            sources = LayerReader.sizeOf(layer, sources);
            if (read != null) {
                layers.add(read);
                parameters += read.parameters();
            }
        }
        lastSize = sources;
        fields.refuse("layers", Refusals.parameters(parameters));
        return layers;
    }

    /** The layers' names, with those left out filled in. */
    private List<String> names(List<JsonNode> layers) {
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int l = 0; l < layers.size(); l++) {
            String at = "layers/" + l + "/name";
            String filled = l == layers.size() - 1 ? "out" : "h" + (l + 1);
            String name = fields.text(at, layers.get(l).get("name"), filled);
            if (!Names.isName(name)) {
                fields.refuse(at, Fault.of(Objection.Reason.BAD_NAME));
            } else if (!seen.add(name)) {
                fields.refuse(at, Fault.of(Objection.Reason.TAKEN_NAME, name));
            }
            names.add(name);
        }
        return names;
    }

    private List<Sample> samples(@Nullable JsonNode node, int inputs, int outputs) {
        List<Sample> samples = new ArrayList<>();
        List<JsonNode> entries = fields.list("samples", node, 1, Limits.SAMPLES, Noun.SAMPLES);
        for (int s = 0; s < entries.size(); s++) {
            String at = "samples/" + s;
            JsonNode entry = entries.get(s);
            if (fields.isObject(at, entry, Set.of("x", "y"))) {
                Vector x =
                        fields.vector(at + "/x", entry.get("x"), inputs, Noun.VALUES, Noun.INPUTS);
                Vector y =
                        fields.vector(
                                at + "/y", entry.get("y"), outputs, Noun.TARGETS, Noun.OUTPUTS);
                if (x != null && y != null) {
                    samples.add(new Sample(x, y));
                }
            }
        }
        return samples;
    }

    private @Nullable Rounding arithmetic(
            @Nullable JsonNode node, List<Layer> layers, int samples) {
        if (node == null || !fields.isObject("arithmetic", node, ARITHMETIC_KEYS)) {
            return null;
        }
        int decimals = fields.integer("arithmetic/decimals", node.get("decimals"), 0, 10, 2);
        int gradient =
                fields.integer(
                        "arithmetic/gradientDecimals", node.get("gradientDecimals"), 0, 10, 3);
        Rounding.Writes writes =
                choice(
                        "arithmetic/writes",
                        node.get("writes"),
                        Rounding.Writes.values(),
                        Rounding.Writes::key,
                        Rounding.Writes.DZ);
        Rounding.Slope slope =
                choice(
                        "arithmetic/slope",
                        node.get("slope"),
                        Rounding.Slope.values(),
                        Rounding.Slope::key,
                        Rounding.Slope.P);
        int parameters = layers.stream().mapToInt(Layer::parameters).sum();
        fields.refuse("arithmetic", Refusals.onPaper(parameters, samples));
        return decimals < 0 || gradient < 0
                ? null
                : new Rounding(decimals, gradient, writes, slope);
    }

    private <E> E choice(
            String at, @Nullable JsonNode node, E[] choices, Function<E, String> key, E otherwise) {
        String text = fields.text(at, node, key.apply(otherwise));
        Optional<E> found =
                Arrays.stream(choices).filter(c -> key.apply(c).equals(text)).findFirst();
        if (found.isEmpty()) {
            fields.unknown(at, text, Arrays.stream(choices).map(key).toList());
        }
        return found.orElse(otherwise);
    }
}
