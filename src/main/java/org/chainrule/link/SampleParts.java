package org.chainrule.link;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chainrule.document.Fault.Noun;
import org.chainrule.document.Fault.Reason;
import org.chainrule.engine.Sample;
import org.chainrule.engine.Vector;
import org.chainrule.notation.Numbers;
import org.chainrule.worksheet.Worksheet;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The samples as two parts of a link, inputs and targets, with a row for each sample: {@code
 * x=0,1;1,1}.
 */
final class SampleParts {
    private static final String INPUTS = "x";
    private static final String TARGETS = "y";
    static final List<String> KEYS = List.of(INPUTS, TARGETS);

    private SampleParts() {}

    static void write(Map<String, String> parts, Worksheet worksheet) {
        List<Sample> samples = worksheet.problem().samples();
        parts.put(INPUTS, table(samples, Sample::x));
        parts.put(TARGETS, table(samples, Sample::y));
    }

    private static String table(List<Sample> samples, Function<Sample, Vector> column) {
        return samples.stream().map(column).map(SampleParts::row).collect(Collectors.joining(";"));
    }

    /** Numbers between commas. */
    static String row(Vector vector) {
        return Arrays.stream(vector.toArray())
                .mapToObj(Numbers::canonical)
                .collect(Collectors.joining(","));
    }

    static void read(LinkReader link) {
        String x = link.take(INPUTS);
        String y = link.take(TARGETS);
        if (x == null || y == null) {
            link.refuse(x == null ? INPUTS : TARGETS, Reason.MISSING);
            return;
        }
        String[] inputs = x.split(";", -1);
        String[] targets = y.split(";", -1);
        if (inputs.length != targets.length) {
            link.refuse(TARGETS, Reason.ROWS, targets.length, Noun.ROWS, inputs.length, Noun.ROWS);
            return;
        }
        ArrayNode samples = link.document().putArray("samples");
        for (int s = 0; s < inputs.length; s++) {
            ObjectNode sample = samples.addObject();
            link.row(INPUTS, inputs[s], sample.putArray("x"));
            link.row(TARGETS, targets[s], sample.putArray("y"));
        }
    }
}
