package org.chainrule.export;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import org.chainrule.derivation.Expr;
import org.chainrule.derivation.Slopes;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.engine.Optimizer;
import org.chainrule.engine.Penalty;
import org.chainrule.engine.Problem;
import org.chainrule.notation.Notation;
import org.chainrule.worksheet.Worksheet;

/**
 * A Python program that works the worksheet out in NumPy, every step written by hand, and prints
 * each number after its address.
 */
public final class NumpyCode {
    private final Problem problem;
    private final Network network;
    private final Snippets snippets;
    private final Lines lines = new Lines();

    private NumpyCode(Problem problem, Snippets snippets) {
        this.problem = problem;
        this.network = problem.network();
        this.snippets = snippets;
    }

    /** The program, with its comments in German or English, and its names in {@code notation}. */
    public static String of(Worksheet worksheet, Notation notation, Locale locale) {
        NumpyCode code =
                new NumpyCode(
                        worksheet.problem(),
                        Snippets.of("numpy.py.txt", Words.in(locale), worksheet.title(), notation));
        code.body();
        String body = code.lines.text();
        Lines head = new Lines();
        head.add("# «numpy»", "# «prints»", "# «letters»");
        PythonData.title(head, code.snippets);
        head.add("import math", "", "import numpy as np", "", "np.seterr(all=\"ignore\")", "");
        PythonData.write(head, worksheet.problem(), "np.array(", ")");
        head.add("", "");
        return code.snippets.inWords(head.text())
                + code.snippets.calledBy(body, "\n\n\n")
                + code.snippets.inWords(body);
    }

    private void body() {
        update();
        lines.add("", "J = 0.0");
        for (Layer layer : network.layers()) {
            parameters(layer).forEach(p -> lines.add("d%s = np.zeros_like(%s)".formatted(p, p)));
        }
        lines.add("for s, (x, y) in enumerate(zip(X, Y), start=1):");
        lines.indented(this::sample);
        if (Code.isAveraged(problem)) {
            lines.add("", "# «mean»", "J /= len(X)");
            network.layers()
                    .forEach(l -> parameters(l).forEach(p -> lines.add("d" + p + " /= len(X)")));
        }
        penalty();
        step();
        PythonData.showBatch(lines, problem);
    }

    private void penalty() {
        Penalty penalty = problem.penalty();
        if (penalty.isNone()) {
            return;
        }
        int samples = problem.samples().size();
        lines.add("", "# «penalty»");
        for (Layer layer : network.layers()) {
            for (String p : parameters(layer)) {
                if (p.startsWith("w") || penalty.biases()) {
                    String factor = Code.literal(penalty.factor(samples));
                    lines.add("J += %s * np.sum(%s * %s)".formatted(factor, p, p));
                    lines.add(
                            "d%s += %s * %s".formatted(p, Code.literal(penalty.slope(samples)), p));
                }
            }
        }
    }

    private void sample() {
        lines.add("# «forward»");
        String source = "x";
        for (Layer layer : network.layers()) {
            String n = layer.name();
            String bias = layer.biases() == null ? "" : ", b_" + n;
            lines.add(
                    layer.isWeightless()
                            ? "p_%s = %s".formatted(n, source)
                            : "p_%s = linear(w_%s, %s%s)".formatted(n, n, source, bias));
            lines.add("z_%s = %s".formatted(n, activation(layer)));
            source = "z_" + n;
        }
        lines.add("J += " + in(NumpyLosses.value(problem)));
        outputs();
        hidden();
        parameterGradients();
        PythonData.showSample(lines, problem, (kind, n) -> kind + "_" + n);
    }

    private void outputs() {
        Layer last = network.last();
        lines.add(
                "",
                "# «step.1»",
                "dz_%s = %s".formatted(last.name(), in(NumpyLosses.slope(problem))));
        if (Code.isFused(problem)) {
            lines.add("# «fused»");
            lines.add("dp_%s = %s".formatted(last.name(), in(NumpyLosses.fused(problem))));
        } else {
            lines.add("dp_%s = %s".formatted(last.name(), backward(last)));
        }
    }

    private void hidden() {
        if (network.depth() > 1) {
            lines.add("", "# «step.2»");
        }
        Layer next = network.last();
        for (Layer layer : Code.hidden(network)) {
            lines.add(
                    next.isWeightless()
                            ? "dz_%s = dp_%s".formatted(layer.name(), next.name())
                            : "dz_%s = linear(w_%s.T, dp_%s)"
                                    .formatted(layer.name(), next.name(), next.name()));
            lines.add("dp_%s = %s".formatted(layer.name(), backward(layer)));
            next = layer;
        }
    }

    private void parameterGradients() {
        lines.add("", "# «steps.3.4»");
        for (int l = network.depth() - 1; l >= 0; l--) {
            String n = network.layer(l).name();
            String source = l == 0 ? "x" : "z_" + network.layer(l - 1).name();
            if (network.layer(l).isWeightless()) {
                continue;
            }
            lines.add("dw_%s += np.outer(dp_%s, %s)".formatted(n, n, source));
            if (network.layer(l).biases() != null) {
                lines.add("db_%s += dp_%s".formatted(n, n));
            }
        }
    }

