package org.chainrule.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chainrule.engine.Network;
import org.chainrule.worksheet.Limits;
import org.chainrule.worksheet.Worksheet;
import org.jspecify.annotations.Nullable;
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

        /** The same with another sentence of how the matrices lie, which is the first. */
        Weights saying(Assumption orientation) {
            List<Assumption> all = new ArrayList<>(assumptions);
            all.set(0, orientation);
            return new Weights(worksheet, all);
        }
    }

    /** Weights whose sizes fit in either orientation, and that do not say in which they are. */
    record Either(Weights asRows, Weights asColumns) implements Brought {}

    /** What Python prints of weights, which is not JSON. */
    record Printed(Python python) implements Brought {}

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
            /** Row k of a matrix is what neuron k receives. */
            ROWS,
            /** Column k is. */
            COLUMNS,
            /** Rows, for so it is the present network; how it is, and would be by columns. */
            ROWS_BY_SIZE,
            /** The same of columns. */
            COLUMNS_BY_SIZE,
            /** The layers, put in order by their sizes. */
            ORDER_BY_SIZE,
            /** The layers, in one of several orders that fit. */
            ORDER_OF_SEVERAL,
            /** Keys that were not looked at: how many are not named, and some of them. */
            LEFT_ASIDE,
            /** New hidden layers, and the activation they were given. */
            ACTIVATION,
            /** A step or sign in the last of several layers, and what it became. */
            RULE,
            /** Layers that keep the biases they had. */
            BIASES_KEPT,
            /** Layers whose biases no longer fit and were dropped. */
            BIASES_DROPPED,
            /** Inputs and targets were cut, or filled up with zeros. */
            SAMPLES,
            /** The network has become too large for arithmetic as on paper. */
            EXACT;

            static Kind of(Orientation way) {
                return switch (way) {
                    case ROWS -> ROWS;
                    case COLUMNS -> COLUMNS;
                };
            }
        }

        public Assumption {
            about = List.copyOf(about);
        }
    }

    /**
     * Reads a document, or bare weights in any of the forms that {@link WeightForms} finds.
     *
     * @param json UTF-8, 1 MiB at most
     * @param chosen how the matrices lie where that had to be asked; null to ask
     */
    static Brought read(byte[] json, Worksheet present, @Nullable Orientation chosen) {
        if (json.length > Limits.DOCUMENT_BYTES) {
            return refused(Fault.size());
        }
        return JsonText.read(
                json,
                tree -> read(tree, present, chosen),
                fault ->
                        Python.printed(new String(json, StandardCharsets.UTF_8))
                                .<Brought>map(Printed::new)
                                .orElseGet(() -> refused(fault)));
    }

    /** The same of a text. */
    static Brought read(String json, Worksheet present, @Nullable Orientation chosen) {
        return read(json.getBytes(StandardCharsets.UTF_8), present, chosen);
    }

    /** The same where nothing has been asked. */
    static Brought read(String json, Worksheet present) {
        return read(json, present, null);
    }

    private static Brought read(JsonNode tree, Worksheet present, @Nullable Orientation chosen) {
        if (isDocument(tree)) {
            return switch (WorksheetJson.read(tree)) {
                case Reading.Good(var worksheet) -> new Document(worksheet);
                case Reading.Refused refused -> Refused.of(refused);
            };
        }
        return WeightForms.in(tree)
                .map(found -> WeightsJson.read(found, present, chosen))
                .orElseGet(() -> refused(Fault.of(Fault.Reason.FORMS)));
    }

    /** Whether this is meant as a worksheet: by its version, or by two of a document's own keys. */
    private static boolean isDocument(JsonNode tree) {
        return tree.path("version").isIntegralNumber()
                || Stream.of("version", "inputs", "layers", "samples").filter(tree::has).count()
                        >= 2;
    }

    private static Brought refused(Fault fault) {
        return Refused.of(Reading.refused("", fault));
    }

    /** {@code 2-8-8-1}: the network's inputs and the sizes of its layers. */
    static String shape(Network network) {
        StringBuilder text = new StringBuilder(Integer.toString(network.inputs()));
        network.layers().forEach(layer -> text.append('-').append(layer.size()));
        return text.toString();
    }
}
