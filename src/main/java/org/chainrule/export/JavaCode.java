package org.chainrule.export;

import java.util.List;
import java.util.Locale;
import org.chainrule.derivation.Expr;
import org.chainrule.derivation.Slopes;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Network;
import org.chainrule.engine.Penalty;
import org.chainrule.engine.Problem;
import org.chainrule.notation.Notation;
import org.chainrule.worksheet.Worksheet;

/**
 * A Java program of one file that works the worksheet out, every step written by hand, and prints
 * each number after its address: {@code java Backpropagation.java}, Java 17 or later.
 */
public final class JavaCode {
    /** The name of its file. */
    public static final String FILE = "Backpropagation.java";

    private final Problem problem;
    private final Network network;
    private final Lines lines = new Lines();

    private JavaCode(Problem problem) {
        this.problem = problem;
        this.network = problem.network();
    }

    /** The program, with its comments in German or English, and its names in {@code notation}. */
    public static String of(Worksheet worksheet, Notation notation, Locale locale) {
        Snippets snippets =
                Snippets.of("java.java.txt", Words.in(locale), worksheet.title(), notation);
        JavaCode code = new JavaCode(worksheet.problem());
        code.lines.indented(code::members);
        String body = code.lines.text();
        Lines head = new Lines();
        if (snippets.isTitled()) {
            head.add("// «title»");
        }
        head.add("// «java»", "// «prints»", "// «letters»", "");
        head.add("import java.util.Arrays;", "import java.util.function.DoubleUnaryOperator;");
        head.add("import java.util.stream.DoubleStream;", "import java.util.stream.IntStream;", "");
        head.add("public final class Backpropagation {");
        return snippets.inWords(head.text())
                + snippets.inWords(body)
                + "\n"
                + snippets.calledBy(body, "\n\n").stripTrailing()
                + "\n}\n";
    }

    private void members() {
        JavaData.write(lines, problem);
        new JavaUpdate(lines, new Kept(problem)).data();
        lines.add("", "public static void main(String[] arguments) {");
        lines.indented(this::main);
        lines.add("}");
        if (!problem.state().carried()) {
            lines.add("");
            JavaData.update(lines, problem.optimizer());
        }
    }

    private void main() {
        lines.add("double J = 0;");
        for (Layer layer : weighted()) {
            String n = name(layer);
            lines.add(
                    "double[][] dw%s = new double[%d][%d];"
                            .formatted(n, layer.size(), layer.sources()));
            if (layer.biases() != null) {
                lines.add("double[] db%s = new double[%d];".formatted(n, layer.size()));
            }
        }
        lines.add("for (int s = 0; s < X.length; s++) {");
        lines.indented(this::sample);
        lines.add("}");
        reduction();
        penalty();
        step();
        JavaData.showBatch(lines, problem);
    }

    private List<Layer> weighted() {
        return network.layers().stream().filter(layer -> !layer.isWeightless()).toList();
    }

    private void sample() {
        lines.add("double[] x = X[s];", "double[] y = Y[s];", "// «forward»");
        String source = "x";
        for (Layer layer : network.layers()) {
            String n = name(layer);
            String bias =
                    layer.biases() == null ? "new double[0]" : "B_" + n.toUpperCase(Locale.ROOT);
            lines.add(
                    layer.isWeightless()
                            ? "double[] p%s = %s;".formatted(n, source)
                            : "double[] p%s = linear(%s, %s, %s);"
                                    .formatted(n, JavaData.weights(layer), source, bias));
            lines.add("double[] z%s = %s;".formatted(n, activation(layer)));
            source = "z" + n;
        }
        outputs();
        hidden();
        parameterGradients();
        JavaData.showSample(lines, problem);
    }

    private void outputs() {
        Layer last = network.last();
        String n = name(last);
        boolean fused = Code.isFused(problem);
        lines.add("", "// «step.1»", "double loss = 0;");
        lines.add("double[] dz%s = new double[y.length];".formatted(n));
        if (fused) {
            lines.add("// «fused»", "double[] dp%s = new double[y.length];".formatted(n));
        }
        lines.add("for (int k = 0; k < y.length; k++) {");
        lines.indented(() -> {
            lines.add("loss += %s;".formatted(in(JavaLosses.term(problem))));
            lines.add("dz%s[k] = %s;".formatted(n, in(JavaLosses.slope(problem))));
            if (fused) {
                lines.add("dp%s[k] = %s;".formatted(n, in(JavaLosses.fused(problem))));
            }
        });
        lines.add("}", "J += " + JavaLosses.value(problem) + ";");
        if (!fused) {
            lines.add("double[] dp%s = %s;".formatted(n, backward(last)));
        }
    }

