package org.chainrule.document;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.chainrule.engine.Network;
import org.chainrule.worksheet.Limits;
import org.chainrule.worksheet.Worksheet;
import tools.jackson.databind.JsonNode;

/** What came of JSON that was brought to a worksheet. */
public sealed interface Brought {
    /** A worksheet's document: nothing of the present worksheet stays. */
    record Document(Worksheet worksheet) implements Brought {}

    /** The present worksheet with other weights, and what was assumed of what these do not say. */
    record Weights(Worksheet worksheet, List<Assumption> assumptions) implements Brought {
        public Weights {
            assumptions = List.copyOf(assumptions);
        }
    }

    /**
     * It was refused, with the places that are wrong.
     *
     * @param more how many places are wrong besides
     */
    record Refused(List<Reading.Refusal> refusals, int more) implements Brought {
        public Refused {
            refusals = List.copyOf(refusals);
        }

        static Refused of(Reading.Refused refused) {
            return new Refused(refused.refusals(), refused.more());
        }
    }

    /**
     * Something that bare weights leave open.
     *
     * @param about layers' names, an activation's key, numbers: what the sentence of it names
     */
    record Assumption(Kind kind, List<String> about) {
        /** What it is about; a key of words. */
        public enum Kind {
            /** New hidden layers, and the activation they were given. */
            ACTIVATION,
            /** Layers that keep the biases they had. */
            BIASES_KEPT,
            /** Layers whose biases no longer fit and were dropped. */
            BIASES_DROPPED,
            /** Inputs and targets were cut, or filled up with zeros. */
            SAMPLES,
            /** The network has become too large for arithmetic as on paper. */
            EXACT
        }

        public Assumption {
            about = List.copyOf(about);
        }
    }

    /**
     * Reads a document, a list of matrices (row k is a receiver), one matrix, or a state dict as
     * PyTorch names it ({@code 0.weight}, {@code 0.bias}, …).
     *
     * @param json UTF-8, 1 MiB at most
     */
    static Brought read(byte[] json, Worksheet present) {
        if (json.length > Limits.DOCUMENT_BYTES) {
            return Refused.of(Reading.refused("", Fault.size()));
        }
        return JsonText.read(
                json, tree -> read(tree, present), fault -> Refused.of(Reading.refused("", fault)));
    }

    /** The same of a text. */
    static Brought read(String json, Worksheet present) {
        return read(json.getBytes(StandardCharsets.UTF_8), present);
    }

    private static Brought read(JsonNode tree, Worksheet present) {
        if (WeightsJson.isWeights(tree)) {
            return new WeightsJson().read(tree, present);
        }
        return switch (WorksheetJson.read(tree)) {
            case Reading.Good(var worksheet) -> new Document(worksheet);
            case Reading.Refused refused -> Refused.of(refused);
        };
    }

    /** {@code 2-8-8-1}: the network's inputs and the sizes of its layers. */
    static String shape(Network network) {
        StringBuilder text = new StringBuilder(Integer.toString(network.inputs()));
        network.layers().forEach(layer -> text.append('-').append(layer.size()));
        return text.toString();
    }
}
