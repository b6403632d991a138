package org.chainrule.link;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.chainrule.document.Fault.Reason;
import org.chainrule.engine.Optimizer;
import org.chainrule.notation.Numbers;
import tools.jackson.databind.node.ObjectNode;

/**
 * The optimizer as a part of a link: {@code sgd:0.1}, {@code sgd:0.1:0.9:nesterov:0} (rate,
 * momentum, kind, decay), {@code adam:0.001:0.9:0.999:1e-8} (rate, betas, epsilon), {@code
 * nesterov:0.1:0.9} (rate, momentum), {@code rmsprop:0.01:0.99:1e-8} (rate, decay, epsilon).
 */
final class OptimizerText {
    static final String KEY = "opt";

    private static final String NESTEROV = "nesterov";
    private static final String PLAIN = "plain";

    private OptimizerText() {}

    static String write(Optimizer optimizer) {
        return switch (optimizer) {
            case Optimizer.Sgd(var rate, var momentum, var nesterov, var weightDecay) ->
                    isZero(momentum) && !nesterov && isZero(weightDecay)
                            ? "sgd:" + Numbers.canonical(rate)
                            : String.join(
                                    ":",
                                    "sgd",
                                    Numbers.canonical(rate),
                                    Numbers.canonical(momentum),
                                    nesterov ? NESTEROV : PLAIN,
                                    Numbers.canonical(weightDecay));
            case Optimizer.LookAhead(var rate, var momentum) -> text("nesterov", rate, momentum);
            case Optimizer.RmsProp(var rate, var decay, var epsilon) ->
                    text("rmsprop", rate, decay, epsilon);
            case Optimizer.Adam(var rate, var beta1, var beta2, var epsilon) ->
                    text("adam", rate, beta1, beta2, epsilon);
        };
    }

    private static String text(String type, double... numbers) {
        return DoubleStream.of(numbers)
                .mapToObj(Numbers::canonical)
                .collect(Collectors.joining(":", type + ":", ""));
    }

    /** The numbers of an optimizer that has nothing else, by their names. */
    private static List<String> numbers(String type) {
        return switch (type) {
            case "nesterov" -> List.of("learningRate", "momentum");
            case "rmsprop" -> List.of("learningRate", "decay", "epsilon");
            case "adam" -> List.of("learningRate", "beta1", "beta2", "epsilon");
            default -> List.of();
        };
    }

    private static boolean isZero(double value) {
        return Double.doubleToRawLongBits(value) == 0;
    }

    static void read(LinkReader link, String text) {
        String[] fields = text.split(":", -1);
        ObjectNode optimizer = link.document().putObject("optimizer");
        optimizer.put("type", fields[0]);
        boolean sgd = fields[0].equals("sgd") && (fields.length == 2 || fields.length == 5);
        List<String> numbers = numbers(fields[0]);
        if (!sgd && (numbers.isEmpty() || fields.length != numbers.size() + 1)) {
            link.refuse(KEY, Reason.OPTIMIZER);
            return;
        }
        for (int i = 0; i < numbers.size(); i++) {
            link.number(KEY, fields[i + 1], optimizer, numbers.get(i));
        }
        if (sgd) {
            link.number(KEY, fields[1], optimizer, "learningRate");
        }
        if (sgd && fields.length == 5) {
            link.number(KEY, fields[2], optimizer, "momentum");
            optimizer.put("nesterov", fields[3].equals(NESTEROV));
            if (!Set.of(NESTEROV, PLAIN).contains(fields[3])) {
                link.refuse(KEY, Reason.NESTEROV, Escapes.shown(fields[3]));
            }
            link.number(KEY, fields[4], optimizer, "weightDecay");
        }
    }
}
