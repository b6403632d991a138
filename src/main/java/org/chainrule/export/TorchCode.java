package org.chainrule.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.engine.Optimizer;
import org.chainrule.engine.Penalty;
import org.chainrule.engine.Problem;
import org.chainrule.notation.Notation;
import org.chainrule.worksheet.Worksheet;

/**
 * A Python program that has PyTorch's automatic differentiation and optimizer work the worksheet
 * out, in doubles, and prints each number after its address.
 */
public final class TorchCode {
    private final Problem problem;
    private final Network network;
    private final Lines lines = new Lines();

    private TorchCode(Problem problem) {
        this.problem = problem;
        this.network = problem.network();
    }

    /** The program, with its comments in German or English, and its names in {@code notation}. */
    public static String of(Worksheet worksheet, Notation notation, Locale locale) {
        Snippets snippets =
                Snippets.of("torch.py.txt", Words.in(locale), worksheet.title(), notation);
        TorchCode code = new TorchCode(worksheet.problem());
        code.body();
        Lines head = new Lines();
        head.add("# «torch»", "# «prints»", "# «letters»");
        PythonData.title(head, snippets);
        head.add("import torch", "", "torch.set_default_dtype(torch.float64)", "");
        PythonData.write(head, worksheet.problem(), "torch.tensor(", ")");
        head.add("", "");
        String body = code.lines.text();
        return snippets.inWords(head.text())
                + snippets.calledBy(body, "\n\n\n")
                + snippets.inWords(body);
    }

    private void body() {
        lines.add("parameters = [" + String.join(", ", parameters()) + "]");
        lines.add("for parameter in parameters:", "    parameter.requires_grad_()");
        lines.add("", "J = 0.0", "for s, (x, y) in enumerate(zip(X, Y), start=1):");
        lines.indented(this::sample);
        if (Code.isAveraged(problem)) {
            lines.add("", "# «mean»", "J /= len(X)");
            lines.add("for parameter in parameters:", "    parameter.grad /= len(X)");
        }
        penalty();
        show();
        step();
    }

    private void penalty() {
        Penalty penalty = problem.penalty();
        if (penalty.isNone()) {
            return;
        }
        List<String> counting =
                parameters().stream().filter(p -> p.startsWith("w") || penalty.biases()).toList();
        if (counting.isEmpty()) {
            return;
        }
        int samples = problem.samples().size();
        lines.add("", "# «penalty»");
        lines.add("penalised = [" + String.join(", ", counting) + "]");
        lines.add(
                "penalty = %s * sum((parameter ** 2).sum() for parameter in penalised)"
                        .formatted(Code.literal(penalty.factor(samples))));
        lines.add("penalty.backward()", "J += penalty.item()");
    }

    private void sample() {
        lines.add("# «forward»");
        List<String> kept = new ArrayList<>();
        String source = "x";
        for (Layer layer : network.layers()) {
            String n = layer.name();
            String bias = layer.biases() == null ? "" : " + b_" + n;
            lines.add(
                    layer.isWeightless()
                            ? "p_%s = %s".formatted(n, given(source))
                            : "p_%s = w_%s @ %s%s".formatted(n, n, source, bias));
            lines.add("z_%s = %s".formatted(n, activation(layer)));
            kept.addAll(List.of("p_" + n, "z_" + n));
            source = "z_" + n;
        }
        lines.add("J_sample = " + in(TorchLosses.value(problem)));
        lines.add("", "# «autograd»");
        lines.add("for value in (" + String.join(", ", kept) + "):", "    value.retain_grad()");
        lines.add("J_sample.backward()", "J += J_sample.item()");
        if (Code.isFused(problem)) {
            lines.add("# «torch.fused»");
            lines.add("z = %s.detach().requires_grad_()".formatted(source));
            lines.add("J_of_z = " + TorchLosses.ofActivations(problem), "J_of_z.backward()");
            lines.add("%s.grad = z.grad".formatted(source));
        }
        PythonData.showSample(lines, problem, TorchCode::shown);
    }

    /** What a layer without weights is given, with a gradient of its own. */
    private static String given(String source) {
        return source + (source.equals("x") ? ".clone().requires_grad_()" : ".clone()");
    }

    private static String shown(String kind, String layer) {
        return kind.startsWith("d")
                ? "%s_%s.grad".formatted(kind.substring(1), layer)
                : kind + "_" + layer;
    }

    /** {@code formula} with p and z of the last layer. */
    private String in(String formula) {
        return formula.replaceAll("(?<![.\\w])([pz])\\b", "$1_" + network.last().name());
    }

    private String activation(Layer layer) {
        String p = "p_" + layer.name();
        return switch (layer.activation()) {
            case IDENTITY -> p + ".clone()";
            case RELU -> (mayBeInfinite() ? "relu(" : "torch.relu(") + p + ")";
            case SIGMOID -> "torch.sigmoid(" + steep(layer.shape(), p) + ")";
            case BIPOLAR_SIGMOID -> "torch.tanh(" + steep(layer.shape() / 2, p) + ")";
            case TANH -> "torch.tanh(" + steep(layer.shape(), p) + ")";
            case STEP, SIGN ->
                    "threshold(%s, %s, %s)"
                            .formatted(
                                    p,
                                    Code.literal(layer.activation().least(0)),
                                    Code.literal(layer.shape()));
            case SOFTMAX -> "torch.softmax(" + p + ", dim=0)";
            case SOFTPLUS -> "softplus(" + p + ")";
            case LEAKY_RELU ->
                    "torch.nn.functional.leaky_relu(%s, %s)"
                            .formatted(p, Code.literal(layer.shape()));
            case ELU, SILU, GELU ->
                    "torch.nn.functional.%s(%s)".formatted(layer.activation().key(), p);
        };
    }