    /** {@code formula} with p and z of the last layer. */
    private String in(String formula) {
        return formula.replaceAll("\\b([pz])\\b", "$1_" + network.last().name());
    }

    private static String activation(Layer layer) {
        return layer.activation() == Activation.SOFTMAX
                ? "softmax(p_" + layer.name() + ")"
                : new NumpyFormula(layer.name()).of(Slopes.value(layer, Code.P));
    }

    private static String backward(Layer layer) {
        String n = layer.name();
        if (layer.activation() == Activation.SOFTMAX) {
            return "softmax_backward(z_%s, dz_%s)".formatted(n, n);
        }
        Expr slope = Slopes.slope(layer, Code.P);
        return Code.isOne(slope)
                ? "dz_" + n
                : "dz_%s * %s".formatted(n, new NumpyFormula(n).tight(slope));
    }

    /** The names of a layer's parameters: {@code w_hid}, {@code b_hid}. */
    static List<String> parameters(Layer layer) {
        if (layer.isWeightless()) {
            return List.of();
        }
        return layer.biases() == null
                ? List.of("w_" + layer.name())
                : List.of("w_" + layer.name(), "b_" + layer.name());
    }

    /** The update with what is kept of those before it. */
    private void carried() {
        Kept kept = new Kept(problem);
        lines.add(
                "def update(parameter, gradient, %s):".formatted(String.join(", ", kept.before())));
        lines.indented(() -> {
            lines.add("# «carried»");
            switch (problem.optimizer()) {
                case Optimizer.Sgd sgd -> {
                    boolean decays = sgd.weightDecay() != 0;
                    String decayed = "gradient" + (decays ? " + weight_decay * parameter" : "");
                    lines.add("nu = momentum * u + " + decayed);
                    lines.add(
                            "direction = "
                                    + (sgd.nesterov() ? decayed + " + momentum * nu" : "nu"));
                }
                case Optimizer.RmsProp _ ->
                        lines.add(
                                "nv = decay * v + (1.0 - decay) * gradient * gradient",
                                "direction = gradient / (np.sqrt(nv) + epsilon)");
                case Optimizer.Adam _ ->
                        lines.add(
                                "nm = beta1 * m + (1.0 - beta1) * gradient",
                                "nv = beta2 * v + (1.0 - beta2) * gradient * gradient",
                                "mh = nm / (1.0 - beta1 ** (t + 1))",
                                "vh = nv / (1.0 - beta2 ** (t + 1))",
                                "direction = mh / (np.sqrt(vh) + epsilon)");
                case Optimizer.LookAhead _ -> lines.add("direction = gradient");
            }
            lines.add(
                    "return parameter - learning_rate * direction, "
                            + String.join(", ", kept.after()));
        });
        lines.add("");
    }

    private void update() {
        if (problem.state().carried()) {
            carried();
            return;
        }
        lines.add("def update(parameter, gradient):");
        lines.indented(() -> {
            switch (problem.optimizer()) {
                case Optimizer.Sgd sgd -> sgd(sgd);
                case Optimizer.LookAhead _ -> lines.add("# «lookahead»", "direction = gradient");
                case Optimizer.RmsProp _ ->
                        lines.add(
                                "# «rmsprop»",
                                "root = np.sqrt((1.0 - decay) * gradient * gradient)",
                                "direction = gradient / (root + epsilon)");
                case Optimizer.Adam _ ->
                        lines.add(
                                "# «adam»", "direction = gradient / (np.abs(gradient) + epsilon)");
            }
            lines.add("return parameter - learning_rate * direction");
        });
        lines.add("");
    }

    private void sgd(Optimizer.Sgd sgd) {
        lines.add(
                sgd.weightDecay() == 0
                        ? "direction = gradient"
                        : "direction = gradient + weight_decay * parameter");
        if (sgd.momentum() != 0) {
            lines.add("# «momentum»");
        }
        if (sgd.nesterov() && sgd.momentum() != 0) {
            lines.add("direction = direction + momentum * direction");
        }
    }

    private void step() {
        lines.add("", "# «step.5»");
        for (Layer layer : network.layers()) {
            for (String p : parameters(layer)) {
                boolean frozen = p.startsWith("w") ? layer.weightsFrozen() : layer.biasesFrozen();
                lines.add(frozen ? "n%s = %s  # «frozen»".formatted(p, p) : updated(p));
            }
        }
    }

    private String updated(String p) {
        Kept kept = new Kept(problem);
        String before = kept.before().stream().map(n -> ", " + n + "_" + p).collect(joining());
        String after = kept.after().stream().map(n -> ", " + n + "_" + p).collect(joining());
        return "n%s%s = update(%s, d%s%s)".formatted(p, after, p, p, before);
    }
}
