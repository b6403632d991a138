package org.chainrule.export;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.chainrule.derivation.Expr;
import org.chainrule.derivation.Quantity.Kind;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Layer;
import org.chainrule.engine.Loss;
import org.chainrule.engine.Matrix;
import org.chainrule.engine.Network;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Reduction;
import org.chainrule.engine.Sample;
import org.chainrule.engine.Vector;
import org.chainrule.notation.Numbers;

/** What exported programs have in common, whatever their language. */
final class Code {
    /** The numbers of one neuron, for formulas. */
    static final Expr P = new Expr.Symbol(Kind.P, "", "k", "");

    static final Expr Z = new Expr.Symbol(Kind.Z, "", "k", "");
    static final Expr Y = new Expr.Symbol(Kind.Y, "", "k", "");

    /** The sum over the outputs that J is made of. */
    static final Expr TOTAL = new Expr.Symbol(Kind.J, "", "", "");

    private Code() {}

    /** A floating-point literal of Python and Java that reads back bit for bit. */
    static String literal(double value) {
        String text = Numbers.canonical(value);
        return text.contains(".") || text.contains("e") ? text : text + ".0";
    }

    static String literals(double[] values, String separator) {
        return Arrays.stream(values).mapToObj(Code::literal).collect(Collectors.joining(separator));
    }

    /**
     * {@code title} for one line of a comment: nothing in it ends the line, hides what follows or
     * is an escape ({@code \}{@code u000a} ends a comment in Java).
     */
    static String comment(String title) {
        StringBuilder text = new StringBuilder();
        title.codePoints().map(Code::harmless).forEach(text::appendCodePoint);
        return text.toString().strip();
    }

    private static int harmless(int c) {
        boolean direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            case Character.SURROGATE -> 0xFFFD;
            default -> c == '\\' ? '∖' : direction ? ' ' : c;
        };
    }

    static List<double[]> rows(Matrix matrix) {
        return java.util.stream.IntStream.range(0, matrix.rows()).mapToObj(matrix::row).toList();
    }

    static List<double[]> inputs(Problem problem) {
        return problem.samples().stream().map(Sample::x).map(Vector::toArray).toList();
    }

    static List<double[]> targets(Problem problem) {
        return problem.samples().stream().map(Sample::y).map(Vector::toArray).toList();
    }

    /** Whether J and the gradients are divided by the number of samples. */
    static boolean isAveraged(Problem problem) {
        return problem.samples().size() > 1 && problem.reduction() == Reduction.MEAN;
    }

    /**
     * Whether the last layer's ∂J/∂p is taken from p directly, so that saturation loses nothing.
     */
    static boolean isFused(Problem problem) {
        return problem.loss().readsPreactivation(problem.network().last().activation());
    }

    /**
     * What belongs to the fused loss of {@code problem}: a cross-entropy or a binary one, of a
     * sigmoid or a softmax.
     */
    static String ofFused(
            Problem problem,
            String sigmoid,
            String softmax,
            String binarySigmoid,
            String binarySoftmax) {
        boolean ofSoftmax = problem.network().last().activation() == Activation.SOFTMAX;
        String chosen =
                problem.loss().isBinary()
                        ? ofSoftmax ? binarySoftmax : binarySigmoid
                        : ofSoftmax ? softmax : sigmoid;
        return steep(problem.network().last(), chosen);
    }

    /** {@code formula} with c · p in the place of p, where a steepness c is said. */
    private static String steep(Layer last, String formula) {
        return last.isSteep()
                ? formula.replaceAll("\\bp\\b(\\[k])?", literal(last.shape()) + " * $0")
                : formula;
    }

    /** 1/K of {@code formula} where the loss is a mean over the outputs that formulas leave out. */
    static String perOutput(Problem problem, String formula) {
        return problem.loss() == Loss.MEAN_BINARY_CROSS_ENTROPY
                ? "(%s) / %s".formatted(formula, literal(problem.network().outputs()))
                : formula;
    }

    /** {@code slope} by c · p taken by p. */
    static String scaled(Problem problem, String slope) {
        Layer last = problem.network().last();
        return perOutput(
                problem,
                last.isSteep() ? "%s * (%s)".formatted(literal(last.shape()), slope) : slope);
    }

    /** Whether a slope is 1 everywhere. */
    static boolean isOne(Expr slope) {
        return slope instanceof Expr.Activated(_, _, _, _, var meaning)
                && meaning.equals(Expr.num(1));
    }

    /** The layers from the last but one to the first. */
    static List<Layer> hidden(Network network) {
        return network.layers().subList(0, network.depth() - 1).reversed();
    }
}
