package org.chainrule.export;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
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

    /** Which loss of which last layer: {@code squared-error}, or {@code cross-entropy.softmax}. */
    static String lossKey(Problem problem) {
        Activation last = problem.network().last().activation();
        Loss loss = problem.loss();
        return isFused(problem) ? loss.key() + "." + last.key() : loss.key();
    }

    /** The layers from the last but one to the first. */
    static List<Layer> hidden(Network network) {
        return network.layers().subList(0, network.depth() - 1).reversed();
    }
}