    private void hidden() {
        if (network.depth() > 1) {
            lines.add("", "// «step.2»");
        }
        Layer next = network.last();
        for (Layer layer : Code.hidden(network)) {
            String n = name(layer);
            lines.add(
                    next.isWeightless()
                            ? "double[] dz%s = dp%s;".formatted(n, name(next))
                            : "double[] dz%s = linear(transposed(%s), dp%s, new double[0]);"
                                    .formatted(n, JavaData.weights(next), name(next)));
            lines.add("double[] dp%s = %s;".formatted(n, backward(layer)));
            next = layer;
        }
    }

    private void parameterGradients() {
        lines.add("", "// «steps.3.4»");
        for (int l = network.depth() - 1; l >= 0; l--) {
            String n = name(network.layer(l));
            String source = l == 0 ? "x" : "z" + name(network.layer(l - 1));
            if (network.layer(l).isWeightless()) {
                continue;
            }
            lines.add("addOuter(dw%s, dp%s, %s);".formatted(n, n, source));
            if (network.layer(l).biases() != null) {
                lines.add("add(db%s, dp%s);".formatted(n, n));
            }
        }
    }

    private void reduction() {
        if (!Code.isAveraged(problem)) {
            return;
        }
        lines.add("", "// «mean»", "J /= X.length;");
        for (Layer layer : weighted()) {
            lines.add("divideRows(dw%s, X.length);".formatted(name(layer)));
            if (layer.biases() != null) {
                lines.add("divide(db%s, X.length);".formatted(name(layer)));
            }
        }
    }

    private void penalty() {
        Penalty penalty = problem.penalty();
        if (penalty.isNone()) {
            return;
        }
        int samples = problem.samples().size();
        String factor = Code.literal(penalty.factor(samples));
        String slope = Code.literal(penalty.slope(samples));
        lines.add("", "// «penalty»");
        for (Layer layer : weighted()) {
            String n = name(layer);
            String w = JavaData.weights(layer);
            lines.add("J += %s * squaresOfRows(%s);".formatted(factor, w));
            lines.add("addRowsTimes(dw%s, %s, %s);".formatted(n, slope, w));
            if (penalty.biases() && layer.biases() != null) {
                String b = JavaData.biases(layer);
                lines.add("J += %s * squares(%s);".formatted(factor, b));
                lines.add("addTimes(db%s, %s, %s);".formatted(n, slope, b));
            }
        }
    }

    private void step() {
        lines.add("", "// «step.5»");
        if (problem.state().carried()) {
            lines.add("// «carried»");
            weighted().forEach(this::carried);
            return;
        }
        for (Layer layer : weighted()) {
            String n = name(layer);
            String w = JavaData.weights(layer);
            lines.add(
                    layer.weightsFrozen()
                            ? "double[][] nw%s = %s; // «frozen»".formatted(n, w)
                            : "double[][] nw%s = updatedRows(%s, dw%s);".formatted(n, w, n));
            if (layer.biases() != null) {
                String b = JavaData.biases(layer);
                lines.add(
                        layer.biasesFrozen()
                                ? "double[] nb%s = %s; // «frozen»".formatted(n, b)
                                : "double[] nb%s = updated(%s, db%s);".formatted(n, b, n));
            }
        }
    }

    private void carried(Layer layer) {
        JavaUpdate update = new JavaUpdate(lines, new Kept(problem));
        String n = name(layer);
        if (layer.weightsFrozen()) {
            lines.add("double[][] nw%s = %s; // «frozen»".formatted(n, JavaData.weights(layer)));
        } else {
            update.step(layer, true);
        }
        if (layer.biases() != null && layer.biasesFrozen()) {
            lines.add("double[] nb%s = %s; // «frozen»".formatted(n, JavaData.biases(layer)));
        } else if (layer.biases() != null) {
            update.step(layer, false);
        }
    }

    /** {@code formula} with p and z of the last layer. */
    private String in(String formula) {
        return formula.replaceAll("\\b([pz])\\b", "$1" + name(network.last()));
    }

    private static String activation(Layer layer) {
        String p = "p" + name(layer);
        if (layer.activation() == Activation.SOFTMAX) {
            return "softmax(" + p + ")";
        }
        Expr value = Slopes.value(layer, Code.P);
        return value.equals(Code.P) ? p : each(p, value);
    }

    private static String backward(Layer layer) {
        String n = name(layer);
        if (layer.activation() == Activation.SOFTMAX) {
            return "softmaxBackward(z%s, dz%s)".formatted(n, n);
        }
        Expr slope = Slopes.slope(layer, Code.P);
        return Code.isOne(slope)
                ? "dz" + n
                : "multiply(dz%s, %s)".formatted(n, each("p" + n, slope));
    }

    private static String each(String p, Expr formula) {
        return "each(%s, p -> %s)".formatted(p, new JavaFormula().of(formula));
    }

    /** {@code Hid} for {@code hid}: what follows w, p, z … in the names of its variables. */
    static String name(Layer layer) {
        return Character.toUpperCase(layer.name().charAt(0)) + layer.name().substring(1);
    }
}