    private static String steep(double steepness, String p) {
        return steepness == 1 ? p : Code.literal(steepness) + " * " + p;
    }

    /**
     * Whether the loss's gradient is infinite somewhere: at 0, where nothing keeps z away from it.
     */
    private boolean mayBeInfinite() {
        return problem.loss().isCrossEntropy() && !Code.isFused(problem);
    }

    private void show() {
        lines.add("");
        PythonData.heading(lines, problem);
        for (String p : parameters()) {
            String at = p.replace('_', '.');
            lines.add("show(\"%s\", %s)".formatted(at, p));
            lines.add("show(\"d%s\", %s.grad)".formatted(at, p));
        }
    }

    private List<String> parameters() {
        return network.layers().stream().flatMap(l -> NumpyCode.parameters(l).stream()).toList();
    }

    private void step() {
        List<String> moved = new ArrayList<>();
        for (Layer layer : network.layers()) {
            for (String p : NumpyCode.parameters(layer)) {
                if (!(p.startsWith("w") ? layer.weightsFrozen() : layer.biasesFrozen())) {
                    moved.add(p);
                }
            }
        }
        lines.add("", "# «step.5»");
        if (!moved.isEmpty()) {
            lines.add("optimizer = " + optimizer(String.join(", ", moved)));
            if (problem.optimizer().learningRate() < 0) {
                lines.add("optimizer.param_groups[0][\"lr\"] = learning_rate");
            }
            moved.forEach(this::keep);
            lines.add("optimizer.step()");
            moved.forEach(this::kept);
        }
        parameters().forEach(p -> lines.add("show(\"n%s\", %s)".formatted(p.replace('_', '.'), p)));
    }

    /** Gives the optimizer what it has kept of the parameters {@code p}. */
    private void keep(String p) {
        String kept =
                switch (problem.optimizer()) {
                    case Optimizer.Sgd _ -> "{\"momentum_buffer\": u_%1$s.clone()}";
                    case Optimizer.RmsProp _ ->
                            "{\"step\": torch.tensor(0.0), \"square_avg\": v_%1$s.clone()}";
                    case Optimizer.Adam _ ->
                            "{\"step\": torch.tensor(float(t)), \"exp_avg\": m_%1$s.clone(),"
                                    + " \"exp_avg_sq\": v_%1$s.clone()}";
                    case Optimizer.LookAhead _ -> "{}";
                };
        if (problem.state().carried()) {
            lines.add(("optimizer.state[%1$s] = " + kept).formatted(p));
        }
    }

    /** Takes what it keeps after the update, and shows it. */
    private void kept(String p) {
        if (!problem.state().carried()) {
            return;
        }
        String of = "optimizer.state[" + p + "]";
        switch (problem.optimizer()) {
            case Optimizer.Sgd _ -> lines.add("nu_%s = %s[\"momentum_buffer\"]".formatted(p, of));
            case Optimizer.RmsProp _ -> lines.add("nv_%s = %s[\"square_avg\"]".formatted(p, of));
            case Optimizer.Adam _ ->
                    lines.add(
                            "nm_%s = %s[\"exp_avg\"]".formatted(p, of),
                            "nv_%s = %s[\"exp_avg_sq\"]".formatted(p, of),
                            "mh_%1$s = nm_%1$s / (1.0 - beta1 ** (t + 1))".formatted(p),
                            "vh_%1$s = nv_%1$s / (1.0 - beta2 ** (t + 1))".formatted(p));
            case Optimizer.LookAhead _ -> {}
        }
        Layer layer = network.layer(network.indexOf(p.substring(2)));
        PythonData.showKept(lines, new Kept(problem), layer, p);
    }

    /** PyTorch refuses a negative learning rate, and Nesterov's step without momentum. */
    private String optimizer(String moved) {
        String rate = problem.optimizer().learningRate() < 0 ? "0.0" : "learning_rate";
        return switch (problem.optimizer()) {
            case Optimizer.Sgd sgd ->
                    "torch.optim.SGD([%s], lr=%s".formatted(moved, rate)
                            + (sgd.momentum() == 0 ? "" : ", momentum=momentum")
                            + (sgd.nesterov() && sgd.momentum() != 0 ? ", nesterov=True" : "")
                            + (sgd.weightDecay() == 0 ? "" : ", weight_decay=weight_decay")
                            + ")";
            case Optimizer.LookAhead _ -> "torch.optim.SGD([%s], lr=%s)".formatted(moved, rate);
            case Optimizer.RmsProp _ ->
                    "torch.optim.RMSprop([%s], lr=%s, alpha=decay, eps=epsilon)"
                            .formatted(moved, rate);
            case Optimizer.Adam _ ->
                    "torch.optim.Adam([%s], lr=%s, betas=(beta1, beta2), eps=epsilon)"
                            .formatted(moved, rate);
        };
    }
}
