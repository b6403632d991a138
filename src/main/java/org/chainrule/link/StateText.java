package org.chainrule.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chainrule.document.Fault.Reason;
import org.chainrule.document.Reading;
import org.chainrule.document.StateReader;
import org.chainrule.engine.Layer;
import org.chainrule.engine.OptimizerState;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Vector;
import org.chainrule.worksheet.Worksheet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the optimizer has kept, as a part of a link, where updates carry it on: {@code 0}, how many
 * there were, or {@code 2:u:0.1,0.2;0.3,0.4!0,0*0.5,0.6}, with rows of weights for each neuron,
 * biases after {@code !} and {@code *} between layers.
 */
final class StateText {
    static final String KEY = "state";

    /** In the place of a layer that keeps nothing: a text does not end with a mark. */
    private static final String NONE = "none";

    private static final Set<String> NUMBERS = Set.of("u", "m", "v");

    private StateText() {}

    static @Nullable String write(Problem problem) {
        OptimizerState state = problem.state();
        if (!state.carried()) {
            return null;
        }
        List<String> fields = new ArrayList<>();
        fields.add(Long.toString(state.updates()));
        if (!state.isFirstZero()) {
            add(fields, StateReader.first(problem.optimizer()), state.first(), problem);
        }
        if (!state.isSecondZero()) {
            add(fields, "v", state.second(), problem);
        }
        return String.join(":", fields);
    }

    /** The same within a pin, whose own parts stand between commas. */
    static String inPin(Problem problem) {
        String text = write(problem);
        return text == null ? NONE : text.replace(',', '_');
    }

    /** What {@link #inPin} says of a worksheet's optimizer, or nothing where it makes no sense. */
    static Optional<OptimizerState> ofPin(String text, Worksheet present) {
        if (text.equals(NONE)) {
            return Optional.of(OptimizerState.NONE);
        }
        Map<String, String> parts = WorksheetParts.write(present);
        parts.put(KEY, text.replace('_', ','));
        return new LinkReader(parts).read() instanceof Reading.Good(var worksheet)
                ? Optional.of(worksheet.problem().state())
                : Optional.empty();
    }

    private static void add(
            List<String> fields, String key, List<Vector> numbers, Problem problem) {
        fields.add(key);
        fields.add(
                IntStream.range(0, numbers.size())
                        .mapToObj(l -> layer(problem.network().layer(l), numbers.get(l)))
                        .collect(Collectors.joining("*")));
    }

    private static String layer(Layer layer, Vector numbers) {
        if (layer.isWeightless()) {
            return NONE;
        }
        String rows =
                IntStream.range(0, layer.size())
                        .map(k -> OptimizerState.place(layer, k, 0))
                        .mapToObj(start -> row(numbers, start, start + layer.sources()))
                        .collect(Collectors.joining(";"));
        int biases = OptimizerState.place(layer, 0, -1);
        return layer.biases() == null ? rows : rows + "!" + row(numbers, biases, numbers.size());
    }

    private static String row(Vector numbers, int start, int end) {
        return SampleParts.row(Vector.of(Arrays.copyOfRange(numbers.toArray(), start, end)));
    }

    static void read(LinkReader link, String text) {
        String[] fields = text.split(":", -1);
        if (fields.length % 2 == 0
                || !(link.document().get("optimizer") instanceof ObjectNode optimizer)) {
            link.refuse(KEY, Reason.STATE);
            return;
        }
        ObjectNode state = optimizer.putObject("state");
        link.number(KEY, fields[0], state, "t");
        for (int i = 1; i < fields.length; i += 2) {
            if (!NUMBERS.contains(fields[i]) || state.has(fields[i])) {
                link.refuse(KEY, Reason.STATE);
                return;
            }
            ArrayNode layers = state.putArray(fields[i]);
            for (String layer : fields[i + 1].split("\\*", -1)) {
                layer(link, layer, layers.addObject());
            }
        }
    }

    private static void layer(LinkReader link, String text, ObjectNode layer) {
        int mark = text.indexOf('!');
        String rows = mark < 0 ? text : text.substring(0, mark);
        if (!rows.isEmpty() && !rows.equals(NONE)) {
            ArrayNode weights = layer.putArray("weights");
            for (String row : rows.split(";", -1)) {
                link.row(KEY, row, weights.addArray());
            }
        }
        if (mark >= 0) {
            link.row(KEY, text.substring(mark + 1), layer.putArray("biases"));
        }
    }
}
