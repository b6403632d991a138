package org.chainrule.document;

import java.util.Arrays;
import java.util.List;
import org.chainrule.engine.Layer;
import org.chainrule.engine.OptimizerState;
import org.chainrule.engine.Problem;
import org.chainrule.engine.Vector;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What an optimizer has kept, as it stands in a document; what is 0 throughout is left out. */
final class StateJson {
    private StateJson() {}

    static ObjectNode write(Problem problem) {
        OptimizerState state = problem.state();
        List<Layer> layers = problem.network().layers();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("t", state.updates());
        if (!state.isFirstZero()) {
            node.set(StateReader.first(problem.optimizer()), write(state.first(), layers));
        }
        if (!state.isSecondZero()) {
            node.set("v", write(state.second(), layers));
        }
        return node;
    }

    private static ArrayNode write(List<Vector> numbers, List<Layer> layers) {
        ArrayNode node = JsonNodeFactory.instance.arrayNode();
        for (int l = 0; l < layers.size(); l++) {
            write(node.addObject(), layers.get(l), numbers.get(l).toArray());
        }
        return node;
    }

    private static void write(ObjectNode node, Layer layer, double[] numbers) {
        if (layer.isWeightless()) {
            return;
        }
        ArrayNode rows = node.putArray("weights");
        for (int k = 0; k < layer.size(); k++) {
            int start = OptimizerState.place(layer, k, 0);
            row(rows.addArray(), Arrays.copyOfRange(numbers, start, start + layer.sources()));
        }
        if (layer.biases() != null) {
            int start = OptimizerState.place(layer, 0, -1);
            row(node.putArray("biases"), Arrays.copyOfRange(numbers, start, numbers.length));
        }
    }

    private static void row(ArrayNode row, double[] numbers) {
        for (double number : numbers) {
            row.add(number);
        }
    }
}
